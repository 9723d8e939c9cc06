import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { givenPassword, newPassword, passwordMin } from '../identity/checks.ts';
import { FailureNotice } from '../identity/failure-notice.tsx';
import { changePassword, devicesQuery } from './api.ts';

export function PasswordForm() {
  const client = useQueryClient();
  // A new key empties the form once it has done its work.
  const [changes, setChanges] = useState(0);
  const form = useSubmit({ currentPassword: givenPassword, newPassword }, async (body) => {
    await changePassword(body);
    setChanges((before) => before + 1);
    await client.invalidateQueries({ queryKey: devicesQuery.queryKey });
  });
  return (
    <form key={changes} className="acct__form" noValidate onSubmit={form.onSubmit}>
      <FailureNotice error={form.failure} />
      {changes > 0 && <Notice tone="positive" announce>Your password is changed, and every other device was signed out.</Notice>}
      <Field label="Current password" error={form.errorOf('currentPassword')} required><Input name="currentPassword" type="password" autoComplete="current-password" /></Field>
      <Field label="New password" hint={`${passwordMin} characters or more.`} error={form.errorOf('newPassword')} required><Input name="newPassword" type="password" autoComplete="new-password" /></Field>
      <div><Button type="submit" busy={form.busy}>Change the password</Button></div>
    </form>
  );
}
