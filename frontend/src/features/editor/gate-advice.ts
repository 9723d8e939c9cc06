import { gates, labelOf, type Gate, type GatedPart } from '../../../../worker/features/catalogue/lists.ts';

/** The weakest gate that still protects each part, and why it is enough. */
const suggestions: Record<GatedPart, { gate: Gate; because: string }> = {
  financePlan: { gate: 'member', because: 'it names sums and where they come from, but no salaries' },
  budgetBreakdown: { gate: 'nda', because: 'salaries and rates are in it' },
  financialProjections: { gate: 'nda', because: 'others would plan against it' },
  distributionPlan: { gate: 'confidential', because: 'it names buyers, but no secrets of theirs' },
  marketingStrategy: { gate: 'confidential', because: 'it is worth a promise, not a signature' },
  contactDetails: { gate: 'member', because: 'your name is public already' },
};

const strength = (gate: Gate): number => gates.findIndex(({ value }) => value === gate);

/** Every suggestion at once. */
export const suggestedGates = Object.fromEntries(Object.entries(suggestions).map(([part, { gate }]) => [part, gate])) as Record<GatedPart, Gate>;

/** What to say beside a gate: whether it fits, is weaker, or is stronger than needed. */
export function adviceFor(field: GatedPart, gate: Gate): { text: string; stronger: boolean } {
  const { gate: wanted, because } = suggestions[field];
  const name = labelOf(gates, wanted);
  if (gate === wanted) return { text: `Suggested: ${name}, as it is now`, stronger: false };
  if (strength(gate) > strength(wanted)) return { text: `Stronger than needed. ${name} would do: ${because}.`, stronger: true };
  return { text: `Suggested: ${name}, since ${because}`, stronger: false };
}
