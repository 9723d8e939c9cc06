import { gates, labelOf, type Gate, type ProtectedField } from '../../../../worker/features/catalogue/lists.ts';

/** The weakest gate that still protects each text, and why it is enough. */
const suggestions: Record<ProtectedField, { gate: Gate; because: string }> = {
  budgetBreakdown: { gate: 'nda', because: 'salaries and rates are in it' },
  financialProjections: { gate: 'nda', because: 'others would plan against it' },
  distributionPlan: { gate: 'confidential', because: 'it names buyers, but no secrets of theirs' },
  marketingStrategy: { gate: 'confidential', because: 'it is worth a promise, not a signature' },
  contactDetails: { gate: 'member', because: 'your name is public already' },
};

const strength = (gate: Gate): number => gates.findIndex(({ value }) => value === gate);

/** What to say beside a gate: whether it fits, is weaker, or is stronger than needed. */
export function adviceFor(field: ProtectedField, gate: Gate): { text: string; stronger: boolean } {
  const { gate: wanted, because } = suggestions[field];
  const name = labelOf(gates, wanted);
  if (gate === wanted) return { text: `Suggested: ${name}, as it is now`, stronger: false };
  if (strength(gate) > strength(wanted)) return { text: `Stronger than needed. ${name} would do: ${because}.`, stronger: true };
  return { text: `Suggested: ${name}, since ${because}`, stronger: false };
}
