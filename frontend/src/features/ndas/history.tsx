import type { Nda } from '../../../../worker/features/ndas/schema.ts';
import { formatClock, formatDay } from '../../lib/format.ts';
import { historySentence } from './words.ts';

/** Every step with who, when and why. */
export function History({ history }: { history: Nda['history'] }) {
  return (
    <ol className="list">
      {history.map((step, index) => (
        <li key={index} className="nda__when">
          <time className="t-xs t-2 num" dateTime={step.at}>{formatDay(step.at)}, {formatClock(step.at)}</time>
          <div>
            <p className="t-medium">{historySentence(step)}</p>
            {step.reason !== null && step.by !== 'system' && <p className="t-2">“{step.reason}”</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
