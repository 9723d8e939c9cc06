// Changes that are not the server's yet, kept in this browser: they survive a reload, a crash and a time offline. Every tab keeps its own, so
// that two of them on one pitch write over nothing; what a tab left that is gone, the next one takes up.
import { deviceStore } from '../../lib/device-store.ts';
import type { Kept } from './draft.ts';

const STORE = 'changes';
/** Where they lay before. */
const formerKey = (id: string): string => `pitchey-draft:${id}`;

const run = deviceStore('pitchey-drafts', STORE, (database) => { database.createObjectStore(STORE); });

const lockOf = (tab: string): string => `pitchey-draft-tab:${tab}`;

/** Takes over what `from` holds, unless another tab did first: one transaction, so it lies somewhere at every moment. */
const moveTo = (to: string, from: string): Promise<Kept | undefined> => run('readwrite', (store) => {
  const request = store.get(from) as IDBRequest<Kept | undefined>;
  request.addEventListener('success', () => {
    if (request.result === undefined) return;
    store.put(request.result, to);
    store.delete(from);
  });
  return request;
});

/**
 * The kept changes of one tab. `locks`: how tabs know of each other; absent, every other tab counts as gone. A tab's name begins with the
 * time, so that what is older is taken up first.
 */
export function createKeptChanges(locks: Pick<LockManager, 'request'> | undefined, tab = `${Date.now().toString(36)}-${crypto.randomUUID()}`) {
  const keyOf = (id: string): string => `${id}/${tab}`;
  let announced: Promise<void> | undefined;

  /** Holds this tab's lock for as long as the page lives: the browser lets go of it however the page ends. */
  const announce = (): Promise<void> => announced ??= new Promise((resolve) => {
    if (!locks) return resolve();
    locks.request(lockOf(tab), () => { resolve(); return new Promise<never>(() => undefined); }).catch(() => resolve());
  });

  /** Whether the tab is gone; where it is not, `then` is called once it is. */
  async function isGone(other: string, then: () => void): Promise<boolean> {
    if (!locks) return true;
    const isFree = await locks.request(lockOf(other), { ifAvailable: true }, async (lock) => lock !== null);
    if (!isFree) locks.request(lockOf(other), async () => then()).catch(() => undefined); // this page ends first
    return isFree;
  }

  async function take(id: string, mayHaveMore: () => void): Promise<Kept | null> {
    await announce();
    const own = keyOf(id);
    const former = localStorage.getItem(formerKey(id));
    if (former !== null) {
      await run('readwrite', (store) => store.put(JSON.parse(former), id));
      localStorage.removeItem(formerKey(id));
    }
    // '0' follows '/': the key without a tab, and those with one.
    const keys = await run('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(id, `${id}0`)) as IDBRequest<string[]>);
    if (keys.includes(own)) return (await run('readonly', (store) => store.get(own) as IDBRequest<Kept | undefined>)) ?? null;
    for (const key of keys) {
      const other = key.slice(id.length + 1);
      if (other !== '' && !(await isGone(other, mayHaveMore))) continue;
      const kept = await moveTo(own, key);
      if (kept) return kept;
    }
    return null;
  }

  return {
    /** What was kept of a pitch: this tab's own, or the oldest of a tab that is gone. `mayHaveMore`: a tab that kept something is gone now. */
    get: (id: string, mayHaveMore: () => void): Promise<Kept | null> => take(id, mayHaveMore).catch(() => null), // closed or damaged storage: the server's words are what there is
    set: (id: string, kept: Kept | null): Promise<unknown> => announce().then(() => (kept === null ? run('readwrite', (store) => store.delete(keyOf(id))) : run('readwrite', (store) => store.put(kept, keyOf(id))))),
  };
}

export const keptChanges = createKeptChanges(typeof navigator === 'undefined' ? undefined : navigator.locks);
