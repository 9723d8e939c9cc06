import { countOf, formatClock } from '../lib/format.ts';
import { Icon } from './icon.tsx';

export type SaveStateValue =
  | { kind: 'saved'; at: Date }
  | { kind: 'saving' }
  | { kind: 'offline'; kept: number }
  | { kind: 'conflict'; onReview: () => void };

/** Where the person's words are now, in words. */
export function SaveState({ state }: { state: SaveStateValue }) {
  if (state.kind === 'conflict') {
    return (
      <button type="button" className="save save--conflict" onClick={state.onReview}>
        <Icon name="swap" />
        Changed elsewhere, review
      </button>
    );
  }
  return (
    <span className={state.kind === 'offline' ? 'save save--off' : 'save'} role="status">
      {state.kind === 'saving' && 'Saving…'}
      {state.kind === 'saved' && <><Icon name="check" />Saved {formatClock(state.at)}</>}
      {state.kind === 'offline' && <><Icon name="offline" />Offline, {countOf(state.kept, 'change')} kept on this device</>}
    </span>
  );
}
