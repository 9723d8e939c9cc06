import { useBackground } from '../lib/live/use-background.ts';

const loadLive = async () => (await import('../lib/live/start.ts')).startLive;
const loadMessages = async () => (await import('../features/messages/background.ts')).startMessages;

/** What goes on beside the pages: the live connection and what follows it. Moving between pages and frames leaves it standing. */
export function Live() {
  useBackground(loadMessages);
  useBackground(loadLive);
  return null;
}
