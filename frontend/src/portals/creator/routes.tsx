import { MakerRoutes } from '../makers/maker-routes.tsx';

export default function CreatorRoutes() {
  return <MakerRoutes portal="creator" />;
}
