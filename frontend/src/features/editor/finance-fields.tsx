import { currencies, type Currency } from '../../../../worker/features/catalogue/lists.ts';
import { doubtsOf, sumsOf } from '../../../../worker/features/pitches/finance.sums.ts';
import { financeKinds, financeStatuses, type FinanceKind, type FinanceStatus } from '../../../../worker/features/pitches/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { FinanceMeter } from '../pitches/finance-meter.tsx';
import { doubtSentence, sourceName } from '../pitches/finance-words.ts';
import { AmountInput } from './amount-input.tsx';
import { useEditor } from './editor-context.ts';
import { FieldGate } from './field-gate.tsx';
import { emptyPlan, inCurrency, planToSend, type PlanFields, type SourceFields } from './plan-fields.ts';

const MOST = 30;

/** Where the money comes from, source by source, with the meter that readers see and what a financier would ask about. */
export function FinanceFields() {
  const { draft, state } = useEditor();
  const { ask, budgetBand, financePlan } = state.fields;
  const plan = financePlan ?? emptyPlan(ask?.currency ?? 'USD');
  const edit = (changes: Partial<PlanFields>) => {
    const next = { ...plan, ...changes };
    draft.edit({ financePlan: next.budget === null && next.sources.length === 0 ? null : next });
  };
  const change = (at: number, changes: Partial<SourceFields>) => edit({ sources: plan.sources.map((row, index) => (index === at ? { ...row, ...changes } : row)) });
  const refusal = (path: string) => state.refusals[`financePlan.${path}`];
  const whole = planToSend(financePlan);
  const doubts = whole === null ? [] : doubtsOf(whole, { ask, budgetBand });
  return (
    <div className="stack" role="group" aria-labelledby="finance-plan-title">
      <div className="row between"><h3 className="t-h3" id="finance-plan-title">Finance plan</h3><FieldGate name="financePlan" /></div>
      <p className="t-2">Every source and how firm it is. The sums are worked out for you; salaries and rates belong into the budget breakdown.</p>
      <div className="editor__pair">
        <Field label="Budget" optional hint="All it costs to delivery, contingency included." error={refusal('budget')}><AmountInput amount={plan.budget} currency={plan.currency} onChange={(budget) => edit({ budget })} /></Field>
        <Field label="Currency" hint={ask ? 'That of the ask.' : undefined} error={refusal('currency')}>
          <Select options={currencies} value={plan.currency} disabled={ask !== null || financePlan === null} onChange={(event) => draft.edit({ financePlan: inCurrency(financePlan, event.target.value as Currency) })} />
        </Field>
      </div>
      <ul className="list">
        {plan.sources.map((row, index) => (
          <li key={index} className="editor__row editor__row--source"> {/* as with comps: the position is the identity */}
            <Field label="Source"><Select options={financeKinds} value={row.kind} onChange={(event) => change(index, { kind: event.target.value as FinanceKind })} /></Field>
            <Field label="Amount" error={refusal(`sources.${index}.amount`)}><AmountInput amount={row.amount} currency={plan.currency} onChange={(amount) => change(index, { amount: amount ?? 0 })} /></Field>
            <Field label="Status"><Select options={financeStatuses} value={row.status} onChange={(event) => change(index, { status: event.target.value as FinanceStatus })} /></Field>
            <Field label="Who or what" optional error={refusal(`sources.${index}.name`)}><Input value={row.name} maxLength={120} placeholder="Screen agency" onChange={(event) => change(index, { name: event.target.value })} /></Field>
            <Field label="Note" optional className="editor__note" error={refusal(`sources.${index}.note`)}><Input value={row.note} maxLength={400} placeholder="Conditions, dates, territories" onChange={(event) => change(index, { note: event.target.value })} /></Field>
            <IconButton icon="close" label={`Remove ${sourceName(row)}`} onClick={() => edit({ sources: plan.sources.filter((_, at) => at !== index) })} />
          </li>
        ))}
      </ul>
      <div><Button disabled={plan.sources.length >= MOST} onClick={() => edit({ sources: [...plan.sources, { kind: 'equity', name: '', amount: 0, status: 'sought', note: '' }] })}>Add a source</Button></div>
      {whole !== null && <FinanceMeter plan={{ ...whole, sums: sumsOf(whole) }} />}
      {doubts.length > 0 && (
        <Notice tone="caution">
          <p className="t-strong">Readers who know money will ask</p>
          <ul className="editor__missing">{doubts.map((doubt) => <li key={doubt.about}>{doubtSentence(doubt, { currency: plan.currency, ask, budgetBand })}</li>)}</ul>
        </Notice>
      )}
    </div>
  );
}
