// What a pitch still lacks, and why it matters. The required ones decide whether it can be published.
import type { Ask, Comp, Completeness } from './schema.ts';
import { SYNOPSIS_MIN } from './schema.ts';
import { detailFields, templates } from './lists.ts';
import type { Format } from '../catalogue/lists.ts';
import type { PitchDetails } from './story-schema.ts';

/** What is looked at. */
export interface Substance {
  title: string;
  logline: string;
  synopsis: string;
  format: Format;
  genres: readonly string[];
  stage: string | null;
  budgetBand: string | null;
  ask: Ask | null;
  comps: readonly Comp[];
  tone: string;
  audience: string;
  whyNow: string;
  productionPlan: string;
  hasPoster: boolean;
  teamSize: number;
  details: PitchDetails | null;
  characterCount: number;
}

interface Check {
  field: string;
  required: boolean;
  why: string;
  done(pitch: Substance): boolean;
}

const checks: readonly Check[] = [
  { field: 'title', required: true, why: 'A pitch is found by its title.', done: (pitch) => pitch.title !== '' },
  { field: 'logline', required: true, why: 'The logline is the one sentence that every card shows.', done: (pitch) => pitch.logline !== '' },
  { field: 'synopsis', required: true, why: `The synopsis tells the story to its end, in ${SYNOPSIS_MIN} characters or more.`, done: (pitch) => [...pitch.synopsis].length >= SYNOPSIS_MIN },
  { field: 'format', required: true, why: 'Buyers filter by format.', done: (pitch) => Boolean(pitch.format) },
  { field: 'genres', required: true, why: 'Buyers filter by genre.', done: (pitch) => pitch.genres.length > 0 },
  { field: 'stage', required: true, why: 'The stage says what the project needs next.', done: (pitch) => pitch.stage !== null },
  { field: 'budgetBand', required: true, why: 'Without a budget band nobody can tell whether it fits their mandate.', done: (pitch) => pitch.budgetBand !== null },
  { field: 'poster', required: false, why: 'The poster is what a reader sees first.', done: (pitch) => pitch.hasPoster },
  { field: 'ask', required: false, why: 'A reader who likes it wants to know what you ask for.', done: (pitch) => pitch.ask !== null },
  { field: 'comps', required: false, why: 'Comparable titles place the film for those who sell it.', done: (pitch) => pitch.comps.length > 0 },
  { field: 'tone', required: false, why: 'Tone tells two films with the same logline apart.', done: (pitch) => pitch.tone !== '' },
  { field: 'characters', required: false, why: 'Actors, and those who cast them, read for the parts.', done: (pitch) => pitch.characterCount > 0 || isOfReality(pitch.format) },
  { field: 'team', required: false, why: 'Who makes it matters as much as what it is.', done: (pitch) => pitch.teamSize > 0 },
  { field: 'audience', required: false, why: 'Name who will buy a ticket.', done: (pitch) => pitch.audience !== '' },
  { field: 'whyNow', required: false, why: 'Say why it has to be made now, and by you.', done: (pitch) => pitch.whyNow !== '' },
  { field: 'productionPlan', required: false, why: 'A plan of days and places shows that it can be made.', done: (pitch) => pitch.productionPlan !== '' },
];

/** Formats without written parts. */
const isOfReality = (format: Format): boolean => format === 'unscripted' || format === 'documentary_feature' || format === 'documentary_series';

/** What the format asks for: advised, since a pitch may be read before it is planned to the minute. */
const checksOf = (format: Format): Check[] => templates[format].details.map((name) => ({
  field: `details.${name}`, required: false, why: detailFields[name].why, done: ({ details }) => Boolean(details?.[name]),
}));

/** Every check, by what is done and what is missing. */
export function completenessOf(pitch: Substance): Completeness {
  const all = [...checks, ...checksOf(pitch.format)];
  const missing = all.filter((check) => !check.done(pitch));
  return {
    publishable: missing.every((check) => !check.required),
    done: all.length - missing.length,
    total: all.length,
    missing: missing.map(({ field, required, why }) => ({ field, required, why })),
  };
}

/** Sentences for what keeps a pitch from being published, by field; empty when nothing does. */
export function blockersOf(completeness: Completeness): Record<string, string> {
  return Object.fromEntries(completeness.missing.filter((check) => check.required).map((check) => [check.field, check.why]));
}
