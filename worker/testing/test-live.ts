// The live port of feature tests: what would have been told, in order.
import type { Live } from '../platform/live/live.ts';
import type { Delivery } from '../platform/live/streams.ts';

/** `say`: what a room does with a deed. */
export function createTestLive(say: (deliver: Live['deliver']) => Live['say']) {
  const told: Delivery[] = [];
  const rechecked: string[] = [];
  const patched: { pitchId: string; by: string; id: string; patches: readonly unknown[] }[] = [];
  const settled: string[] = [];
  const moved: { pitchId: string; version: number }[] = [];
  const pulsed: string[] = [];
  const deliver: Live['deliver'] = async (deliveries) => { told.push(...deliveries); };
  const live: Live = {
    // A Response of node cannot be a 101.
    connect: async ({ userId }, subprotocol) => new Response(null, { status: 204, headers: { 'x-hub': userId, ...(subprotocol && { 'sec-websocket-protocol': subprotocol }) } }),
    deliver,
    say: say(deliver),
    pulse: async (pitchIds) => { pulsed.push(...pitchIds); },
    patchDraft: async (pitchId, { id: by }, id, patches) => {
      patched.push({ pitchId, by, id, patches });
      return { ok: true, result: { at: '2026-01-01T00:00:00.000Z', results: patches.map(({ field, base }) => ({ field, status: 'accepted', version: base + 1, mine: base + 1 })) } };
    },
    settleDraft: async (pitchId) => { settled.push(pitchId); return { from: 0, to: 0 }; },
    draftMoved: async (pitchId, version) => { moved.push({ pitchId, version }); },
    recheck: async (userIds) => { rechecked.push(...userIds); },
  };
  return { live, told, rechecked, pulsed, patched, settled, moved };
}
