// Messages that have not left yet, kept in this browser with their files: written before they are shown, gone when they are sent.
import { deviceStore } from '../../lib/device-store.ts';

export interface KeptFile {
  /** Null for a document of the pitch: it is on the server, behind its own gate. */
  blob: Blob | null;
  name: string;
  /** Bytes. */
  size: number;
  kind: 'file' | 'voice';
  /** Of a voice note. */
  durationMs: number | null;
  /** Set when it has been stored on the server. */
  fileId: string | null;
}

export interface KeptMessage {
  /** Of this device: what was written first goes first. */
  order: number;
  /** The client id: the server does one thing for it, however often it is sent. */
  id: string;
  userId: string;
  conversationId: string;
  body: string;
  replyTo: string | null;
  files: KeptFile[];
  at: string;
  /** `sending`: handed over, no answer yet. `unsure`: handed over, and the connection broke. */
  state: 'kept' | 'sending' | 'unsure' | 'refused';
  /** Why it was refused. */
  reason: string | null;
}

const STORE = 'messages';

const run = deviceStore('pitchey-outbox', STORE, (database) => {
  const store = database.createObjectStore(STORE, { keyPath: 'order', autoIncrement: true });
  store.createIndex('userId', 'userId');
  store.createIndex('id', 'id', { unique: true });
}, 'strict');

/** Reads one message and writes what `change` makes of it, with nothing in between. `null` removes it, `undefined` leaves it. Gives whether something was done. */
async function edit(id: string, change: (message: KeptMessage) => KeptMessage | null | undefined): Promise<boolean> {
  let isDone = false;
  await run('readwrite', (store) => {
    const found = store.index('id').get(id) as IDBRequest<KeptMessage | undefined>;
    found.onsuccess = () => {
      const next = found.result && change(found.result);
      if (next === undefined || found.result === undefined) return;
      isDone = true;
      if (next === null) store.delete(found.result.order);
      else store.put(next);
    };
    return found;
  });
  return isDone;
}

export const keptMessages = {
  add: (message: Omit<KeptMessage, 'order'>): Promise<unknown> => run('readwrite', (store) => store.add(message)),
  /** Of one person, oldest first. */
  list: (userId: string): Promise<KeptMessage[]> => run('readonly', (store) => store.index('userId').getAll(userId) as IDBRequest<KeptMessage[]>),
  count: (userId: string): Promise<number> => run('readonly', (store) => store.index('userId').count(userId)),
  edit,
  /** Takes it out unless it is under way. Gives whether it was there to take. */
  take: (id: string): Promise<boolean> => edit(id, ({ state }) => (state === 'kept' || state === 'refused' ? null : undefined)),
  async forget(userId: string): Promise<void> {
    for (const { id } of await keptMessages.list(userId)) await edit(id, () => null);
  },
};

export type KeptMessages = typeof keptMessages;
