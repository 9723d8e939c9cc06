import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { paths, type Maker } from '../../app/paths.ts';
import { RequirePortal } from '../../app/require-portal.tsx';
import PortalLayout from '../portal-layout.tsx';

const Home = lazy(() => import('./home.tsx'));
const Pitches = lazy(() => import('./pitches.tsx'));
const NewPitch = lazy(() => import('./new-pitch.tsx'));
const PitchAnalytics = lazy(() => import('./pitch-analytics.tsx'));
const Requests = lazy(() => import('./requests.tsx'));
const NdaTemplates = lazy(() => import('./nda-templates.tsx'));
const PitchInterest = lazy(() => import('./pitch-interest.tsx'));
const EditPitch = lazy(() => import('./edit-pitch.tsx'));

/** The pages of those who pitch projects: creators, and production companies with projects of their own. */
export function MakerRoutes({ portal }: { portal: Maker }) {
  return (
    <Routes>
      <Route element={<RequirePortal portal={portal} />}>
        <Route element={<PortalLayout portal={portal} />}>
          <Route index element={<Home />} />
          <Route path={paths.ownPitches.path} element={<Pitches />} />
          <Route path={paths.newPitch.path} element={<NewPitch />} />
          <Route path={paths.pitchAnalytics.path} element={<PitchAnalytics />} />
          <Route path={paths.requests.path} element={<Requests />} />
          <Route path={paths.ndaTemplates.path} element={<NdaTemplates />} />
          <Route path={paths.pitchInterest.path} element={<PitchInterest />} />
          <Route path={paths.editPitch.path} element={<EditPitch />} />
          <Route path="*" element={<Navigate to={paths[portal].href()} replace />} />
        </Route>
      </Route>
    </Routes>
  );
}
