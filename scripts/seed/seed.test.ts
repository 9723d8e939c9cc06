// The demo data in a real database and a real local R2, read back through the app that will serve it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPassword } from '../../worker/auth/password.ts';
import { gatedParts } from '../../worker/features/catalogue/lists.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../worker/testing/test-app.ts';
import { bucketName } from './bucket.ts';
import { provedMembers } from './proofs.ts';
import { agreements } from './content/agreements.ts';
import { conversations } from './content/conversations.ts';
import { allPeople, allPitches } from './content/all.ts';
import { seed } from './index.ts';
import { posterOf } from './posters/poster.ts';
import type { SignIn } from './sign-ins.ts';

const configPath = resolve(import.meta.dirname, '..', '..', 'wrangler.toml');
const folder = mkdtempSync(join(tmpdir(), 'pitchey-seed-'));
const persistDir = join(folder, 'worker');
const lines: string[] = [];
let app: TestApp;
let client: pg.Client;
let signIns: SignIn[];

const databaseUrl = (): string => String(Reflect.get(app.env, 'DATABASE_URL'));
const vault = { secret: 'a-secret-for-tests-that-is-long-enough', origin: TEST_ORIGIN };
const plant = () => seed({ databaseUrl: databaseUrl(), persistDir, configPath, vault, log: (line) => lines.push(line) });
const count = async (table: string): Promise<number> => Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

beforeAll(async () => {
  app = await createTestApp();
  client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  ({ signIns } = await plant());
}, 180_000);

