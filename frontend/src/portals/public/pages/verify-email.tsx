import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { verifyEmail } from '../../../features/identity/api.ts';
import { FailureNotice } from '../../../features/identity/failure-notice.tsx';
import { ApiError } from '../../../lib/http.ts';
import { usePage } from '../../../lib/use-page.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SplitPage } from '../identity/split-page.tsx';

const isSpent = (error: unknown) => error instanceof ApiError && error.status >= 400 && error.status < 429;

/** Opening the page does nothing: mail scanners open links too. The button confirms. */
export default function VerifyEmail() {
  usePage({ title: 'Confirm your address' });
  const token = useSearchParams()[0].get('token') ?? '';
  const confirm = useMutation({ mutationFn: () => verifyEmail(token) });
  if (confirm.isSuccess) {
    return (
      <SplitPage title="Your address is confirmed" lead="You can sign in now.">
        <ButtonLink kind="primary" size="lg" block className="mt-8" to={paths.signIn.href()}>Sign in</ButtonLink>
      </SplitPage>
    );
  }
  if (token === '' || isSpent(confirm.error)) {
    return (
      <SplitPage title="This link no longer works" lead="It has been used, is too old, or was cut off by the mail program. If you have confirmed before, you can simply sign in.">
        <div className="row row--wrap mt-8">
          <ButtonLink kind="primary" to={paths.signIn.href()}>Sign in</ButtonLink>
          <ButtonLink to={paths.join.href()}>Join again</ButtonLink>
        </div>
      </SplitPage>
    );
  }
  return (
    <SplitPage title="Confirm your address" lead="One press, and the account is yours to use.">
      <div className="stack mt-8">
        <FailureNotice error={confirm.error} />
        <Button kind="primary" size="lg" block busy={confirm.isPending} onClick={() => confirm.mutate()}>Confirm my address</Button>
        <Notice>Didn’t join Pitchey? Close this page. Without the press nothing happens, and the account is never opened.</Notice>
      </div>
    </SplitPage>
  );
}
