import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { ShortcutsKey } from '../features/shortcuts/shortcuts-key.tsx';
import { PageOutlet, PublicFrame, SharedFrame } from './frames.tsx';
import { pages } from './pages.ts';
import { paths } from './paths.ts';
import { RequireSession } from './require-session.tsx';

const Landing = lazy(pages.landing);
const Browse = lazy(pages.browse);
const Pitch = lazy(pages.pitch);
const Person = lazy(pages.person);
const SignIn = lazy(pages.signIn);
const Join = lazy(pages.join);
const VerifyEmail = lazy(pages.verifyEmail);
const ConfirmAttachment = lazy(pages.confirmAttachment);
const ForgotPassword = lazy(pages.forgotPassword);
const ResetPassword = lazy(pages.resetPassword);
const Terms = lazy(pages.terms);
const Privacy = lazy(pages.privacy);
const Accessibility = lazy(pages.accessibility);
const Watchlist = lazy(pages.watchlist);
const Feed = lazy(pages.feed);
const SavedSearches = lazy(pages.savedSearches);
const Messages = lazy(pages.messages);
const Account = lazy(pages.account);
const Notifications = lazy(pages.notifications);
const NotificationSettings = lazy(pages.notificationSettings);
const Compare = lazy(pages.compare);
const Unsubscribe = lazy(pages.unsubscribe);
const Ndas = lazy(pages.ndas);
const NdaPage = lazy(pages.nda);
const Obligations = lazy(pages.obligations);
const Passport = lazy(pages.passport);
const Document = lazy(pages.document);
const NotFound = lazy(pages.notFound);
const Kit = lazy(pages.kit);
const CreatorRoutes = lazy(pages.creator);
const InvestorRoutes = lazy(pages.investor);
const ProductionRoutes = lazy(pages.production);
const AdminRoutes = lazy(pages.admin);

export function AppRoutes() {
  return (
    <Suspense fallback={<div className="page-wait" aria-busy="true" />}>
      <ShortcutsKey />
      <Routes>
        <Route element={<PublicFrame />}>
          <Route path={paths.landing.path} element={<Landing />} />
          <Route path={paths.signIn.path} element={<SignIn />} />
          <Route path={paths.join.path} element={<Join />} />
          <Route path={paths.verifyEmail.path} element={<VerifyEmail />} />
          <Route path={paths.confirmAttachment.path} element={<ConfirmAttachment />} />
          <Route path={paths.forgotPassword.path} element={<ForgotPassword />} />
          <Route path={paths.resetPassword.path} element={<ResetPassword />} />
          <Route path={paths.terms.path} element={<Terms />} />
          <Route path={paths.privacy.path} element={<Privacy />} />
          <Route path={paths.accessibility.path} element={<Accessibility />} />
          <Route path={paths.unsubscribe.path} element={<Unsubscribe />} />
          <Route path={paths.kit.path} element={<Kit />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route element={<SharedFrame />}>
          <Route path={paths.browse.path} element={<Browse />} />
          <Route path={paths.pitch.path} element={<Pitch />} />
          <Route path={paths.person.path} element={<Person />} />
          <Route path={paths.compare.path} element={<Compare />} />
          <Route element={<RequireSession />}>
            <Route path={paths.watchlist.path} element={<Watchlist />} />
            <Route path={paths.feed.path} element={<Feed />} />
            <Route path={paths.savedSearches.path} element={<SavedSearches />} />
            <Route path={paths.messages.path} element={<Messages />} />
            <Route path={paths.conversation.path} element={<Messages />} />
            <Route path={paths.account.path} element={<Account />} />
            <Route path={paths.notifications.path} element={<Notifications />} />
            <Route path={paths.notificationSettings.path} element={<NotificationSettings />} />
            <Route path={paths.ndas.path} element={<Ndas />} />
            <Route path={paths.nda.path} element={<NdaPage />} />
            <Route path={paths.obligations.path} element={<Obligations />} />
            <Route path={paths.passport.path} element={<Passport />} />
          </Route>
        </Route>
        <Route element={<PageOutlet />}>
          <Route element={<RequireSession />}>
            <Route path={paths.document.path} element={<Document />} />
          </Route>
          <Route path={paths.creator.path} element={<CreatorRoutes />} />
          <Route path={paths.investor.path} element={<InvestorRoutes />} />
          <Route path={paths.production.path} element={<ProductionRoutes />} />
          <Route path={paths.admin.path} element={<AdminRoutes />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
