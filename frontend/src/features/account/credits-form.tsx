import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Credits } from '../../../../worker/features/people/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { FailureNotice } from '../identity/failure-notice.tsx';
import { creditsQuery, saveCredits } from './api.ts';

type Row = { key: number; title: string; year: string; role: string; note: string };
type Part = Exclude<keyof Row, 'key'>;

const parts: readonly { name: Part; label: string; maxLength: number; optional: boolean }[] = [
  { name: 'title', label: 'Title', maxLength: 120, optional: false },
  { name: 'role', label: 'Your role', maxLength: 80, optional: false },
  { name: 'year', label: 'Year', maxLength: 4, optional: true },
  { name: 'note', label: 'Note', maxLength: 200, optional: true },
];

/** A year that is none goes as it is: the server says what is wrong with it. */
const yearOf = (text: string): number | null => (text.trim() === '' ? null : Number.isInteger(Number(text)) ? Number(text) : 0);

/** What one has made, as a list that is saved as a whole. */
export function CreditsForm({ credits }: { credits: Credits }) {
  const client = useQueryClient();
  const list = useRef<HTMLOListElement>(null);
  const [rows, setRows] = useState<Row[]>(() => credits.items.map(({ year, ...rest }, key) => ({ ...rest, key, year: year === null ? '' : String(year) })));
  const save = useMutation({
    mutationFn: () => saveCredits({ items: rows.map(({ title, year, role, note }) => ({ title, role, note, year: yearOf(year) })) }),
    onSuccess: async (saved) => {
      client.setQueryData(creditsQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  const change = (key: number, patch: Partial<Row>) => {
    if (save.isSuccess) save.reset();
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  };
  const add = () => {
    if (save.isSuccess) save.reset();
    setRows((before) => [...before, { key: Math.max(-1, ...before.map(({ key }) => key)) + 1, title: '', year: '', role: '', note: '' }]);
    // The new row is there after the next drawing.
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  const remove = (key: number) => {
    save.reset();
    setRows((before) => before.filter((row) => row.key !== key));
  };
  return (
    <form className="acct__credits" noValidate onSubmit={(event) => { event.preventDefault(); if (!save.isPending) save.mutate(); }}>
      {save.isError && Object.keys(fields).length === 0 && <FailureNotice error={save.error} />}
      {rows.length === 0 && <p className="t-2">None yet. A reader looks here to see what you have made.</p>}
      <ol ref={list}>
        {rows.map((row, index) => (
          <li key={row.key} className="creditrow">
            {parts.map(({ name, label, maxLength, optional }) => (
              <Field key={name} label={label} optional={optional} error={fields[`items.${index}.${name}`]} className={`creditrow__${name}`}>
                <Input value={row[name]} maxLength={maxLength} inputMode={name === 'year' ? 'numeric' : undefined} onChange={(event) => change(row.key, { [name]: event.target.value })} />
              </Field>
            ))}
            <IconButton icon="close" label={`Remove ${row.title || `credit ${index + 1}`}`} onClick={() => remove(row.key)} />
          </li>
        ))}
      </ol>
      <div className="row row--wrap">
        {rows.length < 60 && <Button onClick={add}>Add a credit</Button>}
        <Button type="submit" busy={save.isPending}>Save the credits</Button>
        <span className="t-xs t-2" role="status">{save.isSuccess && 'Saved. Others see them now.'}</span>
      </div>
    </form>
  );
}
