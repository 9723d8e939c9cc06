import type { SignUp } from '../../../../worker/features/auth/schema.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { signUp } from './api.ts';
import * as checks from './checks.ts';
import { FailureNotice } from './failure-notice.tsx';
import { NewPasswordField } from './new-password-field.tsx';

interface JoinFormProps {
  portal: SignUp['portal'];
  /** Called with the address that the confirming mail goes to. */
  onSent: (address: string) => void;
}

const verbs = { creator: 'Join as a creator', investor: 'Join as an investor', production: 'Join as a company' };

export function JoinForm({ portal, onSent }: JoinFormProps) {
  const form = useSubmit({ name: checks.personName, email: checks.email, password: checks.newPassword, companyName: checks.anything }, async ({ name, email, password, companyName }) => {
    const address = email.trim();
    await signUp({ name: name.trim(), email: address, password, portal, ...(companyName.trim() !== '' && { companyName: companyName.trim() }) });
    onSent(address);
  });
  return (
    <form className="joinform" data-portal={portal} noValidate onSubmit={form.onSubmit}>
      <FailureNotice error={form.failure} />
      <Field label="Name" error={form.errorOf('name')} required>
        <Input name="name" autoComplete="name" />
      </Field>
      <Field label="E-mail" error={form.errorOf('email')} required>
        <Input name="email" type="email" autoComplete="email" />
      </Field>
      <NewPasswordField label="Password" error={form.errorOf('password')} />
      {portal !== 'creator' && (
        <Field label="Company" optional error={form.errorOf('companyName')}>
          <Input name="companyName" autoComplete="organization" />
        </Field>
      )}
      <Button kind="primary" size="lg" type="submit" busy={form.busy} className={portal === 'creator' ? undefined : 'joinform__send'}>{verbs[portal]}</Button>
      <p className="t-xs t-3 joinnote">We send one mail to confirm the address. Its link opens a page; only the button there confirms.</p>
    </form>
  );
}
