import { labelOf } from '../../../../worker/features/catalogue/lists.ts';
import type { FinancePlan } from '../../../../worker/features/pitches/finance.schema.ts';
import { financeKinds, financeStatuses, type FinanceStatus } from '../../../../worker/features/pitches/lists.ts';
import { formatMoney } from '../../lib/format.ts';
import { Status } from '../../ui/status.tsx';
import { byFirmness, FinanceMeter } from './finance-meter.tsx';
import { headroomFact, shareOf, sourceName } from './finance-words.ts';

const tones = { secured: 'positive', committed: 'caution', sought: 'accent' } as const satisfies Record<FinanceStatus, string>;

/** The finance plan: the meter, and every source with its share. */
export function PitchMoney({ plan }: { plan: FinancePlan }) {
  const { currency, budget, sources, sums } = plan;
  const headroom = headroomFact(plan);
  return (
    <>
      <FinanceMeter plan={plan} />
      {sources.length > 0 && (
        <div className="table-scroll finance" tabIndex={0} role="region" aria-label="Finance plan, source by source">
          <table className="table table--dense finance__table">
            <thead><tr><th scope="col">Source</th><th scope="col">Status</th><th scope="col" className="r">Amount</th><th scope="col" className="r finance__share">Share</th></tr></thead>
            <tbody>
              {byFirmness(sources).map((source, index) => (
                <tr key={index}>
                  <th scope="row">
                    {sourceName(source)}
                    <span className="t-xs t-2 finance__note">{[source.name !== '' && labelOf(financeKinds, source.kind), source.note].filter(Boolean).join('. ')}</span>
                  </th>
                  <td><Status tone={tones[source.status]}>{labelOf(financeStatuses, source.status)}</Status></td>
                  <td className="r">{formatMoney(source.amount, currency)}</td>
                  <td className="r finance__share">{shareOf(source.amount, sums.total)}%</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr><th scope="row">Total</th><td /><td className="r">{formatMoney(sums.total, currency)}</td><td className="r finance__share">100%</td></tr>
              {budget !== null && <tr><th scope="row">Budget</th><td /><td className="r">{formatMoney(budget, currency)}</td><td className="finance__share" /></tr>}
              {headroom && <tr><th scope="row">{headroom.term}</th><td /><td className="r">{headroom.value}</td><td className="finance__share" /></tr>}
            </tfoot>
          </table>
        </div>
      )}
      <p className="t-xs t-3 mt-3">Figures of the pitch’s owner, added up by us. Pitchey moves no money and gives no advice.</p>
    </>
  );
}
