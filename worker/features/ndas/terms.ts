// Changing terms: one patch over the terms that stand.
import { AppError } from '../../platform/app-error.ts';
import { cleanLine, cleanText } from '../../platform/text.ts';
import { Terms } from './schema.ts';

export type TermsPatch = { [Key in keyof Terms]?: Terms[Key] | undefined };

/** The terms after a change. An end of access that lies in the past is refused. */
export function changedTerms(base: Terms, patch: TermsPatch | undefined, now: number): Terms {
  const given = Object.fromEntries(Object.entries(patch ?? {}).filter(([, value]) => value !== undefined));
  const terms = Terms.parse({ ...base, ...given });
  if (terms.expiresAt !== null && Date.parse(terms.expiresAt) <= now) {
    throw new AppError('bad_request', 'The end of access lies in the past. Nothing was changed.', { fields: { 'terms.expiresAt': 'Choose a time that is still to come.' } });
  }
  return {
    ...terms, expiresAt: terms.expiresAt === null ? null : new Date(terms.expiresAt).toISOString(),
    governingLaw: cleanLine(terms.governingLaw), priorWork: cleanLine(terms.priorWork), special: cleanText(terms.special),
  };
}

/** ms when access ends for a signature made at `now`. */
export const accessEnd = (terms: Terms, now: number): number => (terms.expiresAt === null ? now + terms.accessDays * 86_400_000 : Date.parse(terms.expiresAt));
