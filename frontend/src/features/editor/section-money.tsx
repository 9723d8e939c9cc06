import { askKinds, currencies, type AskKind, type Currency } from '../../../../worker/features/catalogue/lists.ts';
import { minorUnits } from '../../lib/format.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { AmountInput } from './amount-input.tsx';
import { useEditor } from './editor-context.ts';
import { FinanceFields } from './finance-fields.tsx';
import { inCurrency } from './plan-fields.ts';
import { TextField } from './text-field.tsx';

/** The ask, the finance plan and the texts about money. */
export function SectionMoney() {
  const { draft, state } = useEditor();
  const { ask, seekingInvestment, financePlan } = state.fields;
  const currency = ask?.currency ?? financePlan?.currency ?? 'USD';
  const setAmount = (amount: number | null) => draft.edit({ ask: amount === null ? null : { amount, currency, kind: ask?.kind ?? 'equity' } });
  /** The plan is in the currency of the ask, so it goes along. */
  const setCurrency = (next: Currency) => ask && draft.edit({
    ask: { ...ask, amount: Math.round(ask.amount / minorUnits(ask.currency)) * minorUnits(next), currency: next }, ...(financePlan && { financePlan: inCurrency(financePlan, next) }),
  });
  return (
    <section id="money" className="section editor__section" aria-labelledby="money-title">
      <h2 className="t-title" id="money-title">Money</h2>
      <Switch label="Seeking investment" checked={seekingInvestment} onChange={(event) => draft.edit({ seekingInvestment: event.target.checked })} />
      <div className="editor__triple">
        <Field label="Ask" optional hint="Whole units; empty for none." error={state.refusals['ask.amount'] ?? state.refusals.ask}>
          <AmountInput amount={ask?.amount ?? null} currency={currency} onChange={setAmount} />
        </Field>
        <Field label="Currency"><Select options={currencies} value={currency} disabled={ask === null} onChange={(event) => setCurrency(event.target.value as Currency)} /></Field>
        <Field label="Kind"><Select options={askKinds} value={ask?.kind ?? 'equity'} disabled={ask === null} onChange={(event) => ask && draft.edit({ ask: { ...ask, kind: event.target.value as AskKind } })} /></Field>
      </div>
      <FinanceFields />
      <TextField name="protected.budgetBreakdown" mono rows={6} maxLength={20_000} optional hint="Top sheet lines; they should add up." />
      <TextField name="protected.financialProjections" mono rows={5} maxLength={20_000} optional />
      <TextField name="protected.distributionPlan" rows={5} maxLength={20_000} optional />
      <TextField name="protected.marketingStrategy" rows={5} maxLength={20_000} optional />
      <TextField name="protected.contactDetails" rows={3} maxLength={20_000} optional />
    </section>
  );
}
