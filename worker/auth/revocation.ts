// Ending sessions everywhere. The rows go first, then the person's epoch moves: whoever read in between holds the older number.
import { AppError } from '../platform/app-error.ts';
import type { Services } from '../services.ts';
import { epochOf } from './session-reader.ts';

const TRIES = 3;

/**
 * Makes every cached copy of a person's sessions out of date, everywhere within 5 s. Call it after the change is committed. Throws
 * `unavailable` when the epoch will not move: nobody is told "signed out" who may still be let in somewhere.
 */
export async function forgetCopies({ epochs }: Pick<Services, 'epochs'>, userId: string): Promise<void> {
  let cause: unknown;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      await epochs.bump(epochOf(userId));
      return;
    } catch (error) {
      cause = error;
    }
  }
  throw new AppError('unavailable', 'It is done, but it may take a minute to hold everywhere. Try again to make sure.', { cause, retryAfter: 5 });
}
