import { formatDay } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useEditor } from './editor-context.ts';

/** An operator took the pitch out of the market: why, what stays, and what to do. */
export function TakedownNotice() {
  const { takedown } = useEditor().state.saved;
  if (takedown === null) return null;
  return (
    <Notice tone="negative" icon="alert">
      <p className="t-strong">Taken out of the market on {formatDay(takedown.at)}</p>
      <p>{takedown.reason}</p>
      <p className="mt-2">Everything in it is kept, and so is every agreement about it. Mend what the reason names. Only the people who look after the market can put it back; you get a mail when they do, and until then it cannot be published.</p>
    </Notice>
  );
}
