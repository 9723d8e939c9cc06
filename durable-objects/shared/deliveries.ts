// Committed lines, on their way from a room to hubs. One call a hub at a time: what is committed while it is on its way goes with the
// next, so a burst makes few calls and a quiet room none that wait.
import type { Telling } from '../../worker/platform/live/streams.ts';
import { log } from '../../worker/platform/log.ts';
import { restOf, type Run } from './line.ts';
import type { HubPort } from './ports.ts';

/** Of one person. A lane stays once it was made: a room has at most its people, and a map that is filled and emptied all the time costs more than they do. */
interface Lane {
  userId: string;
  waiting: Run[];
  isBusy: boolean;
  /** Of the hub that answered last: finding it, or its method, again costs a hash and two objects of the runtime, fifty times a message. */
  hub: HubPort['deliver'] | undefined;
}

/** Hands lines to hubs. Never rejects: a tab that was not told finds the gap in its numbers. */
export function createDeliveries(hubOf: (userId: string) => Pick<HubPort, 'deliver'>) {
  const lanes = new Map<string, Lane>();

  async function hand(lane: Lane, runs: readonly Run[]): Promise<void> {
    const before = lane.hub;
    const hub = before ?? hubOf(lane.userId).deliver;
    try {
      await hub(runs);
      lane.hub = hub;
    } catch (error) {
      lane.hub = undefined;
      // A stub stays broken after its object was restarted. Lines that come twice are told once.
      if (!before) throw error;
      await hand(lane, runs);
    }
  }

  async function drive(lane: Lane): Promise<void> {
    lane.isBusy = true;
    while (lane.waiting.length > 0) {
      const runs = lane.waiting;
      lane.waiting = [];
      try {
        await hand(lane, runs);
      } catch (error) {
        log('warn', 'deliver', { userId: lane.userId, cause: String(error).slice(0, 200) });
      }
    }
    lane.isBusy = false;
  }

  function laneOf(userId: string): Lane {
    let lane = lanes.get(userId);
    if (!lane) lanes.set(userId, (lane = { userId, waiting: [], isBusy: false, hub: undefined }));
    return lane;
  }

  return {
    /** Resolves when the lanes it started are empty; nobody needs to wait for that. */
    async deliver(tellings: readonly Telling[]): Promise<void> {
      const idle: Lane[] = [];
      for (const { at, events, people } of tellings) {
        const rests = events.map((event) => restOf(at, event)).join('\n');
        for (const { id, last } of people) {
          const lane = laneOf(id);
          if (!lane.isBusy && lane.waiting.length === 0) idle.push(lane);
          lane.waiting.push({ from: last - events.length + 1, rests });
        }
      }
      await Promise.all(idle.map(drive));
    },
  };
}
