import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { ClauseLibrary, Template } from '../../../../worker/features/nda-templates/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { termProblems } from '../ndas/terms-change.ts';
import { TermsFields } from '../ndas/terms-fields.tsx';
import { changeTemplate, clausesQuery, createTemplate, templatesQuery } from './api.ts';
import { ClausePicker } from './clause-picker.tsx';
import { assembled, taken } from './clauses.ts';
import { requesters } from './requesters.ts';

type Requester = (typeof requesters)[number]['value'];

function Form({ from, library, onClose }: { from: Template; library: z.output<typeof ClauseLibrary>; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(from.standard ? '' : from.name);
  const [title, setTitle] = useState(from.title);
  const [requester, setRequester] = useState<Requester>(from.requester);
  const [terms, setTerms] = useState(from.terms);
  const [{ chosen, own }, setClauses] = useState(() => taken(library.clauses, from.clauses));
  const [problems, setProblems] = useState<ReturnType<typeof termProblems> & { name?: string; clauses?: string }>({});
  const save = useMutation({
    mutationFn: () => {
      const content = { name: name.trim(), title: title.trim(), requester, terms, clauses: assembled(library.clauses, chosen, own) };
      return from.standard ? createTemplate(content) : changeTemplate(from.id, content);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: templatesQuery.queryKey });
      onClose();
    },
  });
  const press = () => {
    const found = {
      ...termProblems(terms), ...(name.trim().length < 2 && { name: 'Give it a name that you will know it by.' }),
      ...(own.some((clause) => clause.title.trim().length < 2 || clause.text.trim().length < 2) && { clauses: 'Your own clauses need a title and words.' }),
    };
    setProblems(found);
    if (Object.keys(found).length === 0) save.mutate();
  };
  const fields = save.error instanceof ApiError ? Object.values(save.error.fields) : [];
  return (
    <div className="stack mt-4">
      <Field label="Name" required error={problems.name}><Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} /></Field>
      <Field label="Title of the document" required><Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} /></Field>
      <Field label="For"><Select options={requesters} value={requester} onChange={(event) => setRequester(event.target.value as Requester)} /></Field>
      <TermsFields terms={terms} problems={problems} onChange={(patch) => setTerms({ ...terms, ...patch })} />
      <ClausePicker
        library={library.clauses} required={library.required} chosen={chosen} own={own}
        onChoose={(next) => setClauses({ chosen: new Set(next), own })} onOwn={(next) => setClauses({ chosen, own: next })}
      />
      {problems.clauses && <Notice tone="caution" announce>{problems.clauses}</Notice>}
      {save.isError && <Notice tone="negative" announce>{[save.error instanceof ApiError ? save.error.message : 'It could not be saved.', ...fields].join(' ')}</Notice>}
      <div className="row row--wrap">
        <Button kind="primary" busy={save.isPending} onClick={press}>{from.standard ? 'Save as your own' : 'Save as a new version'}</Button>
        <Button kind="quiet" onClick={onClose}>Cancel</Button>
      </div>
    </div>
  );
}

/** A template of one's own, made from a form or changed. A change is a new version: what was signed stays as it was. */
export default function TemplateDialog({ from, onClose }: { from: Template; onClose: () => void }) {
  const { data, error, refetch, isFetching } = useQuery(clausesQuery);
  return (
    <Dialog
      open wide sheet onOpenChange={onClose} title={from.standard ? `A template from “${from.name}”` : `Change “${from.name}”`}
      description={from.standard ? 'The standard form stays as it is; this copy is yours.' : `This becomes version ${from.version + 1}. Open requests keep the version they were made with.`}
    >
      {error && data === undefined && <ErrorPanel title="The clauses didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="panel" /></div>}
      {data && <Form from={from} library={data} onClose={onClose} />}
    </Dialog>
  );
}
