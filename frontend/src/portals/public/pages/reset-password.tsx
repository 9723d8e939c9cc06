import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { resetPassword } from '../../../features/identity/api.ts';
import * as checks from '../../../features/identity/checks.ts';
import { FailureNotice } from '../../../features/identity/failure-notice.tsx';
import { NewPasswordField } from '../../../features/identity/new-password-field.tsx';
import { sessionQuery } from '../../../lib/session.ts';
import { usePage } from '../../../lib/use-page.ts';
import { useSubmit } from '../../../lib/use-submit.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { SplitPage } from '../identity/split-page.tsx';

export default function ResetPassword() {
  usePage({ title: 'Choose a new password' });
  const token = useSearchParams()[0].get('token') ?? '';
  const client = useQueryClient();
  const [isDone, setDone] = useState(false);
  const form = useSubmit({ password: checks.newPassword }, async ({ password }) => {
    await resetPassword({ token, password });
    setDone(true);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey }); // every session of this person has ended, this one too
  });
  if (isDone) {
    return (
      <SplitPage title="The new password holds" lead="Every device that was signed in has been signed out.">
        <ButtonLink kind="primary" size="lg" block className="mt-8" to={paths.signIn.href()}>Sign in</ButtonLink>
      </SplitPage>
    );
  }
  if (token === '') {
    return (
      <SplitPage title="This link is incomplete" lead="It may have been cut off by the mail program.">
        <ButtonLink kind="primary" className="mt-8" to={paths.forgotPassword.href()}>Send a new link</ButtonLink>
      </SplitPage>
    );
  }
  return (
    <SplitPage title="Choose a new password" lead="It replaces the old one everywhere, and signs out every device.">
      <form noValidate onSubmit={form.onSubmit}>
        <FailureNotice error={form.failure} />
        <NewPasswordField label="New password" error={form.errorOf('password')} />
        <Button kind="primary" size="lg" block type="submit" busy={form.busy}>Save the new password</Button>
      </form>
    </SplitPage>
  );
}
