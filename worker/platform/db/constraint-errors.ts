// Where a constraint's violation becomes a sentence for a person. A constraint that is not here is a bug, and answers 500.
import { AppError } from '../app-error.ts';

const conflicts: Record<string, string> = {
  users_email_key: 'This address is taken.',
  profiles_handle_key: 'This handle is taken.',
  pitches_slug_key: 'This address of a pitch is taken.',
  ndas_open_key: 'You have an open request for this pitch already.',
  ndas_pitch_id_fkey: 'Somebody signed an NDA for this pitch. Archive it instead.',
  nda_passports_user_id_key: 'You have a passport already.',
  pitch_media_poster_key: 'The pitch has a poster already.',
};

/** The domain error of a PostgreSQL error with SQLSTATE class 23, or undefined. */
export function constraintError(code: string | undefined, constraint: string | undefined, cause: unknown): AppError | undefined {
  const message = code?.startsWith('23') && constraint ? conflicts[constraint] : undefined;
  return message ? new AppError('conflict', message, { cause }) : undefined;
}
