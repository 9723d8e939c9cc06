// The demo data, once, into an empty database:      import { seed } (npm start does), or
// node scripts/seed/index.ts --database-url <url> --persist-to <folder>   (with BETTER_AUTH_SECRET and APP_ORIGIN of the Worker: agreements too)
// Very many pitches, for measuring, on top of it:   node scripts/seed/index.ts --bulk 100000 --database-url <url> [--users 20000] [--seed word]
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { plantBulk } from './bulk/plant.ts';
import { allPeople, allPitches } from './content/all.ts';
import { type Bucket, openBucket } from './bucket.ts';
import { idAt } from './ids.ts';
import { insertRows } from './insert.ts';
import { settleMarket } from './market.ts';
import { plantVault } from './ndas/plant.ts';
import { peopleRows } from './people-rows.ts';
import { pitchRows, type Poster, type PitchRows } from './pitch-rows.ts';
import { posterOf } from './posters/poster.ts';
import { type Proof, proofOf, provedMembers } from './proofs.ts';
import { rasterise } from './posters/rasterise.ts';
import { random } from './random.ts';
import { searchRows, socialRows } from './social-rows.ts';
import { demoPasswords, type SignIn } from './sign-ins.ts';
import { RAW_DAYS, visitRows, type VisitRows } from './visit-rows.ts';
import { pictureKey } from '../../worker/features/files/keys.ts';
import { READ_TOPIC } from '../../worker/features/files/queries.ts';

export type SeedOptions = {
  databaseUrl: string;
  persistDir: string;
  configPath: string;
  /** What the Worker will seal evidence with, and its origin: without them there are no agreements. */
  vault?: { secret: string; origin: string } | undefined;
  log(line: string): void;
  now?: number;
};

/**
 * Plants the demo market: people, pitches in every state, posters in the local R2, the words of the search. All of it or none of it;
 * a database that holds anyone is left alone and gives no sign-ins. `persistDir` is what wrangler's --persist-to will be.
 */
export async function seed({ databaseUrl, persistDir, configPath, vault, log, now = Date.now() }: SeedOptions): Promise<{ signIns: SignIn[] }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE');
    if ((await client.query('SELECT FROM users LIMIT 1')).rowCount !== 0) {
      await client.query('ROLLBACK');
      return { signIns: [] };
    }
    const bucket = await openBucket(persistDir, configPath);
    let stored: Stored;
    try {
      const [people, filled] = await Promise.all([peopleRows(allPeople, now), fillBucket(bucket, persistDir, now)]);
      stored = filled;
      const pitches = await plant(client, people, stored, now);
      if (vault) {
        const { agreements, conversations } = await plantVault({ client, storage: bucket.storage, people: people.ids, pitches, ...vault, now });
        log(`${agreements} agreements, ${conversations} conversations`);
      }
    } finally {
      await bucket.close();
    }
    await leaveToRead(client);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    log(`${allPeople.length} people, ${allPitches.length} pitches, ${stored.posters.size} posters`);
    return { signIns: allPeople.flatMap(({ portal, email }) => (demoPasswords[email] === undefined ? [] : [{ portal, email, password: demoPasswords[email] }])) };
  } finally {
    // Ends an open transaction too: the server rolls back what its client leaves behind.
    await client.end();
  }
}

/** Documents are read by the queue like uploaded ones, once the Worker runs: their pages counted, their words kept. After everything that empties the outbox. */
const leaveToRead = (client: pg.Client): Promise<unknown> => client.query(
  "INSERT INTO outbox (id, topic, payload) SELECT id, $1, jsonb_build_object('fileId', id) FROM files WHERE content_type = 'application/pdf' AND page_count IS NULL AND deleted_at IS NULL", [READ_TOPIC]);

/** What lies in R2: posters by slug, documents by slug and name. */
type Stored = { posters: ReadonlyMap<string, Poster>; proofs: ReadonlyMap<string, ReadonlyMap<string, Proof>> };

