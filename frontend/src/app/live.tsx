import { useBackground } from '../lib/live/use-background.ts';

const loadLive = async () => (await import('../lib/live/start.ts')).startLive;
const loadBackground = async () => (await import('./background.ts')).startBackground;

/** What goes on beside the pages: the live connection and what follows it. Moving between pages and frames leaves it standing. */
export function Live() {
  useBackground(loadBackground);
  useBackground(loadLive);
  return null;
}
