import type { ProtectedField } from '../../../worker/features/catalogue/lists.ts';
import type { SeedPerson } from '../content/person.ts';
import type { SeedPitch } from '../content/pitch.ts';
import { projection, ranks } from './projection.ts';
import { projectionText, sheetText } from './texts.ts';
import { planTotal, topSheet } from './top-sheet.ts';

/** Films on which somebody is asked to risk money and get it back; a grant-funded short has no waterfall. */
function hasProjection(pitch: SeedPitch): boolean {
  if (!pitch.money || pitch.money.shape === 'short') return false;
  const { advances, equity } = ranks(pitch.money);
  return equity + advances > 0;
}

const to = (step: number, amount: number): number => Math.round(amount / step) * step;

/** The protected texts of a pitch; a field without words is absent. */
export function protectedTexts(pitch: SeedPitch, owner: SeedPerson): Partial<Record<ProtectedField, string>> {
  const texts: Partial<Record<ProtectedField, string>> = {};
  if (pitch.money) {
    texts.budgetBreakdown = sheetText(topSheet(pitch.money, pitch.slug), pitch.money);
    if (hasProjection(pitch)) {
      const budget = planTotal(pitch.money);
      const step = budget >= 1_000_000 ? 10_000 : 1000;
      texts.financialProjections = projectionText(
        projection(pitch.money, [
          ['low', to(step, budget * 0.38)],
          ['base', to(step, budget * 0.82)],
          ['high', to(step, budget * 1.7)],
        ]),
        pitch.money.currency,
      );
    }
  }
  if (pitch.distribution) texts.distributionPlan = pitch.distribution;
  if (pitch.marketing) texts.marketingStrategy = pitch.marketing;
  if (pitch.status !== 'draft') texts.contactDetails = [owner.name, owner.company, owner.email, owner.location].filter((part) => part !== null).join('\n');
  return texts;
}
