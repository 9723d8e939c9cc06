// Changes that are not the server's yet, kept in this browser: they survive a reload, a crash and a time offline.
import { deviceStore } from '../../lib/device-store.ts';
import type { Kept } from './draft.ts';

const STORE = 'changes';
/** Where they lay before. */
const formerKey = (id: string): string => `pitchey-draft:${id}`;

const run = deviceStore('pitchey-drafts', STORE, (database) => { database.createObjectStore(STORE); });

export const keptChanges = {
  async get(id: string): Promise<Kept | null> {
    try {
      const former = localStorage.getItem(formerKey(id));
      if (former !== null) {
        const kept = JSON.parse(former) as Kept;
        await run('readwrite', (store) => store.put(kept, id));
        localStorage.removeItem(formerKey(id));
        return kept;
      }
      return (await run('readonly', (store) => store.get(id) as IDBRequest<Kept | undefined>)) ?? null;
    } catch {
      return null; // closed or damaged storage: the server's words are what there is
    }
  },
  set: (id: string, kept: Kept | null): Promise<unknown> => (kept === null ? run('readwrite', (store) => store.delete(id)) : run('readwrite', (store) => store.put(kept, id))),
};
