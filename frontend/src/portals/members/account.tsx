import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { creditsQuery, devicesQuery, meQuery } from '../../features/account/api.ts';
import { BlockedList } from '../../features/account/blocked-list.tsx';
import { CreditsForm } from '../../features/account/credits-form.tsx';
import { DeviceList } from '../../features/account/device-list.tsx';
import { PasswordForm } from '../../features/account/password-form.tsx';
import { PresenceSwitch } from '../../features/account/presence-switch.tsx';
import { ProfileForm } from '../../features/account/profile-form.tsx';
import { FailureNotice } from '../../features/identity/failure-notice.tsx';
import { useSignOut } from '../../features/identity/use-sign-out.ts';
import { usePage } from '../../lib/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/account/account.css';

const KeptWarning = lazy(() => import('../../features/identity/kept-warning.tsx'));

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-heading`}>
      <h2 className="t-h2 mb-4" id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

interface Asked<T> { data: T | undefined; error: Error | null; refetch: () => Promise<unknown>; isFetching: boolean }

/** A part that has to be asked for: its skeleton, its failure, or what came. */
function Loaded<T>({ of: { data, error, refetch, isFetching }, what, children }: { of: Asked<T>; what: string; children: (data: T) => ReactNode }) {
  if (data !== undefined) return children(data);
  if (error) return <ErrorPanel title={`${what} didn’t load`} error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  return <div aria-busy="true"><Skeleton shape="panel" /></div>;
}

/** A person's own account, whatever the portal. */
export default function AccountPage() {
  usePage({ title: 'Your account' });
  const me = useQuery(meQuery);
  const credits = useQuery(creditsQuery);
  const devices = useQuery(devicesQuery);
  const leave = useSignOut();
  const isPublic = me.data !== undefined && me.data.portal !== 'admin';
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Your account</h1>
          {me.data && (
            <p className="t-2">
              {me.data.email}{isPublic && <>, shown to others as <Link className="link" to={paths.person.href(me.data.handle)}>@{me.data.handle}</Link></>}
            </p>
          )}
        </div>
      </div>
      <div className="acct">
        <Part id="profile" title="Profile"><Loaded of={me} what="Your profile">{(data) => <ProfileForm me={data} />}</Loaded></Part>
        <Part id="credits" title="Credits"><Loaded of={credits} what="Your credits">{(data) => <CreditsForm credits={data} />}</Loaded></Part>
        <Part id="password" title="Password"><PasswordForm /></Part>
        <Part id="devices" title="Devices">
          <p className="t-2 mb-4">Where your account is signed in. What you end here is refused everywhere within five seconds.</p>
          <Loaded of={devices} what="Your devices">{(data) => <DeviceList devices={data} />}</Loaded>
        </Part>
        {isPublic && <Part id="presence" title="Being seen"><Loaded of={me} what="This setting">{(data) => <PresenceSwitch me={data} />}</Loaded></Part>}
        <Part id="blocked" title="Blocked people"><BlockedList /></Part>
        <Part id="leave" title="Sign out">
          {leave.error && <FailureNotice error={leave.error} />}
          {leave.kept > 0 && <Suspense><KeptWarning leaving={leave} /></Suspense>}
          <Button busy={leave.busy} onClick={leave.start}>Sign out of this device</Button>
        </Part>
      </div>
    </div>
  );
}
