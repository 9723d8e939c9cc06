import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { PageOutlet, PublicFrame, SharedFrame } from './frames.tsx';
import { paths } from './paths.ts';

const Landing = lazy(() => import('../portals/public/pages/landing.tsx'));
const Browse = lazy(() => import('../portals/public/pages/browse.tsx'));
const Pitch = lazy(() => import('../portals/public/pages/pitch.tsx'));
const SignIn = lazy(() => import('../portals/public/pages/sign-in.tsx'));
const Join = lazy(() => import('../portals/public/pages/join.tsx'));
const VerifyEmail = lazy(() => import('../portals/public/pages/verify-email.tsx'));
const ForgotPassword = lazy(() => import('../portals/public/pages/forgot-password.tsx'));
const ResetPassword = lazy(() => import('../portals/public/pages/reset-password.tsx'));
const Terms = lazy(() => import('../portals/public/pages/terms.tsx'));
const Privacy = lazy(() => import('../portals/public/pages/privacy.tsx'));
const Accessibility = lazy(() => import('../portals/public/pages/accessibility.tsx'));
const NotFound = lazy(() => import('../portals/public/pages/not-found.tsx'));
const Kit = lazy(() => import('../ui/kit/kit.tsx'));
const CreatorRoutes = lazy(() => import('../portals/creator/routes.tsx'));
const InvestorRoutes = lazy(() => import('../portals/investor/routes.tsx'));
const ProductionRoutes = lazy(() => import('../portals/production/routes.tsx'));
const AdminRoutes = lazy(() => import('../portals/admin/routes.tsx'));

export function AppRoutes() {
  return (
    <Suspense fallback={<div className="page-wait" aria-busy="true" />}>
      <Routes>
        <Route element={<PublicFrame />}>
          <Route path={paths.landing.path} element={<Landing />} />
          <Route path={paths.signIn.path} element={<SignIn />} />
          <Route path={paths.join.path} element={<Join />} />
          <Route path={paths.verifyEmail.path} element={<VerifyEmail />} />
          <Route path={paths.forgotPassword.path} element={<ForgotPassword />} />
          <Route path={paths.resetPassword.path} element={<ResetPassword />} />
          <Route path={paths.terms.path} element={<Terms />} />
          <Route path={paths.privacy.path} element={<Privacy />} />
          <Route path={paths.accessibility.path} element={<Accessibility />} />
          <Route path={paths.kit.path} element={<Kit />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route element={<SharedFrame />}>
          <Route path={paths.browse.path} element={<Browse />} />
          <Route path={paths.pitch.path} element={<Pitch />} />
        </Route>
        <Route element={<PageOutlet />}>
          <Route path={paths.creator.path} element={<CreatorRoutes />} />
          <Route path={paths.investor.path} element={<InvestorRoutes />} />
          <Route path={paths.production.path} element={<ProductionRoutes />} />
          <Route path={paths.admin.path} element={<AdminRoutes />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
