import { MakerRoutes } from '../makers/maker-routes.tsx';

export default function ProductionRoutes() {
  return <MakerRoutes portal="production" />;
}
