// Committed lines, on their way from a room to hubs. One call a hub at a time: what is committed while it is on its way goes with the
// next, so a burst makes few calls and a quiet room none that wait.
import type { Telling } from '../../worker/platform/live/streams.ts';
import { log } from '../../worker/platform/log.ts';
import { restOf, type Run } from './line.ts';
import type { HubPort } from './ports.ts';

/** Hands lines to hubs. Never rejects: a tab that was not told finds the gap in its numbers. */
export function createDeliveries(hubOf: (userId: string) => Pick<HubPort, 'deliver'>) {
  const lanes = new Map<string, Run[]>();
  /** Hubs that answered: finding one again costs a hash and an object of the runtime, fifty times a message. */
  const known = new Map<string, Pick<HubPort, 'deliver'>>();

  async function hand(userId: string, runs: readonly Run[]): Promise<void> {
    const before = known.get(userId);
    const hub = before ?? hubOf(userId);
    try {
      await hub.deliver(runs);
      known.set(userId, hub);
    } catch (error) {
      known.delete(userId);
      // A stub stays broken after its object was restarted. Lines that come twice are told once.
      if (!before) throw error;
      await hand(userId, runs);
    }
  }

  async function drive(userId: string): Promise<void> {
    for (let runs = lanes.get(userId); runs !== undefined && runs.length > 0; runs = lanes.get(userId)) {
      lanes.set(userId, []);
      try {
        await hand(userId, runs);
      } catch (error) {
        log('warn', 'deliver', { userId, cause: String(error).slice(0, 200) });
      }
    }
    lanes.delete(userId);
  }

  return {
    /** Resolves when the lanes it started are empty; nobody needs to wait for that. */
    async deliver(tellings: readonly Telling[]): Promise<void> {
      const idle: string[] = [];
      for (const { at, events, people } of tellings) {
        const rests = events.map((event) => restOf(at, event)).join('\n');
        for (const { id, last } of people) {
          const run = { from: last - events.length + 1, rests };
          const lane = lanes.get(id);
          if (lane) lane.push(run);
          else {
            lanes.set(id, [run]);
            idle.push(id);
          }
        }
      }
      await Promise.all(idle.map(drive));
    },
  };
}
