import { countOf, formatClock } from '../lib/format.ts';
import { Icon } from './icon.tsx';

export type SaveStateValue =
  | { kind: 'saved'; at: Date }
  | { kind: 'saving' }
  /** `refused`: some value cannot be saved as it stands. `isKept`: the changes also lie on this device, and outlive the page. */
  | { kind: 'offline' | 'refused'; changes: number; isKept: boolean }
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
    <span className={state.kind === 'offline' || state.kind === 'refused' ? 'save save--off' : 'save'} role="status">
      {state.kind === 'saving' && 'Saving…'}
      {state.kind === 'saved' && <><Icon name="check" />Saved {formatClock(state.at)}</>}
      {(state.kind === 'offline' || state.kind === 'refused') && (
        <><Icon name={state.kind === 'offline' ? 'offline' : 'clock'} />{state.kind === 'offline' ? 'Offline' : 'Not saved'}, {countOf(state.changes, 'change')} {state.isKept ? 'kept on this device' : 'on this page only'}</>
      )}
    </span>
  );
}