/** Draws every poster and sets every document, and puts them into R2, a few at a time. */
async function fillBucket(bucket: Bucket, persistDir: string, now: number): Promise<Stored> {
  const source = random('posters');
  const hung = new Map<string, Poster>();
  const proofs = new Map<string, Map<string, Proof>>();
  const waiting = allPitches.flatMap(({ slug, title }) => {
    const svg = posterOf(slug, title);
    return svg === null ? [] : [{ slug, svg, fileId: idAt(source, now) }];
  });
  const hang = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const raster = await rasterise(next.svg, join(dirname(persistDir), 'posters'));
      // As an uploaded one: its sizes are kept beside it, in a folder of its own.
      const storageKey = pictureKey(next.fileId);
      await bucket.put(storageKey, raster.bytes, 'image/png');
      hung.set(next.slug, { fileId: next.fileId, storageKey, raster });
    }
  };
  await Promise.all([hang(), hang(), hang()]);
  for (const pitch of allPitches) {
    for (const name of provedMembers(pitch)) {
      const proof = await proofOf(pitch, name, idAt(source, now), now);
      await bucket.put(proof.storageKey, proof.bytes, 'application/pdf');
      proofs.set(pitch.slug, (proofs.get(pitch.slug) ?? new Map<string, Proof>()).set(name, proof));
    }
  }
  return { posters: hung, proofs };
}

async function plant(client: pg.Client, people: Awaited<ReturnType<typeof peopleRows>>, { posters, proofs }: Stored, now: number): Promise<ReadonlyMap<string, string>> {
  await insertRows(client, 'users', people.users);
  await insertRows(client, 'accounts', people.accounts);
  await insertRows(client, 'profiles', people.profiles);
  await insertRows(client, 'user_roles', people.roles);
  await insertRows(client, 'profile_credits', people.credits);
  const all: PitchRows = { pitches: [], texts: [], team: [], attachments: [], stats: [], files: [], media: [] };
  for (const pitch of allPitches) {
    const owner = allPeople.find((person) => person.handle === pitch.owner);
    const ownerId = people.ids.get(pitch.owner);
    if (!owner || !ownerId) throw new Error(`${pitch.slug} belongs to ${pitch.owner}, who is nobody`);
    const rows = pitchRows(pitch, owner, ownerId, { poster: posters.get(pitch.slug) ?? null, proofs: proofs.get(pitch.slug) ?? new Map() }, now);
    for (const key of Object.keys(all) as (keyof PitchRows)[]) all[key].push(...rows[key]);
  }
  await insertRows(client, 'pitches', all.pitches);
  await insertRows(client, 'pitch_protected', all.texts);
  await insertRows(client, 'files', all.files);
  await insertRows(client, 'pitch_team', all.team);
  await insertRows(client, 'pitch_attachments', all.attachments);
  await insertRows(client, 'pitch_stats', all.stats);
  await insertRows(client, 'pitch_media', all.media);
  const pitchIds = new Map(all.pitches.map((row) => [String(row.slug), String(row.id)]));
  const social = socialRows(allPeople, allPitches, { people: people.ids, pitches: pitchIds }, now);
  await insertRows(client, 'pitch_comments', social.comments);
  await insertRows(client, 'pitch_likes', social.likes);
  await insertRows(client, 'watchlist_items', social.watches);
  await insertRows(client, 'follows', social.follows);
  await insertRows(client, 'saved_searches', searchRows(people.ids, now));
  const shown = new Set(allPeople.filter(({ email }) => demoPasswords[email] !== undefined).map(({ handle }) => people.ids.get(handle)));
  await plantVisits(client, all, (ownerId) => shown.has(ownerId), now);
  await countDeeds(client);
  await settleMarket(client);
  return pitchIds;
}

