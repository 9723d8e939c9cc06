// The demo data in a real database and a real local R2, read back through the app that will serve it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPassword } from '../../worker/auth/password.ts';
import { gatedParts } from '../../worker/features/catalogue/lists.ts';
import { createTestApp, type TestApp } from '../../worker/testing/test-app.ts';
import { bucketName } from './bucket.ts';
import { provedMembers } from './proofs.ts';
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
const plant = () => seed({ databaseUrl: databaseUrl(), persistDir, configPath, log: (line) => lines.push(line) });
const count = async (table: string): Promise<number> => Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

beforeAll(async () => {
  app = await createTestApp();
  client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  ({ signIns } = await plant());
});

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
      files: posters + proofs,
      media: posters + proofs,
    });
    expect(lines).toEqual([`${allPeople.length} people, ${allPitches.length} pitches, ${posters} posters`]);
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
