import { log } from '../../platform/log.ts';
import type { Services } from '../../services.ts';

/**
 * Makes every cached copy of a profile out of date. Profiles stand under the market's epoch, since they show published pitches. The
 * write is committed already, so a failure here is logged and the copies lapse by their age.
 */
export async function announceProfile({ epochs }: Pick<Services, 'epochs'>): Promise<void> {
  try {
    await epochs.bump('market');
  } catch (error) {
    log('error', 'epoch.bump', { name: 'market', cause: String(error) });
  }
}
