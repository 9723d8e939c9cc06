import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '../../../../worker/features/me/schema.ts';
import { sessionQuery } from '../../lib/session.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { anything, personName } from '../identity/checks.ts';
import { FailureNotice } from '../identity/failure-notice.tsx';
import { changeMe, meQuery } from './api.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What others see of oneself. */
export function ProfileForm({ me }: { me: Me }) {
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const form = useSubmit(
    { name: personName, companyName: anything, headline: anything, bio: anything, location: anything, website: anything },
    async ({ name, companyName, headline, bio, location, website }) => {
      setSaved(false);
      const saved = await changeMe({ name: name.trim(), companyName: orNull(companyName), headline: orNull(headline), bio: orNull(bio), location: orNull(location), website: orNull(website) });
      client.setQueryData(meQuery.queryKey, saved);
      await Promise.all([client.invalidateQueries({ queryKey: ['people'] }), client.invalidateQueries({ queryKey: sessionQuery.queryKey })]);
      setSaved(true);
    },
  );
  return (
    <form className="acct__form" noValidate onSubmit={form.onSubmit} onChange={() => setSaved(false)}>
      <FailureNotice error={form.failure} />
      <Field label="Name" error={form.errorOf('name')} required><Input name="name" autoComplete="name" maxLength={100} defaultValue={me.name} /></Field>
      <Field label="Company" optional error={form.errorOf('companyName')}><Input name="companyName" autoComplete="organization" maxLength={100} defaultValue={me.companyName ?? ''} /></Field>
      <Field label="Headline" optional hint="One line beneath your name, such as “Writer and director”." error={form.errorOf('headline')}><Input name="headline" maxLength={140} defaultValue={me.headline ?? ''} /></Field>
      <Field label="About you" optional error={form.errorOf('bio')}><Textarea name="bio" rows={6} maxLength={2000} defaultValue={me.bio ?? ''} /></Field>
      <Field label="Based in" optional error={form.errorOf('location')}><Input name="location" maxLength={100} defaultValue={me.location ?? ''} /></Field>
      <Field label="Website" optional hint="With https:// at its beginning." error={form.errorOf('website')}><Input name="website" type="url" autoComplete="url" maxLength={200} defaultValue={me.website ?? ''} /></Field>
      <div className="row">
        <Button type="submit" kind="primary" busy={form.busy}>Save the profile</Button>
        <span className="t-xs t-2" role="status">{isSaved && 'Saved. Others see it now.'}</span>
      </div>
    </form>
  );
}
