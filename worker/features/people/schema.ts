// The public profile of a person or company.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';
import { PitchCard } from '../pitches/schema.ts';

/** The handle in an address; anything else cannot exist. */
export const Handle = z.string().max(40).toLowerCase();

const line = (max: number) => z.string().max(max * 4).overwrite(cleanLine).max(max, `At most ${max} characters.`);

/** Something a person made, as they say it themselves. */
export const Credit = z.strictObject({
  title: line(120).min(1, 'A title is needed.'),
  year: z.int('A year, such as 2019.').min(1888, 'A year from 1888 on.').max(2100, 'A year up to 2100.').nullable(),
  role: line(80).min(1, 'A role is needed.'),
  note: line(200).default(''),
});
export type Credit = z.output<typeof Credit>;

/** GET and PUT /api/me/credits: the whole list, in the order in which it is shown. */
export const Credits = z.strictObject({ items: z.array(Credit).max(60, 'At most sixty credits.') });
export type Credits = z.output<typeof Credits>;

/** How requests for access were answered in the last year. Requests that are young, or were taken back unanswered, are in neither number. */
export const Answers = z.object({
  requests: z.int(),
  answered: z.int(),
  /** Of those answered, from the request to the first answer; null below ENOUGH_REQUESTS. */
  medianHours: z.number().nullable(),
});
export type Answers = z.output<typeof Answers>;

export const Person = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  portal: z.enum(['creator', 'investor', 'production', 'admin']),
  companyName: z.string().nullable(),
  headline: z.string().nullable(),
  bio: z.string().nullable(),
  location: z.string().nullable(),
  website: z.string().nullable(),
  joinedAt: z.string(),
  followers: z.int(),
  credits: z.array(Credit),
  answers: Answers,
  /** Published ones only, newest first, at most fifty. */
  pitches: z.array(PitchCard),
});
export type Person = z.output<typeof Person>;
