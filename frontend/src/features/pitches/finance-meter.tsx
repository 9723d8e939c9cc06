import type { FinancePlan } from '../../../../worker/features/pitches/finance.schema.ts';
import { financeStatuses } from '../../../../worker/features/pitches/lists.ts';
import { formatMoney } from '../../lib/format.ts';
import { headroomFact, planSentence, sourceName } from './finance-words.ts';
import './finance.css';

/** Firmest first, as a financier reads it; within a status as the owner put them. */
export const byFirmness = <Source extends { status: string }>(sources: readonly Source[]): Source[] => financeStatuses.flatMap(({ value }) => sources.filter(({ status }) => status === value));

/** The plan as one bar: what is secured, committed and sought, and what no source covers yet. */
export function FinanceMeter({ plan }: { plan: Pick<FinancePlan, 'currency' | 'budget' | 'sources' | 'sums'> }) {
  const { currency, budget, sources, sums } = plan;
  const length = Math.max(sums.total, budget ?? 0);
  const missing = length - sums.total;
  const headroom = headroomFact(plan);
  const said = [...byFirmness(sources).map((source) => `${sourceName(source)} ${formatMoney(source.amount, currency)}, ${source.status}`), ...(missing > 0 ? [`not yet in the plan ${formatMoney(missing, currency)}`] : [])].join('; ');
  return (
    <div>
      <p className="t-read">{planSentence(plan)}</p>
      <div className="meter" role="img" aria-label={`Finance plan: ${said}`}>
        {byFirmness(sources).map((source, index) => <i key={index} className={`meter__${source.status}`} style={{ flexGrow: source.amount / length }} />)}
        {missing > 0 && <i className="meter__missing" style={{ flexGrow: missing / length }} />}
      </div>
      <p className="meter__key t-xs t-2 num">
        {financeStatuses.filter(({ value }) => sums[value] > 0).map(({ value, label }) => <span key={value}><i className={`meter__${value}`} />{label} {formatMoney(sums[value], currency)}</span>)}
        {headroom && <span>{missing > 0 && <i className="meter__missing" />}{headroom.term} {headroom.value}</span>}
      </p>
    </div>
  );
}
