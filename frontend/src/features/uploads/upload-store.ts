// The uploads of this tab: each can be paused, goes on after a reload, and says with a real number how far it is.
import { create } from 'zustand';
import type { FileKind, Gate } from '../../../../worker/features/catalogue/lists.ts';
import type { File as StoredFile, UploadStatus, UploadTicket } from '../../../../worker/features/files/schema.ts';
import { ApiError, http } from '../../lib/http.ts';
import { forgetUpload, keepUpload, keptUploads, type KeptUpload } from './kept-uploads.ts';
import { boundsOf, sendParts } from './parts.ts';
import { sendBytes } from './send-bytes.ts';
import { waitFor } from './wait-for.ts';
import { isWhole, sendWhole } from './whole.ts';

export interface Upload {
  id: string;
  pitchId: string;
  kind: FileKind;
  isWhole: boolean;
  fileName: string;
  size: number;
  sent: number;
  state: 'sending' | 'paused' | 'finishing' | 'failed' | 'elsewhere';
  error: unknown;
}

/** What was made, and what it was made of; null when another tab made it. */
type OnDone = (made: StoredFile | null, file: File) => void;

interface UploadState {
  uploads: Upload[];
  /** Starts one; resolves when the server has made a file of it. Rejects when it could not start. */
  start(input: { pitchId: string; kind: FileKind; gate?: Gate; file: File }, onDone: OnDone): Promise<void>;
  /** Picks up what an earlier visit left. */
  restore(pitchId: string, onDone: OnDone): Promise<void>;
  pause(id: string): void;
  resume(id: string): void;
  cancel(id: string): Promise<void>;
}

const stops = new Map<string, AbortController>();
const resumers = new Map<string, () => void>();

const lockOf = (id: string): string => `pitchey-upload:${id}`;

/** A browser that keeps nothing, as in private windows, has nothing to forget. */
const forget = (id: string): Promise<unknown> => forgetUpload(id).catch(() => undefined);

export const useUploads = create<UploadState>((set, get) => {
  const change = (id: string, next: Partial<Upload>): void => set(({ uploads }) => ({ uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...next } : upload)) }));
  const remove = (id: string): void => set(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));

  async function send(kept: KeptUpload, signal: AbortSignal): Promise<StoredFile | null> {
    if (!kept.isWhole) return sendInParts(kept, signal);
    const { uploadId: key, pitchId, kind, gate, file } = kept;
    // What is stopped in the middle begins again: its bar goes back, its state is that of whoever stopped it.
    const onProgress = (sent: number): void => change(key, { sent: Math.min(sent, file.size), ...(!signal.aborted && { state: sent >= file.size ? 'finishing' : 'sending' }) });
    return sendWhole({ key, pitchId, kind, gate, file }, onProgress, signal);
  }

  async function sendInParts(kept: KeptUpload, signal: AbortSignal): Promise<StoredFile | null> {
    const { uploadId, file, partSize, parts } = kept;
    const status = await http.get<UploadStatus>(`/api/uploads/${uploadId}`, { signal });
    if (status.status === 'aborted') return null;
    if (status.status !== 'complete') {
      await sendParts({ size: file.size, partSize, parts, arrived: new Set(status.arrived.map(({ part }) => part)) }, {
        put: async (part, from, to, onSent) => void await sendBytes(`/api/uploads/${uploadId}/parts/${part}`, { method: 'PUT', bytes: file.slice(from, to), onSent, signal }),
        wait: (ms) => waitFor(ms, signal),
        onProgress: (sent) => change(uploadId, { sent }),
      });
      change(uploadId, { state: 'finishing' });
    }
    return http.post<StoredFile>(`/api/uploads/${uploadId}/complete`, undefined, { signal });
  }

  /** One tab sends; another that shows the same upload says so. */
  async function run(kept: KeptUpload, onDone: OnDone): Promise<void> {
    const id = kept.uploadId;
    const stop = new AbortController();
    stops.set(id, stop);
    change(id, { state: 'sending', error: null });
    await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      if (lock === null) {
        change(id, { state: 'elsewhere' });
        void watch(kept, onDone);
        return;
      }
      try {
        const made = await send(kept, stop.signal);
        await forget(id);
        remove(id);
        if (made) onDone(made, kept.file);
      } catch (error) {
        if (stop.signal.aborted) return;
        // A refusal stays refused: the bytes are kept nowhere, the row says why until it is dismissed.
        if (error instanceof ApiError && error.kind === 'http' && error.status < 500) await forget(id);
        change(id, { state: 'failed', error });
      }
    });
  }

  /** Waits for the tab that sends it. What is done there goes here as well; what was left unfinished, paused or with its tab, can go on here. */
  async function watch(kept: KeptUpload, onDone: OnDone): Promise<void> {
    const id = kept.uploadId;
    await navigator.locks.request(lockOf(id), () => undefined);
    if (!get().uploads.some((upload) => upload.id === id)) return;
    const left = await keptUploads(kept.pitchId).catch(() => []);
    if (left.some(({ uploadId }) => uploadId === id)) return change(id, { state: 'paused' });
    remove(id);
    onDone(null, kept.file);
  }

  function show(kept: KeptUpload, sent: number, onDone: OnDone): void {
    if (get().uploads.some(({ id }) => id === kept.uploadId)) return;
    set(({ uploads }) => ({ uploads: [...uploads, { id: kept.uploadId, pitchId: kept.pitchId, kind: kept.kind, isWhole: kept.isWhole === true, fileName: kept.file.name, size: kept.file.size, sent, state: 'sending', error: null }] }));
    resumers.set(kept.uploadId, () => void run(kept, onDone));
    void run(kept, onDone);
  }

  async function begin(kept: KeptUpload, onDone: OnDone): Promise<void> {
    // No room in the browser's storage: the upload still runs, it only cannot survive this tab.
    await keepUpload(kept).catch(() => undefined);
    show(kept, 0, onDone);
  }

  return {
    uploads: [],
    async start({ pitchId, kind, gate, file }, onDone) {
      if (isWhole(file)) return begin({ uploadId: crypto.randomUUID(), isWhole: true, pitchId, kind, gate, file, partSize: file.size, parts: 1 }, onDone);
      const ticket = await http.post<UploadTicket>('/api/uploads', { pitchId, kind, fileName: file.name, size: file.size, contentType: file.type || 'application/octet-stream', ...(gate && { gate }) });
      return begin({ uploadId: ticket.uploadId, pitchId, kind, gate, file, partSize: ticket.partSize, parts: ticket.parts }, onDone);
    },
    async restore(pitchId, onDone) {
      const found = await keptUploads(pitchId).catch(() => []); // storage is closed in private windows: then nothing was kept either
      for (const kept of found) show(kept, boundsOf({ size: kept.file.size, partSize: kept.partSize }, 1)[0], onDone);
    },
    pause(id) {
      change(id, { state: 'paused' });
      stops.get(id)?.abort(new DOMException('Paused', 'AbortError'));
    },
    resume(id) { resumers.get(id)?.(); },
    async cancel(id) {
      const upload = get().uploads.find((one) => one.id === id);
      remove(id);
      // Before its lock is let go: another tab that waits for it looks whether it is still kept.
      await forget(id);
      stops.get(id)?.abort(new DOMException('Stopped', 'AbortError'));
      // Of a file in one request the server keeps nothing before it is whole.
      if (upload?.isWhole) return;
      await http.delete(`/api/uploads/${id}`).catch((error: unknown) => {
        // It may be gone already; an upload that nobody finishes is swept within a day.
        if (!(error instanceof ApiError)) throw error;
      });
    },
  };
});
