import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { requestPasswordReset } from '../../../features/identity/api.ts';
import * as checks from '../../../features/identity/checks.ts';
import { FailureNotice } from '../../../features/identity/failure-notice.tsx';
import { usePage } from '../../../lib/use-page.ts';
import { useSubmit } from '../../../lib/use-submit.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { SplitPage } from '../identity/split-page.tsx';

export default function ForgotPassword() {
  usePage({ title: 'Reset the password' });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useSubmit({ email: checks.email }, async ({ email }) => {
    await requestPasswordReset(email.trim());
    setSentTo(email.trim());
  });
  if (sentTo !== null) {
    return (
      <SplitPage title="Look in your mail" lead={<>If <b className="t-strong">{sentTo}</b> has an account, a link to choose a new password is on its way there.</>}>
        <p className="t-2 mt-6" role="status">The old password works until you have chosen a new one.</p>
        <Button className="mt-6" onClick={() => setSentTo(null)}>Use another address</Button>
      </SplitPage>
    );
  }
  return (
    <SplitPage title="Reset the password" lead={<>We send a link to your address. <Link className="link" to={paths.signIn.href()}>Back to sign in</Link>.</>}>
      <form noValidate onSubmit={form.onSubmit}>
        <FailureNotice error={form.failure} />
        <Field label="E-mail" error={form.errorOf('email')} required>
          <Input name="email" type="email" autoComplete="username" />
        </Field>
        <Button kind="primary" size="lg" block type="submit" busy={form.busy}>Send the link</Button>
      </form>
    </SplitPage>
  );
}
