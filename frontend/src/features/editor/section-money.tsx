import { askKinds, currencies, type AskKind, type Currency } from '../../../../worker/features/catalogue/lists.ts';
import { minorUnits } from '../../lib/format.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useEditor } from './editor-context.ts';
import { TextField } from './text-field.tsx';

/** The ask and the texts about money. Amounts are typed in whole units and kept in minor ones. */
export function SectionMoney() {
  const { draft, state } = useEditor();
  const { ask, seekingInvestment } = state.fields;
  const currency = ask?.currency ?? 'USD';
  const setAmount = (digits: string) => {
    const amount = Number(digits) * minorUnits(currency);
    draft.edit({ ask: amount > 0 ? { amount, currency, kind: ask?.kind ?? 'equity' } : null });
  };
  return (
    <section id="money" className="section editor__section" aria-labelledby="money-title">
      <h2 className="t-title" id="money-title">Money</h2>
      <Switch label="Seeking investment" checked={seekingInvestment} onChange={(event) => draft.edit({ seekingInvestment: event.target.checked })} />
      <div className="editor__triple">
        <Field label="Ask" optional hint="Whole units; empty for none." error={state.refusals['ask.amount'] ?? state.refusals.ask}>
          <Input look="number" inputMode="numeric" maxLength={13} value={ask ? Math.round(ask.amount / minorUnits(ask.currency)).toLocaleString('en-GB') : ''} onChange={(event) => setAmount(event.target.value.replace(/\D/g, ''))} />
        </Field>
        <Field label="Currency"><Select options={currencies} value={currency} disabled={ask === null} onChange={(event) => ask && draft.edit({ ask: { ...ask, amount: Math.round(ask.amount / minorUnits(ask.currency)) * minorUnits(event.target.value), currency: event.target.value as Currency } })} /></Field>
        <Field label="Kind"><Select options={askKinds} value={ask?.kind ?? 'equity'} disabled={ask === null} onChange={(event) => ask && draft.edit({ ask: { ...ask, kind: event.target.value as AskKind } })} /></Field>
      </div>
      <TextField name="protected.budgetBreakdown" rows={6} maxLength={20_000} optional hint="Top sheet lines; they should add up." />
      <TextField name="protected.financialProjections" rows={5} maxLength={20_000} optional />
      <TextField name="protected.distributionPlan" rows={5} maxLength={20_000} optional />
      <TextField name="protected.marketingStrategy" rows={5} maxLength={20_000} optional />
      <TextField name="protected.contactDetails" rows={3} maxLength={20_000} optional />
    </section>
  );
}
