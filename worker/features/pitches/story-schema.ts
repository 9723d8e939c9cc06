// The parts of a pitch that its format decides, and its characters.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';
import type { Format } from '../catalogue/lists.ts';
import { billings, detailFields, type DetailName, templates } from './lists.ts';

const line = (max: number) => z.string().max(max * 4).overwrite(cleanLine).max(max, `At most ${max} characters.`);

function detail(name: DetailName) {
  const { kind, max } = detailFields[name];
  if (kind === 'number') return z.int().min(1, 'At least 1.').max(max, `At most ${max}.`).nullable().optional();
  return (kind === 'line' ? line(max) : z.string().max(max * 4).overwrite(cleanText).max(max, `At most ${max} characters.`)).optional();
}

const ofFormat = <Name extends Format>(format: Name) =>
  z.strictObject({ format: z.literal(format), ...Object.fromEntries(templates[format].details.map((name) => [name, detail(name)])) });

type Numbers = 'runtimeMinutes' | 'pages' | 'episodes' | 'episodeMinutes';
export type PitchDetails = { format: Format } & { [Name in DetailName]?: (Name extends Numbers ? number | null : string) | undefined };

/** What a format asks for, named with it: details of one format never pass for another's. */
export const PitchDetails = z.discriminatedUnion('format', [
  ofFormat('feature'), ofFormat('short'), ofFormat('limited_series'), ofFormat('returning_series'), ofFormat('pilot'), ofFormat('tv_movie'),
  ofFormat('documentary_feature'), ofFormat('documentary_series'), ofFormat('animation'), ofFormat('web_series'), ofFormat('unscripted'),
]) as unknown as z.ZodType<PitchDetails, PitchDetails>;

export const Character = z.strictObject({
  name: line(120).min(1, 'A name is needed.'),
  /** Who it is, in a sentence. */
  line: line(300).default(''),
  /** As a casting note says it: "40s", "12 to 14". */
  ageRange: line(20).default(''),
  billing: z.enum(billings.map(({ value }) => value)),
});
export type Character = z.output<typeof Character>;
