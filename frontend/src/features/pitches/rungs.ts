import { gatedParts, gates, labelOf, type Gate, type GatedPart } from '../../../../worker/features/catalogue/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { formatList, lowerFirst } from '../../lib/format.ts';
import type { Rung } from '../../ui/ladder.tsx';

const ladder: readonly Gate[] = gates.map(({ value }) => value);
const rank = (gate: Gate): number => ladder.indexOf(gate);

const notes: Record<Gate, string> = { public: 'open', member: 'an account', confidential: 'at once', nda: 'when both have signed', deal: 'after a term sheet' };

/** What anyone may read of this pitch, by name; empty parts are not counted. */
export function publicParts(pitch: Pitch): string[] {
  const parts: [string, boolean][] = [
    ['Logline', pitch.logline !== ''],
    ['Synopsis', pitch.synopsis !== ''],
    ['Characters', pitch.characters.length > 0],
    ['Tone', pitch.tone !== ''],
    ['Comps', pitch.comps.length > 0],
    ['Team', pitch.team.length > 0],
    ['Ask', pitch.ask !== null],
    ['Why now', pitch.whyNow !== ''],
    ['Audience', pitch.audience !== ''],
    ['Production plan', pitch.productionPlan !== ''],
  ];
  return parts.filter(([, has]) => has).map(([name]) => name);
}

const isOpened = (pitch: Pitch, part: GatedPart): boolean => (part === 'financePlan' ? pitch.financePlan !== null : (pitch.protected[part] ?? '') !== '');
const opened = (pitch: Pitch): GatedPart[] => gatedParts.map(({ value }) => value).filter((part) => isOpened(pitch, part));

/** The gate of a field that is open to this reader. */
function gateOfOpened(pitch: Pitch, field: GatedPart): Gate {
  if (pitch.tier === 'owner') return pitch.access[field];
  return pitch.opened?.find((one) => one.field === field)?.gate ?? pitch.tier;
}

function describe(names: readonly string[]): string {
  return formatList(names.map((name, index) => (index === 0 ? name : lowerFirst(name))));
}

/** The rungs that hold something, and always the one the reader stands on. */
export function rungsOf(pitch: Pitch): Rung[] {
  const standing = pitch.tier === 'owner' ? ladder.length : rank(pitch.tier);
  return ladder.flatMap((gate): Rung[] => {
    const fields = [...opened(pitch).filter((field) => gateOfOpened(pitch, field) === gate), ...pitch.locked.filter((lock) => lock.gate === gate).map(({ field }) => field)];
    const names = [...(gate === 'public' ? publicParts(pitch) : []), ...fields.map((field) => labelOf(gatedParts, field))];
    const here = rank(gate) === standing;
    if (names.length === 0 && !here) return [];
    const open = rank(gate) <= standing;
    return [{ name: labelOf(gates, gate), what: names.length === 0 ? 'Nothing more than above' : describe(names), note: open ? 'open' : notes[gate], open, here }];
  });
}

/** How many parts there are, and how many of them this reader sees. */
export function partCounts(pitch: Pitch): { seen: number; all: number } {
  const seen = publicParts(pitch).length + opened(pitch).length;
  return { seen, all: seen + pitch.locked.length };
}
