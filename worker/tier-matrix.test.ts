// Every route x every tier: what is behind a gate leaves the server for nobody below it, cold or warm, in no body, header, error, export, mail or
// event. The routes are read from the app, so that a new one cannot be forgotten; its line goes into testing/tier-routes.ts.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from './app.ts';
import { type Tier, tiers } from './features/pitches/gates.ts';
import { rows } from './platform/db/db.ts';
import { sql } from './platform/db/sql.ts';
import { deliverNotices } from './testing/notices.ts';
import { createTestApp, type TestApp } from './testing/test-app.ts';
import { changes, elsewhere, reads } from './testing/tier-routes.ts';
import { isFor, type Reader, type Secret, type TierWorld, tierWorld } from './testing/tier-world.ts';

let app: TestApp;
let world: TierWorld;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  world = await tierWorld(app);
}, 120_000);
afterAll(() => app.close());

const reaches = (tier: Tier, needed: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf(needed);

/** Everything an answer says: headers, text, and what is packed into PDFs and archives. */
async function told(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const parts = [JSON.stringify([...response.headers]), Buffer.from(bytes).toString('latin1')];
  const pdf = async (data: Uint8Array): Promise<void> => { parts.push(...await app.services.pages.texts({ key: Buffer.from(await crypto.subtle.digest('SHA-256', data as BufferSource)).toString('hex'), load: () => Promise.resolve(data) })); };
  if (response.status === 200 && type.includes('pdf')) await pdf(bytes);
  if (response.status === 200 && type.includes('zip')) {
    for (const [name, data] of Object.entries(unzipSync(bytes))) {
      parts.push(name, Buffer.from(data).toString('latin1'));
      if (name.endsWith('.pdf')) await pdf(data);
    }
  }
  return parts.join('\n').toLowerCase();
}

interface Walk { leaks: string[]; seen: Map<string, Set<string>>; statuses: Map<string, number> }

/** Asks every path as each reader in turn. What was asked may come back. */
async function walk(readers: readonly Reader[], paths: readonly string[]): Promise<Walk> {
  const found: Walk = { leaks: [], seen: new Map(readers.map(({ who }) => [who, new Set()])), statuses: new Map() };
  for (const path of paths) {
    for (const reader of readers) {
      const response = await app.request(path, { cookie: reader.cookie });
      found.statuses.set(`${reader.who} ${path}`, response.status);
      const text = await told(response);
      for (const secret of world.secrets) {
        if (!text.includes(secret.word) || path.includes(secret.word)) continue;
        found.seen.get(reader.who)?.add(secret.word);
        if (!isFor(reader, secret)) found.leaks.push(`${secret.word} to ${reader.who}: ${response.status} GET ${path}`);
      }
    }
  }
  await app.settle();
  return found;
}

const allPaths = (): string[] => Object.values(reads).flatMap((paths) => paths(world));

describe('the matrix', () => {
  it('knows every route of the API, and no other', () => {
    const { routes } = createApp(() => { throw new Error('no request is made here'); });
    const known = new Set([...Object.keys(reads), ...Object.keys(changes), ...elsewhere]);
    const there = new Set(routes.filter(({ path }) => !path.endsWith('*')).map(({ method, path }) => `${method} ${path}`));
    expect([...there].filter((route) => !known.has(route)), 'place these in testing/tier-routes.ts').toEqual([]);
    expect([...known].filter((route) => !there.has(route)), 'these are gone').toEqual([]);
  });

  it('tells nobody what is above them, cold and then warm, the highest first', async () => {
    const cold = await walk(world.readers, allPaths());
    expect(cold.leaks).toEqual([]);
    const warm = await walk(world.readers, allPaths());
    expect(warm.leaks).toEqual([]);
    // The test itself: each reader sees everything that is theirs, so each word can be found.
    for (const reader of world.readers) {
      const theirs = world.secrets.filter((secret) => isFor(reader, secret) && !isStampedAway(reader, secret.word) && secret.word !== 'zqunfinished').map(({ word }) => word);
      expect(theirs.filter((word) => !cold.seen.get(reader.who)?.has(word)), reader.who).toEqual([]);
    }
    // A file answers with success to nobody below its gate, whatever is in it.
    const opened = [...cold.statuses].filter(([key, status]) => status < 300 && /\/api\/files\//.test(key)).map(([key]) => key);
    expect(opened.some((key) => key.startsWith('NDA '))).toBe(true);
    expect(opened.filter((key) => key.startsWith('anonymous ') || key.startsWith('unverified '))).toEqual([]);
  }, 240_000);

  it('tells nobody after the caches were emptied, the lowest first', async () => {
    await app.services.epochs.bump('market');
    app.clock.advance(3_600_000);
    const lowest = [...world.readers].reverse();
    // Only these are kept by a cache that people share.
    expect((await walk(lowest, allPaths().filter((path) => /^\/api\/(?:pitches|users|feed|files\/[^/]+$)/.test(path)))).leaks).toEqual([]);
  }, 240_000);

  it('finds nothing by a word behind a gate, and says nothing else than for a word that stands nowhere', async () => {
    const asked = world.readers.filter(({ who }) => ['anonymous', 'member', 'deal', 'owner'].includes(who));
    for (const { word } of world.secrets) {
      for (const { who, cookie } of asked) {
        const get = async (path: string): Promise<unknown> => (await app.request(path, { cookie })).json();
        expect(await get(`/api/pitches?q=${word}`), `${word} as ${who}`).toEqual({ items: [], nextCursor: null });
        expect(await get(`/api/pitches/facets?q=${word}`), `${word} as ${who}`).toMatchObject({ total: 0 });
        expect(await get(`/api/pitches/suggest?q=${word}`), `${word} as ${who}`).toEqual({ titles: [], people: [], genres: [] });
        expect(await get(`/api/pitches/${world.pitch.id}/why?q=${word}`), `${word} as ${who}`).toEqual(await get(`/api/pitches/${world.pitch.id}/why?q=zqnowhere`));
      }
    }
  }, 120_000);

  it('refuses every change to whom it is not due without a word of what is there', async () => {
    const leaks: string[] = [];
    // An editor's changes are due; what is not theirs stands in pitch-editors/routes.test.ts.
    for (const reader of world.readers.filter(({ tier, isEditor }) => tier !== 'owner' && !isEditor).reverse()) {
      for (const [route, bodies] of Object.entries(changes)) {
        for (const [path, body] of bodies(world)) {
          const response = await app.request(path, { method: route.split(' ')[0] as string, cookie: reader.cookie, ...(body !== undefined && { body }) });
          const text = await told(response);
          for (const secret of world.secrets) if (text.includes(secret.word) && !reaches(reader.tier, secret.tier)) leaks.push(`${secret.word} to ${reader.who}: ${response.status} ${route}`);
        }
      }
    }
    await app.settle();
    expect(leaks).toEqual([]);
    const before = world.secrets.filter(({ tier }) => tier === 'owner').length;
    expect(before).toBeGreaterThan(5);
    // The owner's pitch is what it was: none of these changes reached it.
    const pitch = await (await app.request(`/api/pitches/${world.pitch.id}`, { cookie: world.owner.cookie })).text();
    expect(world.secrets.filter(({ word, isBytes, tier }) => !isBytes && tier !== 'owner' && !/name$|proof$/.test(word) && !pitch.includes(word)).map(({ word }) => word)).toEqual([]);
  }, 240_000);

  it('is written to nobody: not into mails, other messages, or events', async () => {
    await deliverNotices(app);
    const Message = z.object({ topic: z.string(), to: z.string().nullable(), text: z.string() });
    const messages = await rows(app.db, Message, sql`SELECT topic, payload ->> 'to' AS to, payload::text AS text FROM outbox`);
    expect(messages.filter(({ topic }) => topic === 'mail.search-alert').length).toBeGreaterThan(5);
    expect(messages.filter(({ text }) => text.includes('Peeping'))).toEqual([]);
    const tierOf = (to: string | null): Tier => world.readers.find(({ person }) => person?.email === to)?.tier ?? 'public';
    const leaks = messages.flatMap(({ topic, to, text }) => world.secrets.filter(({ word, tier }) => text.toLowerCase().includes(word) && !reaches(tierOf(to), tier)).map(({ word }) => `${word} to ${to}: ${topic}`));
    expect(leaks).toEqual([]);
    // What is said in a conversation is for those in it; what people are notified of may hold nothing.
    const notifications = app.told.flatMap(({ entries }) => entries).filter(({ event }) => event.kind === 'notification');
    expect(notifications.length).toBeGreaterThan(5);
    const events = JSON.stringify([app.events, notifications]).toLowerCase();
    expect(app.events.length).toBeGreaterThan(0);
    expect(world.secrets.filter(({ word }) => events.includes(word)).map(({ word }) => word)).toEqual([]);
  }, 120_000);
});

/** A reader behind a gate gets a copy stamped anew: the original's last bytes are the owner's alone. Stills are decoded: their bytes hold no word, their name stands in a header. */
function isStampedAway({ tier }: Reader, word: Secret['word']): boolean {
  return tier !== 'owner' && word.endsWith('bytes') && !word.startsWith('zqmember');
}
