// The live port over Durable Objects.
import { upgradeRequest } from '../durable-objects/hub/identity.ts';
import type { Room } from '../durable-objects/hub/protocol.ts';
import { roomOf } from '../durable-objects/hub/rooms.ts';
import { runsOf } from '../durable-objects/shared/line.ts';
import type { RoomFrame } from '../durable-objects/shared/ports.ts';
import { draftRoom, hubRoom, pitchPageRoom } from '../durable-objects/stubs.ts';
import type { Env } from './env.ts';
import { AppError } from './platform/app-error.ts';
import type { Live } from './platform/live/live.ts';
import { log } from './platform/log.ts';

const unheard = (what: string, id: string) => (error: unknown): void => log('warn', 'live', { what, id, cause: String(error).slice(0, 200) });

/** `knownEpoch`: a person's epoch where this isolate knows it, so that the hub need not ask for it. */
export const createLive = (env: Env, knownEpoch?: (userId: string) => number | undefined): Live => ({
  async connect(who, subprotocol) {
    const answer = await hubRoom(env.HUB, who.userId).fetch(upgradeRequest({ ...who, epoch: knownEpoch?.(who.userId) }));
    return subprotocol === undefined ? answer : new Response(null, { status: answer.status, webSocket: answer.webSocket, headers: { 'sec-websocket-protocol': subprotocol } });
  },
  async say(room, { id: userId, name }, id, deed) {
    try {
      return await roomOf(env, room as Room).say({ userId, name, connection: '' }, { type: 'deed', id, room, deed } as RoomFrame);
    } catch (cause) {
      throw new AppError('unavailable', 'This conversation does not answer just now. Send it again in a moment.', { cause, retryAfter: 2 });
    }
  },
  async deliver(deliveries) {
    await Promise.all(deliveries.map(({ userId, entries }) => hubRoom(env.HUB, userId).deliver(runsOf(entries)).catch(unheard('deliver', userId))));
  },
  async patchDraft(pitchId, { id: userId, name }, id, patches) {
    const room = `draft:${pitchId}` as const;
    try {
      return await roomOf(env, room).say({ userId, name, connection: '' }, { type: 'patch', id, room, patches: [...patches] });
    } catch (cause) {
      throw new AppError('unavailable', 'The draft does not answer just now. Send it again in a moment.', { cause, retryAfter: 2 });
    }
  },
  async settleDraft(pitchId) {
    const settled = await draftRoom(env.DRAFT, pitchId).settle().catch((error: unknown) => { unheard('settle', pitchId)(error); return null; });
    if (!settled) throw new AppError('unavailable', 'The newest words are kept, and not in the pitch yet. Try again in a moment.', { retryAfter: 2 });
    return settled;
  },
  async draftMoved(pitchId, version) {
    await draftRoom(env.DRAFT, pitchId).moved(version).catch(unheard('moved', pitchId));
  },
  async recheck(userIds) {
    await Promise.all(userIds.map((userId) => hubRoom(env.HUB, userId).recheck().catch(unheard('recheck', userId))));
  },
  async pulse(pitchIds) {
    await Promise.all(pitchIds.map((pitchId) => pitchPageRoom(env.PITCH_PAGE, pitchId).pulse().catch(unheard('pulse', pitchId))));
  },
});
