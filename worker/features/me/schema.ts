// A person's own profile.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';
import { CompanyName, PersonName, SessionUser } from '../auth/schema.ts';

const line = (max: number) => z.string().max(max * 4).overwrite(cleanLine).max(max, `At most ${max} characters.`);

export const Handle = z.string().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'Letters a to z, digits and hyphens, at most 40.');

/** Only what may be a link for a person to follow. */
export const Website = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, message: 'A web address that begins with https://' }).max(200);

export const Me = SessionUser.extend({
  handle: z.string(),
  companyName: z.string().nullable(),
  headline: z.string().nullable(),
  bio: z.string().nullable(),
  location: z.string().nullable(),
  website: z.string().nullable(),
  /** Others may learn when one is there, and when one last was. */
  showsPresence: z.boolean(),
  createdAt: z.string(),
});
export type Me = z.output<typeof Me>;

/** Absent: as it was. `null`: cleared. */
export const MePatch = z.strictObject({
  name: PersonName,
  handle: Handle,
  companyName: CompanyName.nullable(),
  headline: line(140).nullable(),
  bio: z.string().max(8000).overwrite(cleanText).max(2000, 'At most 2000 characters.').nullable(),
  location: line(100).nullable(),
  website: Website.nullable(),
  showsPresence: z.boolean(),
}).partial();
export type MePatch = z.output<typeof MePatch>;
