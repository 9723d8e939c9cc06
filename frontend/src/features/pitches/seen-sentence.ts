import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { partCounts } from './rungs.ts';

/** "You see 7 of 12 parts." */
export function seenShort(pitch: Pitch): string {
  const { seen, all } = partCounts(pitch);
  return seen === all ? 'You see all there is.' : `You see ${seen} of ${all} parts.`;
}

/** "You see 7 of 12 parts. Five need a further step." */
export function seenSentence(pitch: Pitch): string {
  const { seen, all } = partCounts(pitch);
  const left = all - seen;
  if (left === 0) return all === 1 ? 'You see all there is.' : `You see all ${all} parts.`;
  return `You see ${seen} of ${all} parts. ${left === 1 ? 'One needs' : `The other ${left} need`} a further step.`;
}
