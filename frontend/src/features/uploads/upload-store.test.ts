// Two tabs of one browser that show the same upload: a second copy of the store, over the same kept uploads and the same locks.
import 'fake-indexeddb/auto';
import { http as mock, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { server } from '../../testing/server.ts';

const file = new File(['%PDF-1.7 a treatment %%EOF'], 'treatment.pdf', { type: 'application/pdf' });
const made = { id: 'f1', kind: 'treatment' };

/** Locks as a browser has them, one holder at a time: what is used of them. */
function createLocks() {
  const held = new Map<string, Promise<unknown>>();
  const hold = (name: string, work: (lock: unknown) => unknown): Promise<unknown> => {
    const before = held.get(name);
    const mine = (async () => { await before?.catch(() => undefined); return work({ name }); })();
    held.set(name, mine);
    const letGo = (): void => { if (held.get(name) === mine) held.delete(name); };
    mine.then(letGo, letGo);
    return mine;
  };
  return {
    request(name: string, ...rest: unknown[]): Promise<unknown> {
      const work = rest.at(-1) as (lock: unknown) => unknown;
      return (rest[0] as { ifAvailable?: boolean }).ifAvailable && held.has(name) ? Promise.resolve(work(null)) : hold(name, work);
    },
  };
}

async function tab() {
  vi.resetModules();
  const { useUploads } = await import('./upload-store.ts');
  return useUploads;
}

let answer: (response: Response) => void;
beforeEach(() => {
  // jsdom has none.
  Object.assign(navigator, { locks: createLocks() });
  const answered = new Promise<Response>((resolve) => { answer = resolve; });
  server.use(mock.post('*/api/uploads/whole', async () => (await answered).clone()));
});

/** One tab sends, another shows the same. */
async function twoTabs() {
  const [sender, other] = [await tab(), await tab()];
  const done = vi.fn();
  const pitchId = crypto.randomUUID();
  void sender.getState().start({ pitchId, kind: 'treatment', gate: 'nda', file }, vi.fn());
  await vi.waitFor(async () => { await other.getState().restore(pitchId, done); expect(other.getState().uploads).toHaveLength(1); });
  await vi.waitFor(() => { expect(other.getState().uploads[0]?.state).toBe('elsewhere'); });
  return { sender, other, done, id: sender.getState().uploads[0]?.id as string };
}

describe('an upload that another tab sends', () => {
  it('goes from this one too when it is done there, and its file is asked for', async () => {
    const { sender, other, done } = await twoTabs();
    answer(HttpResponse.json(made, { status: 201 }));
    await vi.waitFor(() => { expect([sender.getState().uploads, other.getState().uploads]).toEqual([[], []]); });
    expect(done).toHaveBeenCalledExactlyOnceWith(null, expect.anything());
  });

  it('can go on here when it was paused there', async () => {
    const { sender, other, done, id } = await twoTabs();
    sender.getState().pause(id);
    await vi.waitFor(() => { expect(other.getState().uploads[0]?.state).toBe('paused'); });
    other.getState().resume(id);
    answer(HttpResponse.json(made, { status: 201 }));
    await vi.waitFor(() => { expect(other.getState().uploads).toEqual([]); });
    expect(done).toHaveBeenCalledExactlyOnceWith(made, expect.anything());
  });

  it('goes when it is stopped there', async () => {
    const { sender, other, id } = await twoTabs();
    await sender.getState().cancel(id);
    await vi.waitFor(() => { expect(other.getState().uploads).toEqual([]); });
  });
});
