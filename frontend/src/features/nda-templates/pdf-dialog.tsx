import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ChangeEvent } from 'react';
import type { Terms } from '../../../../worker/features/ndas/schema.ts';
import type { Template } from '../../../../worker/features/nda-templates/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { bringFile, MOST_BYTES } from '../nda-files/api.ts';
import { OwnPdf } from '../nda-files/own-pdf.tsx';
import { termProblems } from '../ndas/terms-change.ts';
import { savePdfTemplate, templatesQuery } from './api.ts';
import { requesters } from './requesters.ts';

type Shown = { sha256: string; name: string; id: string | null };
const numbers = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** One's own PDF as the agreement. `from` is the template that is changed; null makes one, with the terms of `standard`. */
export default function PdfDialog({ from, standard, onClose }: { from: Template | null; standard: Terms; onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<Shown | null>(from?.file ? { ...from.file, id: null } : null);
  const [name, setName] = useState(from?.name ?? '');
  const [title, setTitle] = useState(from?.title ?? 'Confidentiality agreement');
  const [requester, setRequester] = useState<Template['requester']>(from?.requester ?? 'any');
  const [terms, setTerms] = useState<Terms>(from?.terms ?? { ...standard, nonCircumventionMonths: 0 });
  const [problems, setProblems] = useState<{ file?: string; name?: string; title?: string } & ReturnType<typeof termProblems>>({});
  const bring = useMutation({
    mutationFn: bringFile,
    onSuccess: ({ id, sha256, fileName }) => {
      setFile({ id, sha256, name: fileName });
      if (name === '') setName(fileName.replace(/\.pdf$/i, ''));
    },
  });
  const save = useMutation({
    mutationFn: () => savePdfTemplate(from?.id ?? null, { name: name.trim(), title: title.trim(), requester, terms, ...(file?.id && { fileId: file.id }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: templatesQuery.queryKey });
      onClose();
    },
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    event.target.value = '';
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) return setProblems({ file: 'At most 10 MB. An agreement is text; print it to PDF rather than scan it.' });
    setProblems({});
    bring.mutate(chosen);
  };
  const press = () => {
    const found = { ...termProblems(terms), ...(file === null && { file: 'Choose the PDF first.' }), ...(name.trim().length < 2 && { name: 'Give it a name that you will know it by.' }), ...(title.trim().length < 2 && { title: 'The title stands above the signature.' }) };
    setProblems(found);
    if (Object.keys(found).length === 0) save.mutate();
  };
  const failure = bring.error ?? save.error;
  return (
    <Dialog
      open wide sheet onOpenChange={onClose} title={from ? `Change “${from.name}”` : 'Your own PDF as the agreement'}
      description={from ? `This becomes version ${from.version + 1}. What was signed or asked for with an earlier version keeps its bytes.` : 'Readers see every page before they ask. What they sign is this file, bound by its fingerprint.'}
      foot={<><Button kind="quiet" onClick={onClose}>Cancel</Button><Button kind="primary" busy={save.isPending} disabled={bring.isPending} onClick={press}>{from ? 'Save as a new version' : 'Save the template'}</Button></>}
    >
      <div className="stack mt-4">
        <Field label={file ? 'Another PDF instead' : 'PDF'} required={file === null} hint="Up to 10 MB and 60 pages, not encrypted." error={problems.file}>
          <Input type="file" accept="application/pdf,.pdf" disabled={bring.isPending} onChange={choose} />
        </Field>
        {bring.isPending && <p className="t-2" role="status">Sending and reading the PDF…</p>}
        {failure && <Notice tone="negative" announce>{failure instanceof ApiError ? failure.message : 'It did not leave. Nothing was changed.'}</Notice>}
        {file && <OwnPdf key={file.sha256} sha256={file.sha256} name={file.name} headingLevel={3} />}
        <Field label="Name" required error={problems.name}><Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} /></Field>
        <Field label="Title of the document" required error={problems.title}><Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} /></Field>
        <Field label="For"><Select options={requesters} value={requester} onChange={(event) => setRequester(event.target.value as Template['requester'])} /></Field>
        <div className="terms__row">
          <Field label="Months of secrecy" hint="As your PDF says: the ledgers go by it." error={problems.termMonths}><Input look="number" inputMode="numeric" value={Number.isNaN(terms.termMonths) ? '' : String(terms.termMonths)} onChange={(event) => setTerms({ ...terms, termMonths: numbers(event.target.value) })} /></Field>
          <Field label="Days of access" error={problems.accessDays}><Input look="number" inputMode="numeric" value={Number.isNaN(terms.accessDays) ? '' : String(terms.accessDays)} onChange={(event) => setTerms({ ...terms, accessDays: numbers(event.target.value) })} /></Field>
        </div>
        <Checkbox label="Stamped copies may be downloaded" checked={terms.download} onChange={(event) => setTerms({ ...terms, download: event.target.checked })} />
      </div>
    </Dialog>
  );
}
