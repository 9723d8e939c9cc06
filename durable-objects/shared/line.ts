// Lines of people's streams on their way to tabs. Fifty people are told the same words under numbers of their own, so the words become text once.
import type { StreamEntry } from '../../worker/platform/live/streams.ts';

/** `rest`: the JSON of the line behind its number. */
export interface Line { seq: number; rest: string }

/**
 * Lines that follow each other, as they go from one object to another: a text costs a call a fraction of what a list costs. `rests`: those of
 * the lines with a line feed between them, of which JSON has none.
 */
export interface Run { from: number; rests: string }

const made = new WeakMap<object, { at: string; rest: string }>();

/** The JSON of a line behind its number. The same event at the same time is written once. */
export function restOf(at: string, event: object): string {
  let text = made.get(event);
  if (text?.at !== at) made.set(event, (text = { at, rest: `"at":${JSON.stringify(at)},"event":${JSON.stringify(event)}}` }));
  return text.rest;
}

export const lineOf = ({ seq, at, event }: StreamEntry): Line => ({ seq, rest: restOf(at, event) });

/** The line as JSON, a value of StreamLine. */
export const textOf = ({ seq, rest }: Line): string => `{"seq":${seq},${rest}`;

/** Entries in the order of their numbers, as few runs as they make. */
export function runsOf(entries: readonly StreamEntry[]): Run[] {
  const runs: { from: number; rests: string[] }[] = [];
  for (const { seq, at, event } of entries) {
    const last = runs.at(-1);
    if (last && seq === last.from + last.rests.length) last.rests.push(restOf(at, event));
    else runs.push({ from: seq, rests: [restOf(at, event)] });
  }
  return runs.map(({ from, rests }) => ({ from, rests: rests.join('\n') }));
}

export const linesIn = ({ from, rests }: Run): Line[] => rests.split('\n').map((rest, index) => ({ seq: from + index, rest }));
