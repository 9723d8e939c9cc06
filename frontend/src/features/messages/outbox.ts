// Sends what is kept, in the order in which it was written, one at a time a conversation. Only one tab does so at any moment: it holds a
// lock for as long as there is something to send. Pure over its ports.
import { ApiError } from '../../lib/http.ts';
import { afterFailures } from '../../lib/live/back-off.ts';
import type { KeptFile, KeptMessage, KeptMessages } from './kept-messages.ts';

export interface OutboxPorts {
  store: Pick<KeptMessages, 'list' | 'edit'>;
  /** Stores a file and gives its id. Rejects with ApiError. */
  upload(conversationId: string, file: KeptFile & { blob: Blob }): Promise<string>;
  /** Resolves when the message is written for good. Rejects with ApiError. */
  send(message: KeptMessage, fileIds: readonly string[]): Promise<void>;
  /** False while it is known that nothing gets through: a message that was never handed over can still be changed. */
  canSend(): boolean;
  /** Runs `work` while no other tab runs its own. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Something in the store is different now. */
  changed(): Promise<void>;
  after(ms: number, then: () => void): () => void;
  chance(): number;
}

export interface Outbox {
  /** Sends what there is; again and later where it does not get through. */
  drain(): Promise<void>;
  stop(): void;
}

/** What another try may mend. A session that ended is none of these: the message is kept until its author is back. */
const mayPass = (error: ApiError): boolean => error.kind === 'network' || error.status >= 500 || error.status === 429 || error.status === 401;

export function createOutbox(userId: string, ports: OutboxPorts): Outbox {
  let failures = 0;
  let isDraining = false;
  let isAskedAgain = false;
  let isStopped = false;
  let callOff = (): void => {};

  async function change(message: KeptMessage, next: Partial<KeptMessage>): Promise<void> {
    await ports.store.edit(message.id, (kept) => ({ ...kept, ...next }));
    await ports.changed();
  }

  async function storeFiles(message: KeptMessage): Promise<string[]> {
    const files = [...message.files];
    for (const [index, file] of files.entries()) {
      const { blob, fileId } = file;
      if (fileId !== null || blob === null) continue;
      files[index] = { ...file, fileId: await ports.upload(message.conversationId, { ...file, blob }) };
      await ports.store.edit(message.id, (kept) => ({ ...kept, files: [...files] }));
    }
    return files.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  }

  /** Gives how long to wait before the rest of the conversation; null: go on. */
  async function sendOne(message: KeptMessage): Promise<number | null> {
    // Whoever takes it back in this moment is either before the mark, and it is gone, or after it, and may not.
    if (!(await ports.store.edit(message.id, (kept) => (kept.state === 'refused' ? undefined : { ...kept, state: 'sending' })))) return null;
    await ports.changed();
    let isHandedOver = message.state === 'unsure' || message.state === 'sending';
    try {
      const fileIds = await storeFiles(message);
      isHandedOver = true;
      await ports.send(message, fileIds);
      await ports.store.edit(message.id, () => null);
      await ports.changed();
      failures = 0;
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        await change(message, { state: isHandedOver ? 'unsure' : 'kept' });
        throw error;
      }
      if (!mayPass(error)) {
        // A stored file that nobody sent in time is gone on the server: another try stores it again.
        const files = message.files.map((file) => (file.blob === null ? file : { ...file, fileId: null }));
        await change(message, { state: 'refused', reason: error.message, files });
        return null;
      }
      await change(message, { state: isHandedOver && error.kind === 'network' ? 'unsure' : 'kept' });
      failures += 1;
      return error.retryAfter === undefined ? afterFailures(failures, ports.chance()) : error.retryAfter * 1000;
    }
  }

  async function lane(conversationId: string): Promise<number | null> {
    for (;;) {
      if (isStopped || !ports.canSend()) return null;
      const next = (await ports.store.list(userId)).find((message) => message.conversationId === conversationId && message.state !== 'refused');
      if (next === undefined) return null;
      const wait = await sendOne(next);
      if (wait !== null) return wait;
    }
  }

  async function drainAll(): Promise<void> {
    const kept = (await ports.store.list(userId)).filter(({ state }) => state !== 'refused');
    const waits = await Promise.all([...new Set(kept.map(({ conversationId }) => conversationId))].map(lane));
    const wait = Math.min(...waits.filter((one) => one !== null));
    if (Number.isFinite(wait) && !isStopped) callOff = ports.after(wait, () => void drain());
  }

  async function drain(): Promise<void> {
    if (isStopped) return;
    isAskedAgain = true;
    if (isDraining) return;
    isDraining = true;
    callOff();
    try {
      while (isAskedAgain && !isStopped && ports.canSend()) {
        isAskedAgain = false;
        await ports.alone(drainAll);
      }
    } finally {
      isDraining = false;
    }
  }

  return {
    drain,
    stop() {
      isStopped = true;
      callOff();
    },
  };
}
