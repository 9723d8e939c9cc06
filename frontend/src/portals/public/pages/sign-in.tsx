import { Link, Navigate, useSearchParams } from 'react-router';
import { paths, safeNext } from '../../../app/paths.ts';
import { SignInForm } from '../../../features/identity/sign-in-form.tsx';
import { useSession } from '../../../lib/session.ts';
import { usePage } from '../../../lib/use-page.ts';
import { SplitPage } from '../identity/split-page.tsx';

export default function SignIn() {
  usePage({ title: 'Sign in', description: 'Sign in to Pitchey.' });
  const [params] = useSearchParams();
  const { user } = useSession();
  // Signing in fills the session, and the session moves on: the same way for those who were signed in already.
  if (user !== null) return <Navigate to={safeNext(params.get('next'), paths[user.portal].href())} replace />;
  return (
    <SplitPage title="Sign in" lead={<>One account, whichever door you use. <Link className="link" to={paths.join.href()}>Join</Link> if you are new.</>}>
      <SignInForm />
    </SplitPage>
  );
}
