// The public profile of a person or company.
import { z } from 'zod';
import { PitchCard } from '../pitches/schema.ts';

/** The handle in an address; anything else cannot exist. */
export const Handle = z.string().max(40).toLowerCase();

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
  /** Published ones only, newest first, at most fifty. */
  pitches: z.array(PitchCard),
});
export type Person = z.output<typeof Person>;
