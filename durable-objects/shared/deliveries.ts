// Committed lines, on their way from a room to hubs. One call a hub at a time: what is committed while it is on its way goes with the
// next, so a burst makes few calls and a quiet room none that wait.
import type { Delivery } from '../../worker/platform/live/streams.ts';
import { log } from '../../worker/platform/log.ts';
import { type Line, lineOf } from './line.ts';
import type { HubPort } from './ports.ts';

/** Hands lines to hubs. Never rejects: a tab that was not told finds the gap in its numbers. */
export function createDeliveries(hubOf: (userId: string) => Pick<HubPort, 'deliver'>) {
  const lanes = new Map<string, Line[]>();

  async function drive(userId: string): Promise<void> {
    for (let lines = lanes.get(userId); lines !== undefined && lines.length > 0; lines = lanes.get(userId)) {
      lanes.set(userId, []);
      try {
        await hubOf(userId).deliver(lines);
      } catch (error) {
        log('warn', 'deliver', { userId, cause: String(error).slice(0, 200) });
      }
    }
    lanes.delete(userId);
  }

  return {
    /** Resolves when the lanes it started are empty; nobody needs to wait for that. */
    async deliver(deliveries: readonly Delivery[]): Promise<void> {
      await Promise.all(deliveries.map(({ userId, entries }) => {
        const [lane, lines] = [lanes.get(userId), entries.map(lineOf)];
        if (lane) {
          lane.push(...lines);
          return Promise.resolve();
        }
        lanes.set(userId, lines);
        return drive(userId);
      }));
    },
  };
}
