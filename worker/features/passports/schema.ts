// Wire types of the passport: the standard form, signed once.
import { z } from 'zod';
import { SignBody } from '../ndas/schema.ts';

export const Passport = z.object({
  id: z.uuid(), hash: z.string(), name: z.string(), title: z.string().nullable(), company: z.string().nullable(), signedAt: z.string(), expiresAt: z.string(), uses: z.number(),
});

/** What is shown before, and what is there. */
export const PassportState = z.object({ passport: Passport.nullable(), document: z.object({ html: z.string(), hash: z.string() }) });

export const PassportBody = SignBody;
