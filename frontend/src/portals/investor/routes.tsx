import { Navigate, Route, Routes } from 'react-router';
import { paths } from '../../app/paths.ts';
import { RequirePortal } from '../../app/require-portal.tsx';
import PortalLayout from '../portal-layout.tsx';

export default function InvestorRoutes() {
  return (
    <Routes>
      <Route element={<RequirePortal portal="investor" />}>
        <Route element={<PortalLayout portal="investor" />}>
          <Route index element={<Navigate to={paths.browse.href()} replace />} />
          <Route path="*" element={<Navigate to={paths.investor.href()} replace />} />
        </Route>
      </Route>
    </Routes>
  );
}