afterAll(async () => {
  await client?.end();
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('seed', () => {
  it('plants everyone and everything', async () => {
    const proofs = allPitches.flatMap(provedMembers).length;
    expect(proofs).toBeGreaterThan(0);
    const posters = allPitches.filter(({ slug, title }) => posterOf(slug, title) !== null).length;
    expect({
      users: await count('users'),
      profiles: await count('profiles'),
      roles: await count('user_roles'),
      pitches: await count('pitches'),
      texts: await count('pitch_protected'),
      stats: await count('pitch_stats'),
      files: await count('files'),
      media: await count('pitch_media'),
    }).toEqual({
      users: allPeople.length,
      profiles: allPeople.length,
      roles: allPeople.length,
      pitches: allPitches.length,
      texts: allPitches.length * gatedParts.length,
      stats: allPitches.length,
      files: posters + proofs + 1,
      media: posters + proofs + 1,
    });
    expect(lines).toEqual([`${agreements.length} agreements, ${conversations.length} conversations`, `${allPeople.length} people, ${allPitches.length} pitches, ${posters} posters`]);
  });

  it('leaves its documents to be read, like uploaded ones', async () => {
    const { rows } = await client.query<{ id: string }>("SELECT f.id FROM files f JOIN outbox o ON o.topic = 'files.read' AND o.payload ->> 'fileId' = f.id::text WHERE f.content_type = 'application/pdf'");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(await count("files WHERE content_type = 'application/pdf' AND page_count IS NULL"));
  });

  it('counts nothing that is not there: every number comes from rows', async () => {
    const { rows } = await client.query<{ wrong: string }>(`
      SELECT count(*) AS wrong FROM pitch_stats s
      LEFT JOIN LATERAL (SELECT sum(views)::int AS views, sum(likes)::int AS likes, sum(watchers)::int AS watchers, sum(comments)::int AS comments FROM pitch_stats_daily d WHERE d.pitch_id = s.pitch_id) d ON true
      WHERE (s.views, s.likes, s.watchers, s.comments) IS DISTINCT FROM (coalesce(d.views, 0), coalesce(d.likes, 0), coalesce(d.watchers, 0), coalesce(d.comments, 0))
        OR s.views <> coalesce((SELECT sum(views) FROM pitch_sources_daily x WHERE x.pitch_id = s.pitch_id), 0)
        OR s.likes <> (SELECT count(*) FROM pitch_likes x WHERE x.pitch_id = s.pitch_id) OR s.watchers <> (SELECT count(*) FROM watchlist_items x WHERE x.pitch_id = s.pitch_id)
        OR s.comments <> (SELECT count(*) FROM pitch_comments x WHERE x.pitch_id = s.pitch_id AND x.deleted_at IS NULL)`);
    expect(Number(rows[0]?.wrong)).toBe(0);
    expect(await count('pitch_stats WHERE likes > 0 AND watchers > 0')).toBeGreaterThan(20);
  });

  it('gives sign-ins that are real accounts, and no others', async () => {
    expect(signIns.map((one) => one.portal).sort()).toEqual(['creator', 'investor', 'production']);
    expect(await count('accounts')).toBe(3);
    for (const { email, password } of signIns) {
      const { rows } = await client.query<{ password: string }>('SELECT a.password FROM accounts a JOIN users u ON u.id = a.user_id WHERE u.email = $1', [email]);
      expect(await verifyPassword(rows[0]?.password ?? null, password)).toBe(true);
      expect(await verifyPassword(rows[0]?.password ?? null, `${password}.`)).toBe(false);
    }
  });

  it('lets them sign in through the same door as everyone', async () => {
    for (const { email, password, portal } of signIns) {
      const response = await app.request('/api/auth/sign-in', { body: { email, password, portal } });
      expect(response.status, await response.clone().text()).toBe(200);
      expect(response.headers.get('set-cookie')).toContain('pitchey-session=');
    }
  });

  it('puts nothing into the future, and numbers ids by time', async () => {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM pitches WHERE greatest(created_at, updated_at, published_at) > now() OR updated_at < created_at OR published_at < created_at`,
    );
    expect(Number(rows[0]?.n)).toBe(0);
    const { rows: byId } = await client.query<{ slug: string }>('SELECT slug FROM pitches ORDER BY id');
    const { rows: byTime } = await client.query<{ slug: string }>('SELECT slug FROM pitches ORDER BY created_at, id');
    expect(byId).toEqual(byTime);
  });

  it('puts every poster and document where the Worker will look for it', async () => {
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        script: 'export default { fetch: () => new Response(null) }',
        compatibilityDate: '2026-10-01',
        r2Buckets: { FILES: bucketName(readFileSync(configPath, 'utf8')) },
        resourcePersistencePath: join(persistDir, 'v3'),
      }),
    );
    try {
      const { FILES } = await miniflare.getBindings<{ FILES: R2Bucket }>();
      const { rows } = await client.query<{ storage_key: string; size: string; sha256: string; content_type: string }>('SELECT storage_key, size, sha256, content_type FROM files');
      for (const row of rows) {
        const object = await FILES.head(row.storage_key);
        expect([row.storage_key, object?.size, object?.httpMetadata?.contentType]).toEqual([row.storage_key, Number(row.size), row.content_type]);
      }
      const bytes = await (await FILES.get(rows[0]?.storage_key ?? ''))?.arrayBuffer();
      expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer(0))).toString('hex')).toBe(rows[0]?.sha256);
    } finally {
      await miniflare.dispose();
    }
  });

  it('leaves a database alone that holds anyone', async () => {
    await client.query(`UPDATE profiles SET bio = 'changed since' WHERE handle = 'maren-oyelaran'`);
    expect(await plant()).toEqual({ signIns: [] });
    expect(await count('pitches')).toBe(allPitches.length);
    expect((await client.query('SELECT bio FROM profiles WHERE handle = $1', ['maren-oyelaran'])).rows).toEqual([{ bio: 'changed since' }]);
  });
});

describe('the market of the demo data', () => {
  const list = async (query: string): Promise<{ slug: string; poster: { url: string } | null }[]> => {
    const response = await app.request(`/api/pitches?${query}`);
    expect(response.status, await response.clone().text()).toBe(200);
    return ((await response.json()) as { items: { slug: string; poster: { url: string } | null }[] }).items;
  };

  it('shows published pitches with posters, and no other', async () => {
    const items = await list('sort=newest&limit=50');
    const state = new Map(allPitches.map((pitch) => [pitch.slug, pitch.status]));
    expect(items).toHaveLength(50);
    expect(items.every((item) => state.get(item.slug) === 'published' && item.poster !== null)).toBe(true);
    expect(items[0]?.slug).toBe('bright-particular');
  });

  it('finds a film by its title, by its people and by a word of its story', async () => {
    expect((await list('q=salt+year'))[0]?.slug).toBe('salt-year');
    expect((await list('q=oyelaran')).map((item) => item.slug)).toContain('salt-year');
    expect((await list('q=weighbridge'))[0]?.slug).toBe('the-weighbridge');
    expect((await list('q=telegraphist'))[0]?.slug).toBe('an-army-by-wire');
  });

  it('forgives a slip of the keyboard', async () => expect((await list('q=telegrphist'))[0]?.slug).toBe('an-army-by-wire'));

  it('keeps what is behind a gate behind it', async () => {
    const response = await app.request('/api/pitches/salt-year');
    const body = (await response.json()) as { protected: Record<string, string>; locked: { field: string; gate: string }[] };
    expect(response.status).toBe(200);
    expect(body).toMatchObject({ protected: {}, financePlan: null });
    expect(body.locked.map((one) => one.gate).sort()).toEqual(['deal', 'member', 'member', 'nda', 'nda', 'nda']);
  });
});

const cookieOf = async (portal: string): Promise<string> => {
  const { email, password } = signIns.find((one) => one.portal === portal) as SignIn;
  const response = await app.request('/api/auth/sign-in', { body: { email, password, portal } });
  return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
};
const get = async <T>(path: string, cookie: string): Promise<T> => {
  const response = await app.request(path, { cookie });
  expect(response.status, `${path} ${await response.clone().text()}`).toBe(200);
  return (await response.json()) as T;
};

describe('the agreements of the demo data', () => {
  type List = { items: { id: string; status: string; createdAt: string; pitch: { id: string; title: string } }[]; counts: Record<string, number> };

  it('are there in every state for a reader, and for an owner whatever waits', async () => {
    const { counts } = await get<List>('/api/ndas?role=signer&limit=100', await cookieOf('investor'));
    expect(counts).toMatchObject({ requested: 1, countered: 1, approved: 1, signed: 1, rejected: 1, withdrawn: 1, revoked: 1, expired: 1 });
    const owned = await get<List>('/api/ndas?role=owner&limit=100', await cookieOf('creator'));
    expect(owned.counts).toMatchObject({ requested: 3, countered: 1, approved: 1, signed: 2, rejected: 1, withdrawn: 1, revoked: 1 });
    expect((await get<List>('/api/ndas?role=owner', await cookieOf('production'))).counts).toMatchObject({ requested: 1, signed: 1, withdrawn: 1 });
    expect((await client.query<{ n: string }>("SELECT count(*) AS n FROM ndas WHERE status = 'lapsed'")).rows[0]?.n).toBe('1');
  });

  it('hold when they are checked, with the papers that anybody gets', async () => {
    const cookie = await cookieOf('investor');
    const { items } = await get<List>('/api/ndas?role=signer&limit=100', cookie);
    for (const { id } of items) expect(await get(`/api/ndas/${id}/verify`, cookie)).toMatchObject({ valid: true });
    const signed = items.find(({ status }) => status === 'signed');
    const pdf = await app.request(`/api/ndas/${signed?.id}/document.pdf`, { cookie });
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await get<{ items: { answers: unknown[] }[] }>(`/api/ndas/${signed?.id}/info-requests`, cookie)).items[0]?.answers).toHaveLength(1);
    expect((await get<{ items: unknown[] }>('/api/obligations', cookie)).items.length).toBeGreaterThan(5);
  });

  it('come with what was read, as both sides see it', async () => {
    const [maren, harriet] = [await cookieOf('creator'), await cookieOf('investor')];
    const pitch = await get<{ id: string }>('/api/pitches/salt-year', maren);
    const { readers } = await get<{ readers: { name: string; pages: number }[] }>(`/api/pitches/${pitch.id}/interest`, maren);
    expect(readers.map(({ name }) => name)).toEqual(expect.arrayContaining(['Harriet Osei-Lund', 'Bertil Okoye-Lang', 'Carmen Iturralde-Voss']));
    const { items } = await get<{ items: { pages: { ms: number }[] }[] }>(`/api/pitches/${pitch.id}/reading`, harriet);
    expect(items).toHaveLength(4);
    expect(items.flatMap(({ pages }) => pages).every(({ ms }) => ms > 0)).toBe(true);
  });

  it('have been told of: what is recent is unread, what is older was read', async () => {
    const list = await get<{ items: { kind: string; readAt: string | null; at: string }[]; unread: number }>('/api/notifications?limit=50', await cookieOf('creator'));
    expect(list.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['nda-requested', 'nda-signed', 'documents-opened']));
    const days = (at: string): number => (Date.now() - Date.parse(at)) / 86_400_000;
    for (const { readAt, at } of list.items.filter((item) => Math.abs(days(item.at) - 2) > 0.1)) expect([at, readAt === null]).toEqual([at, days(at) < 2]);
    expect(list.unread).toBeGreaterThan(0);
    expect(await count("notification_deliveries WHERE state = 'waiting'")).toBe(0);
  });

  it('lie in the past, after what they speak of, and send nothing', async () => {
    const { rows } = await client.query<{ n: string }>(`
      SELECT count(*) AS n FROM nda_events e JOIN ndas n ON n.id = e.nda_id JOIN pitches p ON p.id = n.pitch_id JOIN users s ON s.id = n.signer_id
      WHERE e.at > now() OR e.at < p.published_at OR e.at < s.created_at OR e.at < n.created_at`);
    expect(Number(rows[0]?.n)).toBe(0);
    expect(await count("outbox WHERE topic <> 'files.read'")).toBe(0);
  });
});

describe('the conversations of the demo data', () => {
  type Talks = { items: { id: string; kind: string; unread: number; lastSeq: number; pitch: { title: string } | null; people: { name: string }[]; last: { text: string } | null }[]; counts: { unread: number; requests: number } };

  it('wait where they are looked for: what is unread, what is asked, what stands under which project', async () => {
    const maren = await cookieOf('creator');
    const { items, counts } = await get<Talks>('/api/conversations?limit=100', maren);
    expect(counts.requests).toBe(2);
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['nda', 'pitch', 'group']));
    expect(items.find(({ people }) => people.length === 2 && people.some(({ name }) => name === 'Rafe Bellingcourt'))).toMatchObject({ unread: 2, pitch: { title: 'Salt Year' } });
    expect((await get<Talks>('/api/conversations?folder=requests', maren)).items.map(({ last }) => last?.text)).toEqual(['It is not a long story.', expect.stringContaining('lighthouse tender')]);
    expect((await get<Talks>('/api/conversations?folder=requests', await cookieOf('investor'))).items).toHaveLength(1);
  });

  it('keep their numbers without a gap, and every stream its own', async () => {
    const { rows: broken } = await client.query(`SELECT c.id FROM conversations c WHERE c.last_seq <> (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id) OR c.last_seq <> coalesce((SELECT max(m.seq) FROM messages m WHERE m.conversation_id = c.id), 0)
      UNION ALL SELECT s.user_id FROM streams s WHERE s.last_seq <> (SELECT count(*) FROM stream_entries e WHERE e.user_id = s.user_id)`);
    expect(broken).toEqual([]);
  });
});
