import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { paths } from '../../app/paths.ts';
import { RequirePortal } from '../../app/require-portal.tsx';
import PortalLayout from '../portal-layout.tsx';

const Home = lazy(() => import('./home.tsx'));
const Reports = lazy(() => import('./reports.tsx'));
const Appeals = lazy(() => import('./appeals.tsx'));
const Operations = lazy(() => import('./operations.tsx'));

export default function AdminRoutes() {
  return (
    <Routes>
      <Route element={<RequirePortal portal="admin" />}>
        <Route element={<PortalLayout portal="admin" />}>
          <Route index element={<Home />} />
          <Route path={paths.reports.path} element={<Reports />} />
          <Route path={paths.appeals.path} element={<Appeals />} />
          <Route path={paths.operations.path} element={<Operations />} />
          <Route path="*" element={<Navigate to={paths.admin.href()} replace />} />
        </Route>
      </Route>
    </Routes>
  );
}
