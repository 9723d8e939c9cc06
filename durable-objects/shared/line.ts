// A line of a person's stream on its way to tabs. Fifty people are told the same words under numbers of their own, so the words become text once.
import type { StreamEntry } from '../../worker/platform/live/streams.ts';

/** `rest`: the JSON of the line behind its number. */
export interface Line { seq: number; rest: string }

const made = new WeakMap<object, { at: string; rest: string }>();

/** The line of an entry. Entries of several people that hold the same event share its text. */
export function lineOf({ seq, at, event }: StreamEntry): Line {
  let text = made.get(event);
  if (text?.at !== at) made.set(event, (text = { at, rest: `"at":${JSON.stringify(at)},"event":${JSON.stringify(event)}}` }));
  return { seq, rest: text.rest };
}

/** The line as JSON, a value of StreamLine. */
export const textOf = ({ seq, rest }: Line): string => `{"seq":${seq},${rest}`;