/** What the queue's consumer would have counted since each pitch was published. */
async function plantVisits(client: pg.Client, { pitches, stats }: PitchRows, isShown: (ownerId: string) => boolean, now: number): Promise<void> {
  const viewsOf = new Map(stats.map((row) => [row.pitch_id, Number(row.views)]));
  const all: VisitRows = { views: [], daily: [], sources: [], words: [] };
  for (const { id, owner_id: ownerId, title, genres, published_at: at } of pitches) {
    const views = viewsOf.get(id) ?? 0;
    if (views === 0 || typeof at !== 'string') continue;
    const rows = visitRows({ id: String(id), title: String(title), genres: genres as string[], publishedAt: Date.parse(at), views, singly: isShown(String(ownerId)) }, now);
    for (const key of Object.keys(all) as (keyof VisitRows)[]) all[key].push(...rows[key]);
  }
  const day = (back: number): string => new Date(now - back * 86_400_000).toISOString().slice(0, 10);
  await client.query("SELECT make_day_partitions('pitch_views', $1, $2)", [day(RAW_DAYS), day(0)]);
  await insertRows(client, 'pitch_views', all.views);
  await insertRows(client, 'pitch_stats_daily', all.daily.map((row) => ({ ...row, likes: 0, watchers: 0, comments: 0 })));
  await insertRows(client, 'pitch_sources_daily', all.sources);
  await insertRows(client, 'pitch_words_daily', all.words);
}

/** Counters of what people did, from the rows of what they did: in all, and by the day. */
async function countDeeds(client: pg.Client): Promise<void> {
  const deeds = `SELECT pitch_id, created_at, 1 AS likes, 0 AS watchers, 0 AS comments FROM pitch_likes
    UNION ALL SELECT pitch_id, created_at, 0, 1, 0 FROM watchlist_items UNION ALL SELECT pitch_id, created_at, 0, 0, 1 FROM pitch_comments WHERE deleted_at IS NULL`;
  const sums = 'sum(likes)::int AS likes, sum(watchers)::int AS watchers, sum(comments)::int AS comments';
  await client.query(`UPDATE pitch_stats s SET likes = d.likes, watchers = d.watchers, comments = d.comments FROM (SELECT pitch_id, ${sums} FROM (${deeds}) x GROUP BY pitch_id) d WHERE d.pitch_id = s.pitch_id`);
  await client.query(`
    INSERT INTO pitch_stats_daily (pitch_id, day, likes, watchers, comments)
    SELECT pitch_id, (created_at AT TIME ZONE 'UTC')::date, ${sums} FROM (${deeds}) x GROUP BY 1, 2
    ON CONFLICT (pitch_id, day) DO UPDATE SET likes = excluded.likes, watchers = excluded.watchers, comments = excluded.comments`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { bulk: { type: 'string' }, users: { type: 'string' }, seed: { type: 'string' }, 'database-url': { type: 'string' }, 'persist-to': { type: 'string' } },
  });
  const databaseUrl = values['database-url'] ?? process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error('Give --database-url or DATABASE_URL.');
  const log = (line: string): void => console.log(line);
  if (values.bulk !== undefined)
    return plantBulk({ databaseUrl, pitches: count('--bulk', values.bulk), users: count('--users', values.users ?? '20000'), seed: values.seed ?? 'pitchey', log });
  if (!values['persist-to']) throw new Error('Give --persist-to, the folder that wrangler keeps its data in, or --bulk and a number.');
  const configPath = resolve(import.meta.dirname, '..', '..', 'wrangler.toml');
  const { BETTER_AUTH_SECRET: secret, APP_ORIGIN: origin } = process.env;
  const { signIns } = await seed({ databaseUrl, persistDir: resolve(values['persist-to']), configPath, log, ...(secret && origin && { vault: { secret, origin } }) });
  if (signIns.length === 0) log('the database holds people already: nothing was changed');
  for (const { portal, email, password } of signIns) log(`sign-in  ${portal}  ${email}  ${password}`);
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is "${text}", which is not a whole number of one or more.`);
  return value;
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
