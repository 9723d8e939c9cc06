// What signing out leaves behind in this browser, and how to clear it.
import { forgetCursor } from '../../lib/live/cursor.ts';
import { forgetDrafts } from './drafts.ts';
import { keptMessages } from './kept-messages.ts';

/** Messages that have not left this device. Closed storage holds none. */
export const keptCount = (userId: string): Promise<number> => keptMessages.count(userId).catch(() => 0);

/** Whoever signs in here next finds nothing of this person. */
export async function forgetOwn(userId: string): Promise<void> {
  forgetCursor();
  forgetDrafts();
  await keptMessages.forget(userId).catch(() => undefined); // as above
}
