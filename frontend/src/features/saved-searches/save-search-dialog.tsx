import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AlertFrequency } from '../../../../worker/features/saved-searches/schema.ts';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import type { Filters } from '../market/filters.ts';
import { saveSearch, savedSearchesQuery } from './api.ts';
import { describeSearch, frequencies } from './words.ts';

export default function SaveSearchDialog({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(() => describeSearch(filters).slice(0, 80));
  const [frequency, setFrequency] = useState<AlertFrequency>('daily');
  const save = useMutation({ mutationFn: () => saveSearch({ name, filters, frequency }), onSuccess: () => client.invalidateQueries({ queryKey: savedSearchesQuery.queryKey }) });
  if (save.isSuccess) {
    return (
      <Dialog open onOpenChange={onClose} title="Saved" foot={<Button kind="primary" onClick={onClose}>Close</Button>}>
        <p>{frequency === 'off' ? 'No mails are sent for it.' : 'A mail tells you of each new pitch that fits, once.'} It is among <Link className="link" to={paths.savedSearches.href()}>your saved searches</Link>.</p>
      </Dialog>
    );
  }
  const refused = save.error instanceof ApiError && save.error.status < 500 ? (save.error.fields.name ?? save.error.message) : 'It wasn’t saved. Try again.';
  return (
    <Dialog
      open onOpenChange={onClose} title="Save this search" description={describeSearch(filters)}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>Save the search</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        <Field label="Name"><Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} /></Field>
        <Field label="Mail me new pitches" hint="Every mail has a link that stops it.">
          <Select options={frequencies} value={frequency} onChange={(event) => setFrequency(frequencies.find(({ value }) => value === event.target.value)?.value ?? 'daily')} />
        </Field>
        {save.isError && <Notice tone="negative" announce>{refused}</Notice>}
      </div>
    </Dialog>
  );
}
