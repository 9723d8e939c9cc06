// People with tabs, by the browser's own code: its connection (frontend/src/lib/socket.ts) and its outbox (messages/outbox.ts) over ports of
// this program. What a browser keeps on disk is kept here in memory, and outlives the tab.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { KeptMessage } from '../../frontend/src/features/messages/kept-messages.ts';
import { createOutbox, type Outbox } from '../../frontend/src/features/messages/outbox.ts';
import { ApiError } from '../../frontend/src/lib/http.ts';
import { createSocket, type SyncPage, type Wire } from '../../frontend/src/lib/socket.ts';
import type { Browser, JournalPerson, Page, Tab } from '../../bench/journal/browser.ts';

const report = (error: unknown): void => console.error(error);

const after = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

/** The store that every tab of a person has in common. */
const storeOf = ({ kept }: JournalPerson) => ({
  list: async () => [...kept],
  async edit(id: string, change: (message: KeptMessage) => KeptMessage | null | undefined) {
    const at = kept.findIndex((message) => message.id === id);
    const found = kept[at];
    if (!found) return false;
    const next = change(found);
    if (next === null) kept.splice(at, 1);
    else if (next !== undefined) kept[at] = next as JournalPerson['kept'][number];
    return next !== undefined;
  },
});

function wireTo(url: string, cookie: string, opened: (socket: WebSocket) => void): Wire {
  const socket = new WebSocket(url, { headers: { Cookie: cookie, Origin: 'http://bench.test' } });
  const wire: Wire = { send: (text) => { if (socket.readyState === WebSocket.OPEN) socket.send(text); }, close: (code) => socket.close(code), onmessage: null, onclose: null };
  socket.on('message', (data) => wire.onmessage?.({ data: (data as Buffer).toString() }));
  socket.on('close', (code) => wire.onclose?.({ code }));
  // A socket that cannot be opened is closed as well.
  socket.on('error', () => undefined);
  opened(socket);
  return wire;
}

async function sync(port: number, cookie: string, since: number | null): Promise<SyncPage> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/sync?since=${since ?? 999_999_999_999_999}`, { headers: { cookie }, signal: AbortSignal.timeout(8_000) });
    if (!response.ok) throw new ApiError(`sync ${response.status}`, { kind: 'http', status: response.status, code: 'http' });
    return await response.json() as SyncPage;
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError('no answer', { kind: 'network', status: 0, code: 'network', cause: error });
  }
}

/** Opens the page again where it was: with the cursor it had kept, and the outbox its person shares. */
function openTab(page: Page, port: number): Tab {
  const { person } = page;
  const { talker } = person;
  let wire: WebSocket | undefined;
  let isLive = false;
  const outbox: Outbox = createOutbox(talker.id, {
    store: storeOf(person),
    upload: () => Promise.reject(new Error('no files here')),
    async send({ id, conversationId, body }) {
      await socket.ask({ type: 'deed', id, room: `conversation:${conversationId}`, deed: { kind: 'send', body } });
      person.accepted.add(id);
    },
    canSend: () => isLive,
    // One tab of a person at a time.
    alone: (work) => {
      const mine = person.busy.then(work);
      person.busy = mine.catch(() => undefined);
      return mine;
    },
    changed: async () => { for (const { state, reason, id } of person.kept) if (state === 'refused') person.refused.push(`${id}: ${reason ?? ''}`); },
    after, chance: Math.random,
  });
  const socket = createSocket(page.cursor, {
    open() {
      page.asked.push(performance.now());
      return wireTo(`ws://127.0.0.1:${port}/ws`, talker.cookie, (opened) => { wire = opened; });
    },
    sync: (since) => sync(port, talker.cookie, since), after, chance: Math.random,
  }, {
    onStatus(status) {
      isLive = status === 'live';
      if (isLive) page.live.push(performance.now());
      if (isLive) void outbox.drain().catch(report);
    },
    onLines(lines) {
      for (const { event } of lines) if (event.kind === 'message') page.shown.push({ conversationId: event.conversationId, clientId: String(event.message.clientId), seq: event.message.seq });
    },
    onReset: () => { page.resets += 1; },
    onCursor: (seq) => { page.cursor = seq; },
    onJoined: () => undefined, onLeft: () => undefined, onRoom: () => undefined, onEnded: () => { page.resets += 1; },
  });
  const tab: Tab = {
    join: (room) => socket.join(room),
    check: () => socket.check(),
    cut: () => wire?.terminate(),
    stop() {
      isLive = false;
      outbox.stop();
      socket.stop();
      wire?.terminate();
    },
  };
  page.tab = tab;
  drains.set(tab, () => void outbox.drain().catch(report));
  return tab;
}

const drains = new WeakMap<Tab, () => void>();

/** Writes a message: it is on disk before anything else happens. */
function write(person: JournalPerson, conversationId: string): void {
  const id = randomUUID();
  const n = person.written.length + 1;
  person.written.push({ conversationId, id, n });
  person.kept.push({ order: n, id, userId: person.talker.id, conversationId, body: `${n}`, files: [], replyTo: null, at: new Date().toISOString(), state: 'kept', reason: null });
  for (const { tab } of person.pages) if (tab) drains.get(tab)?.();
}

export const browser: Browser = { openTab, write };
