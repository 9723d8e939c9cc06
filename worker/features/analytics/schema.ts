// What a maker sees of the way people came to a pitch. Numbers only: nobody's name, and nothing that is behind a gate.
import { z } from 'zod';
import { Audience, Source } from '../counting/schema.ts';

export const ranges = [7, 30, 90] as const;

export const AnalyticsQuery = z.strictObject({ days: z.coerce.number().pipe(z.literal(ranges)).default(30) });

const Day = z.object({ day: z.string(), views: z.int(), reads: z.int() });

export const PitchAnalytics = z.object({
  pitch: z.object({ id: z.string(), slug: z.string(), title: z.string(), status: z.string(), publishedAt: z.string().nullable() }),
  /** UTC days, both included. */
  range: z.object({ days: z.int(), from: z.string(), to: z.string() }),
  totals: z.object({
    views: z.int(),
    /** Of as many days before. */
    viewsBefore: z.int(),
    reads: z.int(), likes: z.int(), watchers: z.int(), comments: z.int(),
    /** Median time on the page of those who reported one, in seconds. */
    medianSeconds: z.number().nullable(),
  }),
  days: z.array(Day),
  sources: z.array(z.object({ source: Source, views: z.int() })),
  audiences: z.array(z.object({ audience: Audience, views: z.int() })),
  /** People in the range. Whoever is not signed in counts once a day. */
  funnel: z.object({ viewed: z.int(), watched: z.int(), requested: z.int() }),
  words: z.array(z.object({ words: z.string(), clicks: z.int() })),
});
export type PitchAnalytics = z.output<typeof PitchAnalytics>;

/** The same for all of somebody's pitches, for the home page. */
export const OwnAnalytics = z.object({
  range: PitchAnalytics.shape.range,
  views: z.int(),
  viewsBefore: z.int(),
  days: z.array(Day),
  pitches: z.array(z.object({ id: z.string(), slug: z.string(), title: z.string(), views: z.int(), reads: z.int() })),
});
export type OwnAnalytics = z.output<typeof OwnAnalytics>;
