import { useState, type FormEvent } from 'react';
import { CONSENT, type SignBody } from '../../../../worker/features/ndas/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segment } from '../../ui/segment.tsx';
import { emptyDrawing, ENOUGH_INK, inkOf } from './pen.ts';
import { pictureOf, SignaturePad } from './signature-pad.tsx';
import './signing.css';

interface SignFormProps {
  name: string;
  company: string | null;
  /** Of the very bytes that are shown; null while they are being read or when they are not what the server says. */
  documentHash: string | null;
  submitLabel: string;
  note: string;
  onSign: (body: SignBody) => Promise<unknown>;
  /** Shows the document anew after the server says that it is another. */
  onStale: () => void;
}

const isStale = (failure: unknown): boolean => failure instanceof ApiError && failure.extra.reason === 'document_changed';

/** Typed or drawn, with name and role. Nothing leaves before the box is ticked. */
export function SignForm({ name: givenName, company: givenCompany, documentHash, submitLabel, note, onSign, onStale }: SignFormProps) {
  const [kind, setKind] = useState<'typed' | 'drawn'>('typed');
  const [drawing, setDrawing] = useState(emptyDrawing);
  const [name, setName] = useState(givenName);
  const [title, setTitle] = useState('');
  const [company, setCompany] = useState(givenCompany ?? '');
  const [accepted, setAccepted] = useState(false);
  const [problems, setProblems] = useState<{ name?: string; signature?: string; accepted?: string }>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...(name.trim().length < 2 && { name: 'Write your full name.' }),
      ...(kind === 'drawn' && inkOf(drawing) < ENOUGH_INK && { signature: 'Draw your signature, or choose Type.' }),
      ...(!accepted && { accepted: 'Tick that you have read it and agree.' }),
    };
    setProblems(found);
    setFailure(null);
    if (Object.keys(found).length > 0 || documentHash === null) return;
    setBusy(true);
    try {
      await onSign({
        name: name.trim(), ...(title.trim() && { title: title.trim() }), ...(company.trim() && { company: company.trim() }),
        signature: kind === 'typed' ? { kind, value: name.trim() } : { kind, value: pictureOf(drawing) }, accepted: true, documentHash,
      });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="signbox" aria-label="Signature" noValidate onSubmit={(event) => void submit(event)}>
      <div>
        <div className="row between mb-3">
          <h2 className="t-h2">Your signature</h2>
          <Segment label="How to sign" options={[{ value: 'typed', label: 'Type' }, { value: 'drawn', label: 'Draw' }]} value={kind} onChange={setKind} />
        </div>
        {kind === 'typed' ? <div className="sigline"><span aria-hidden="true">{name}</span></div> : <SignaturePad drawing={drawing} onChange={setDrawing} />}
        {problems.signature && <p className="field__error mt-2" role="alert">{problems.signature}</p>}
        <div className="mt-4"><Checkbox label={CONSENT} checked={accepted} aria-invalid={problems.accepted !== undefined} onChange={(event) => setAccepted(event.target.checked)} /></div>
        {problems.accepted && <p className="field__error mt-2" role="alert">{problems.accepted}</p>}
      </div>
      <div className="stack">
        <Field label="Full name" required error={problems.name}><Input value={name} maxLength={120} autoComplete="name" onChange={(event) => setName(event.target.value)} /></Field>
        <Field label="Title" optional><Input value={title} maxLength={120} autoComplete="organization-title" onChange={(event) => setTitle(event.target.value)} /></Field>
        <Field label="Company" optional><Input value={company} maxLength={160} autoComplete="organization" onChange={(event) => setCompany(event.target.value)} /></Field>
        {failure !== null && (
          <Notice tone="negative" announce actions={isStale(failure) && <Button size="sm" onClick={onStale}>Show the document as it is now</Button>}>
            {failure instanceof ApiError ? failure.message : 'It could not be signed.'} Nothing was signed.
          </Notice>
        )}
        <Button type="submit" kind="primary" size="lg" block busy={busy} disabled={documentHash === null}>{submitLabel}</Button>
        <p className="t-xs t-3">{note}</p>
      </div>
    </form>
  );
}
