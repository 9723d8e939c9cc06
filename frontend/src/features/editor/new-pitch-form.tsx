import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formats, type Format, type Genre } from '../../../../worker/features/catalogue/lists.ts';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { wordCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { createPitch, forgetPitches } from './api.ts';
import { GenreField } from './genre-field.tsx';
import { useMaker } from './maker.ts';

/** The least that makes a draft; everything else has the editor. */
export function NewPitchForm() {
  const maker = useMaker();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [logline, setLogline] = useState('');
  const [format, setFormat] = useState<Format>('feature');
  const [genres, setGenres] = useState<Genre[]>([]);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [key] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: () => createPitch({ title, logline, format, genres }, key),
    onSuccess: async (pitch) => {
      await forgetPitches(client);
      await navigate(paths.editPitch.href(maker, pitch.id), { replace: true });
    },
  });
  const refused = create.error instanceof ApiError ? create.error.fields : {};
  const errors = { ...refused, ...missing };

  function submit(): void {
    const next: Record<string, string> = {
      ...(title.trim() === '' && { title: 'A title is needed; a working title will do.' }),
      ...(logline.trim() === '' && { logline: 'One sentence is needed; it can change every day until you publish.' }),
      ...(genres.length === 0 && { genres: 'Choose at least one genre.' }),
    };
    setMissing(next);
    if (Object.keys(next).length === 0) create.mutate();
  }

  return (
    <form className="new-pitch" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {create.error !== null && Object.keys(refused).length === 0 && <ErrorPanel title="The draft wasn’t made" error={create.error} />}
      <Field label="Title" error={errors.title} required><Input look="display" value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} /></Field>
      <Field label="Logline" required error={errors.logline} hint={`One sentence: protagonist, conflict, stakes. ${wordCount(logline)} of 60 advised words.`}>
        <Textarea value={logline} rows={4} maxLength={600} onChange={(event) => setLogline(event.target.value)} />
      </Field>
      <Field label="Format"><Select options={formats} value={format} onChange={(event) => setFormat(event.target.value as Format)} /></Field>
      <GenreField value={genres} onChange={setGenres} error={errors.genres} />
      <div><Button kind="primary" size="lg" type="submit" busy={create.isPending}>Create the draft</Button></div>
    </form>
  );
}
