// Ending sessions everywhere. A person's epoch moves twice: before the rows go, which proves that it can be moved at all, and after,
// so that whoever read a row in between holds the older number.
import { AppError } from '../platform/app-error.ts';
import type { Services } from '../services.ts';
import { epochOf } from './session-reader.ts';

const TRIES = 3;

type Ports = Pick<Services, 'epochs' | 'live' | 'defer'>;

async function moveEpoch({ epochs }: Ports, userId: string): Promise<void> {
  let cause: unknown;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      await epochs.bump(epochOf(userId));
      return;
    } catch (error) {
      cause = error;
    }
  }
  throw new AppError('unavailable', 'Sessions cannot be ended everywhere just now. Try again in a moment.', { cause, retryAfter: 5 });
}

/**
 * Makes every cached copy of a person's sessions out of date, everywhere within 5 s, and has their hub look again at once. Throws
 * `unavailable` when the epoch will not move.
 */
export async function forgetCopies(services: Ports, userId: string): Promise<void> {
  await moveEpoch(services, userId);
  services.defer(services.live.recheck([userId]));
}

/** Runs a change that ends sessions of a person. Where it could not be made to hold everywhere, it is not begun: nobody is told "signed out" who is not. */
export async function endSessions<T>(services: Ports, userId: string, change: () => Promise<T>): Promise<T> {
  await moveEpoch(services, userId);
  const value = await change();
  await forgetCopies(services, userId);
  return value;
}
