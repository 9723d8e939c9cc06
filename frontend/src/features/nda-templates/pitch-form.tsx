import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Template } from '../../../../worker/features/nda-templates/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { mineQuery } from '../editor/api.ts';
import { pitchFormQuery, setPitchForm } from './api.ts';

/** Which form a pitch's requests are made with. Open requests keep theirs. */
export function PitchForm({ templates }: { templates: readonly Template[] }) {
  const client = useQueryClient();
  const { data: mine } = useQuery(mineQuery);
  const [pitchId, setPitchId] = useState('');
  const { data: access } = useQuery({ ...pitchFormQuery(pitchId), enabled: pitchId !== '' });
  const save = useMutation({
    mutationFn: (templateId: string | null) => setPitchForm(pitchId, access?.version ?? 0, templateId),
    onSettled: () => client.invalidateQueries({ queryKey: pitchFormQuery(pitchId).queryKey }),
  });
  if (!mine || mine.items.length === 0) return null;
  const own = templates.filter(({ standard }) => !standard);
  return (
    <section className="section templates__part" aria-labelledby="form-title">
      <div className="section__head"><h2 className="t-h3" id="form-title">Which form a pitch uses</h2></div>
      <div className="terms__row">
        <Field label="Pitch"><Select options={mine.items.map(({ id, title }) => ({ value: id, label: title }))} placeholder="Choose a pitch" value={pitchId} onChange={(event) => setPitchId(event.target.value)} /></Field>
        {access && (
          <Field label="Form" hint={own.length === 0 ? 'Make a template of your own first to choose one.' : 'Applies to requests from now on.'}>
            <Select options={[{ value: '', label: 'The standard forms' }, ...own.map(({ id, name }) => ({ value: id, label: name }))]} value={access.template?.id ?? ''} disabled={save.isPending} onChange={(event) => save.mutate(event.target.value || null)} />
          </Field>
        )}
      </div>
      {save.isSuccess && <p className="t-xs t-2 mt-2" role="status">Saved.</p>}
      {save.isError && <div className="mt-3"><Notice tone="negative" announce>{save.error instanceof ApiError ? save.error.message : 'It could not be saved.'}</Notice></div>}
    </section>
  );
}
