import type { Terms } from '../../../../worker/features/ndas/schema.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import './terms.css';

type Changed = (patch: Partial<Terms>) => void;

const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

function Count({ label, hint, name, terms, error, onChange }: { label: string; hint?: string; name: 'termMonths' | 'accessDays' | 'nonCircumventionMonths'; terms: Terms; error: string | undefined; onChange: Changed }) {
  const value = terms[name];
  return (
    <Field label={label} hint={hint} error={error}>
      <Input look="number" inputMode="numeric" value={Number.isNaN(value) ? '' : String(value)} onChange={(event) => onChange({ [name]: whole(event.target.value) })} />
    </Field>
  );
}

/** Everything the two sides may bargain about. */
export function TermsFields({ terms, problems, onChange }: { terms: Terms; problems: Partial<Record<keyof Terms, string>>; onChange: Changed }) {
  const tick = (name: 'download' | 'submissionRelease' | 'residuals' | 'creditIntent' | 'publicityBan', label: string) => (
    <Checkbox key={name} label={label} checked={terms[name]} onChange={(event) => onChange({ [name]: event.target.checked })} />
  );
  return (
    <div className="terms">
      <div className="terms__row">
        <Count label="Months of secrecy" name="termMonths" terms={terms} error={problems.termMonths} onChange={onChange} />
        <Count label="Days of access" name="accessDays" terms={terms} error={problems.accessDays} onChange={onChange} />
        <Count label="Months of not going around" hint="0 leaves the clause out." name="nonCircumventionMonths" terms={terms} error={problems.nonCircumventionMonths} onChange={onChange} />
      </div>
      <Field label="Law" error={problems.governingLaw}><Input value={terms.governingLaw} maxLength={80} onChange={(event) => onChange({ governingLaw: event.target.value })} /></Field>
      <fieldset className="terms__ticks">
        <legend className="t-medium">Clauses</legend>
        {tick('download', 'Stamped copies may be downloaded')}
        {tick('publicityBan', 'No public word about the talks')}
        {tick('submissionRelease', 'A submission release, in the same signature')}
        {tick('creditIntent', 'Credit is to be agreed in good faith')}
        {tick('residuals', 'What stays in memory may be used (unusual, against the owner)')}
      </fieldset>
      <Field label="Work of reference" optional hint="A registration that fixes what existed."><Input value={terms.priorWork} maxLength={200} onChange={(event) => onChange({ priorWork: event.target.value })} /></Field>
      <Field label="Added words" optional hint="They stand in the document as you write them."><Textarea rows={3} value={terms.special} maxLength={4000} onChange={(event) => onChange({ special: event.target.value })} /></Field>
    </div>
  );
}
