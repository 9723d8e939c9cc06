import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { signIn } from './api.ts';
import * as checks from './checks.ts';
import { FailureNotice } from './failure-notice.tsx';

const reset = <Link className="link" to={paths.forgotPassword.href()}>reset the password</Link>;

function Refusal({ error }: { error: unknown }) {
  if (error instanceof ApiError && error.status === 401) {
    return <Notice tone="negative" announce>That e-mail and password don’t go together. Nothing has changed; try again or {reset}.</Notice>;
  }
  if (error instanceof ApiError && error.code === 'email_unverified') {
    return <Notice tone="caution" icon="info" announce>Confirm your address first: open the link in the mail we sent when you joined, then press the button there.</Notice>;
  }
  return <FailureNotice error={error} />;
}

/** Fills the session; where to go from there is the page's matter. */
export function SignInForm() {
  const client = useQueryClient();
  const form = useSubmit({ email: checks.email, password: checks.givenPassword }, async ({ email, password }) => {
    await signIn(client, { email: email.trim(), password });
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <Refusal error={form.failure} />
      <Field label="E-mail" error={form.errorOf('email')} required>
        <Input name="email" type="email" autoComplete="username" />
      </Field>
      <Field label="Password" error={form.errorOf('password')} required aside={<Link className="link t-xs" to={paths.forgotPassword.href()}>Forgotten</Link>}>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button kind="primary" size="lg" block type="submit" busy={form.busy}>Sign in</Button>
    </form>
  );
}
