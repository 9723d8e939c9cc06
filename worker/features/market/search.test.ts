import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { publishedPitch } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { patient } from '../../testing/patient-db.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { refreshLexemes, refreshTrending, refreshWeeks } from './jobs.ts';
import { EXACT_HITS, WINDOW } from './plan.ts';
import { learnAllWords } from './queries.ts';
import { PitchList, Suggestions } from './schema.ts';
import { editDistance } from './spelling.ts';

let app: TestApp;
let maren: Person;
/** Gives up when its time is over, as in production. */
let strict: Db;

const list = async (q: string, more = '') => {
  const response = await app.request(`/api/pitches?q=${encodeURIComponent(q)}${more}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return PitchList.parse(await response.json());
};
const titles = async (q: string, more = '') => (await list(q, more)).items.map((item) => item.title);
const suggest = async (q: string) => Suggestions.parse(await (await app.request(`/api/pitches/suggest?q=${encodeURIComponent(q)}`)).json());

const story = (text: string) => `${text} ${'Nothing else of note happens in it, and it takes its time about that. '.repeat(2)}`;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  strict = app.services.db;
  app.services.db = patient(strict);
  maren = await signUp(app, { portal: 'creator', name: 'Maren Oyelar\u00e1n', companyName: 'Quarrylight' });
  const make = (title: string, logline: string, synopsis: string, team: string[] = []) =>
    publishedPitch(app, maren, { title, logline, synopsis: story(synopsis), genres: ['drama'], team: team.map((name) => ({ name, role: 'Producer', status: 'signed' as const })), themes: ['grief'] });
  await make('The Lighthouse Keeper', 'A keeper counts ships.', 'A storm takes the lamp.', ['Callum Ofori-Strand']);
  await make('Salt Year', 'A ferrywoman empties an island beside a lighthouse.', 'One tide at a time.', ['Petra Lindemarsh']);
  await make('Kestrel', 'A falconer clears drones from a summit.', 'The lighthouse is only seen from afar.');
  await make('Glasshouse', 'A botanist restores panes.', 'Somebody tends the one she never cleans. Interpreters come and go.');
});
afterAll(() => app.close());

describe('search', () => {
  it('weighs title over logline over synopsis', async () => expect(await titles('lighthouse')).toEqual(['The Lighthouse Keeper', 'Salt Year', 'Kestrel']));

  it.each([
    ['keeper', ['The Lighthouse Keeper']],
    ['KEEPERS', ['The Lighthouse Keeper']],
    ['lighthouse -falconer', ['The Lighthouse Keeper', 'Salt Year']],
    ['falconer or botanist', ['Glasshouse', 'Kestrel']],
    ['"counts ships"', ['The Lighthouse Keeper']],
    ['"ships counts"', []],
    ['ferrywoman tide', ['Salt Year']],
    ['ferrywoman falconer', []],
    ['the keeper', ['The Lighthouse Keeper']],
    ['petra', ['Salt Year']],
    ['callum strand', ['The Lighthouse Keeper']],
    ['grief', 4],
    ['oyelaran', 4],
    ['Oyelar\u00e1n', 4],
    ['quarrylight', 4],
  ] as const)('%s', async (q, expected) => {
    const found = await titles(q);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found.toSorted()).toEqual([...expected].sort());
    expect((await list(q)).corrected).toBeUndefined();
  });

  it.each([
    ['lighthosue', 'lighthouse', 3], ['kestral', 'kestrel', 1], ['glashouse', 'glasshouse', 1], ['ferywoman', 'ferrywoman', 1], ['lindemrash', 'lindemarsh', 1], ['keeper lighthuose', 'keeper lighthouse', 1], ['lightho', 'lighthouse', 3],
  ])('%s is searched as %s', async (q, to, hits) => {
    const found = await list(q);
    expect(found.corrected).toEqual({ from: q, to });
    expect(found.items).toHaveLength(hits);
  });

  it('of a word that is begun or has a slip, what finds more was meant', async () => {
    await app.db.query(sql`INSERT INTO search_lexemes (word, lexeme, pitches) VALUES ('quillord', 'quillord', 1), ('quillour', 'quillour', 300), ('vellord', 'vellord', 300), ('vellour', 'vellour', 1)`);
    expect((await list('quillor')).corrected?.to).toBe('quillour');
    expect((await list('vellor')).corrected?.to).toBe('vellord');
    // Not the last word: typed to its end.
    expect((await list('vellor keeper')).corrected?.to).toBe('vellord keeper');
  });

  it('the database knows one slip as the ranking of candidates does', async () => {
    const words = ['salt', 'slat', 'sal', 'alt', 'salts', 'malt', 'sat', 'last', 'halts', 'aalt', 'saltt', 'sslt', 'altss', 'salty', 'asltt'];
    const { rows } = await app.db.query(sql`SELECT a, b, is_one_slip(a, b) AS is, word_slips(a) && word_slips(b) AS near FROM unnest(${words}::text[]) a, unnest(${words}::text[]) b`);
    expect(rows).toHaveLength(words.length ** 2);
    const wrong = rows.filter(({ a, b, is, near }) => is !== (editDistance(a as string, b as string) === 1) || (is === true && near !== true));
    expect(wrong).toEqual([]);
  });

  it('finds nothing for what is near to nothing', async () => expect(await list('qqqqqqqq')).toEqual({ items: [], nextCursor: null }));

  it.each([
    'a & | !', '!', '()', "'", '"', '\\', ':*', 'a:*', '<->', 'keeper & !', "'; DROP TABLE pitches; --", '%', '_', '%%%%', '* * *', '-', '--', '- keeper', '-keeper -salt', 'or', '.*', '(a+)+$', '\u0000keeper', '\u{1F3AC}',
    'the', 'the of and', '"the keeper of"', '"the of"', '\u2474', '\u00bd keeper', 'NULL', 'x '.repeat(150), '\ud800', 'l\u00e0st',
  ])('takes %j without an error', async (q) => {
    const response = await app.request(`/api/pitches?q=${encodeURIComponent(q.toWellFormed())}`);
    expect(response.status).toBe(200);
    expect((await app.request(`/api/pitches/facets?q=${encodeURIComponent(q.toWellFormed())}`)).status).toBe(200);
    expect((await app.request(`/api/pitches/suggest?q=${encodeURIComponent(q.toWellFormed().slice(0, 100))}`)).status).toBe(200);
  });

  it('excluding everything leaves the rest, newest first where ranks are equal', async () => {
    expect(await titles('-lighthouse')).toEqual(['Glasshouse']);
    const first = await list('-zzyzx', '&limit=3');
    expect(first.items.map(({ title }) => title)).toEqual(['Glasshouse', 'Kestrel', 'Salt Year']);
    expect(await titles('-zzyzx', `&limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)).toEqual(['The Lighthouse Keeper']);
  });

  it('narrows by filters and can be ordered otherwise', async () => {
    expect(await titles('lighthouse', '&genre=western')).toEqual([]);
    expect(await titles('lighthouse', '&genre=western&genre=drama&format=feature')).toEqual(await titles('lighthouse'));
    expect(await titles('lighthouse', '&genre=drama&format=short')).toEqual([]);
    expect(await titles('lighthouse', '&sort=newest')).toEqual(['Kestrel', 'Salt Year', 'The Lighthouse Keeper']);
  });

  it('pages by rank', async () => {
    const first = await list('lighthouse', '&limit=2');
    expect(first.items).toHaveLength(2);
    expect(await titles('lighthouse', `&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)).toEqual(['Kestrel']);
  });
});

describe('common words', () => {
  // Past what is ranked one by one, in pitches that only differ by date; every two hundredth is a better match, and none of those is the newest.
  const rows = EXACT_HITS + 500;
  const everything = async (q: string, more = '', most = 200): Promise<string[]> => {
    await app.services.epochs.bump('market');
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null && pages < most) {
      const page: PitchList = await list(q, `&limit=50${more}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(page.unranked).toBeUndefined();
      seen.push(...page.items.map((item) => item.title));
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(new Set(seen).size).toBe(seen.length);
    return seen;
  };
  const isBetter = (i: number) => i % 200 === 107;
  const newestFirst = (keep: (i: number) => boolean) => Array.from({ length: rows }, (_, at) => rows - at).filter(keep).map((i) => `Bulk ${i}`);
  const spread = () => app.db.query(sql`UPDATE pitches SET published_at = timestamptz '2025-01-01' + substr(slug, 6)::int * interval '72 minutes' WHERE slug LIKE 'bulk-%'`);

  beforeAll(async () => {
    await app.db.query(sql`
      INSERT INTO pitches (id, owner_id, slug, status, title, logline, synopsis, format, genres, published_at)
      SELECT gen_random_uuid(), ${maren.id}, 'bulk-' || i, 'published', 'Bulk ' || i, CASE WHEN i % 200 = 107 THEN 'causeway causeway causeway' ELSE 'A causeway.' END, CASE WHEN i % 200 = 107 THEN 'A mole and another mole.' ELSE 'One mole.' END,
        'short', ARRAY['war'], timestamptz '2025-01-01' + i * interval '1 minute'
      FROM generate_series(1, ${rows}) i`);
    await app.db.query(sql`INSERT INTO search_lexemes (word, lexeme, pitches) VALUES ('causeway', 'causeway', ${rows}), ('mole', 'mole', ${rows})`);
  });

  it.each(['causeway', 'mole'])('one word is ranked to its end, whether its pitches came out in one week or in many: %s', async (q) => {
    const ranked = [...newestFirst(isBetter), ...newestFirst((i) => !isBetter(i))];
    await app.db.query(sql`UPDATE pitches SET published_at = timestamptz '2025-01-01' + substr(slug, 6)::int * interval '1 minute' WHERE slug LIKE 'bulk-%'`);
    expect(await everything(q)).toEqual(ranked);
    await spread();
    expect(await everything(q, '&genre=war&genre=western&format=short', 6)).toEqual(ranked.slice(0, 300));
    expect(await everything(q, '&genre=western')).toEqual([]);
  }, 60_000);

  it('a form of a word counts with its stem, and a pitch that has both is shown once', async () => {
    const both = await publishedPitch(app, maren, { title: 'Moles and a Mole', logline: 'A mole.', synopsis: story('Moles.') });
    expect(await everything('moles', '', 6)).toEqual(['Moles and a Mole', ...newestFirst(isBetter), ...newestFirst((i) => !isBetter(i))].slice(0, 300));
    await app.request(`/api/pitches/${both.id}`, { method: 'DELETE', cookie: maren.cookie });
  }, 60_000);

  it('of several, the newest window is ranked and the list goes on by date behind it', async () => {
    const q = 'causeway or zzyzx';
    await app.db.query(sql`UPDATE pitches SET published_at = timestamptz '2025-01-01' + substr(slug, 6)::int * interval '1 minute' WHERE slug LIKE 'bulk-%'`);
    // All in one week, of which nothing is counted: by date. Ranked are the strong matches of the window, newest first; then the rest by date.
    const byDate = await everything(q);
    expect(byDate).toHaveLength(rows);
    expect(byDate.slice(0, 3)).toEqual(['Bulk 1907', 'Bulk 1707', `Bulk ${rows}`]);
    // Behind the window a strong match has no advantage.
    expect(byDate.indexOf('Bulk 1507')).toBeGreaterThan(WINDOW);
    // Twenty pitches a day and the weeks counted: by the index, as many of the newest weeks as hold a window.
    await spread();
    expect(await refreshWeeks(app.services)).toBeGreaterThan(10);
    expect(await refreshWeeks(app.services)).toBe(0);
    const byWeek = await everything(q);
    expect(byWeek).toHaveLength(rows);
    expect(byWeek.slice(0, 3)).toEqual(['Bulk 1907', 'Bulk 1707', `Bulk ${rows}`]);
    expect(byWeek.indexOf('Bulk 1307')).toBeGreaterThan(WINDOW);
    // A filter that leaves too few of the newest weeks looks further back; a word that the counts are wrong about is found all the same.
    await app.db.query(sql`UPDATE pitches SET genres = ARRAY['western'] WHERE slug LIKE 'bulk-%' AND substr(slug, 6)::int <= 60`);
    await app.services.epochs.bump('market');
    expect((await list(q, '&genre=western&limit=50')).items.map(({ title }) => title).slice(0, 2)).toEqual(['Bulk 60', 'Bulk 59']);
    expect((await list('causeway', '&genre=western&limit=50')).items.map(({ title }) => title).slice(0, 2)).toEqual(['Bulk 60', 'Bulk 59']);
  }, 60_000);
});

describe('a search that cannot be ranked in time', () => {
  it('comes newest first instead of failing, and goes on so', async () => {
    const { db } = app.services;
    // The first ranking runs into a real limit of the database; whatever follows is as always.
    let isSlow = true;
    app.services.db = {
      ...db,
      batch: (statements) => {
        if (!isSlow) return db.batch(statements);
        isSlow = false;
        return strict.batch([sql`SET LOCAL statement_timeout = 1`, sql`SELECT pg_sleep(5)`]);
      },
    };
    try {
      await app.services.epochs.bump('market');
      const first = await list('lighthouse or zzyzx', '&limit=2');
      expect([first.items.map(({ title }) => title), first.unranked]).toEqual([['Kestrel', 'Salt Year'], true]);
      expect(Object.keys(first.matches ?? {})).toHaveLength(2);
      const next = await list('lighthouse or zzyzx', `&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
      expect([next.items.map(({ title }) => title), next.nextCursor]).toEqual([['The Lighthouse Keeper'], null]);
      // One word in an order of its own is tried again with more time: no other order is cheaper.
      isSlow = true;
      const newest = await list('lighthouse', '&limit=2&sort=newest');
      expect([newest.items.map(({ title }) => title), newest.unranked, isSlow]).toEqual([['Kestrel', 'Salt Year'], undefined, false]);
    } finally {
      app.services.db = db;
      await app.services.epochs.bump('market');
    }
    expect((await list('lighthouse')).unranked).toBeUndefined();
  });
});

describe('GET /api/pitches/suggest', () => {
  it('finds titles by the beginning of any word, corrects slips, and knows people and genres', async () => {
    expect((await suggest('ligh')).titles.map(({ title }) => title)).toEqual(['The Lighthouse Keeper']);
    expect((await suggest('keeper li')).titles.map(({ title }) => title)).toEqual(['The Lighthouse Keeper']);
    expect((await suggest('lighthosue')).titles.map(({ title }) => title)).toEqual(['The Lighthouse Keeper']);
    expect((await suggest('oyel')).people).toEqual([{ id: maren.id, name: 'Maren Oyelar\u00e1n', handle: maren.handle }]);
    expect((await suggest('folk')).genres).toEqual([{ value: 'folk-horror', label: 'Folk horror' }]);
    expect(await suggest('l')).toEqual({ titles: [], people: [], genres: [] });
  });

  it('knows nobody who published nothing', async () => {
    await signUp(app, { portal: 'investor', name: 'Saoirse Dunmore-Pike' });
    expect((await suggest('saoirse')).people).toEqual([]);
  });

  it('is warm the second time', async () => {
    await suggest('Glass');
    const before = app.roundTrips();
    await suggest('glass');
    expect(app.roundTrips()).toBe(before);
  });
});

describe('jobs', () => {
  it('counts words, and forgets those that nobody writes any more', async () => {
    await app.db.query(sql`INSERT INTO search_lexemes (word, lexeme, pitches) VALUES ('vanished', 'vanish', 9)`);
    await refreshLexemes(app.services);
    const { rows } = await app.db.query(sql`SELECT word, pitches FROM search_lexemes WHERE word IN ('vanished', 'lighthouse', 'causeway', 'panes') ORDER BY word`);
    expect(rows).toEqual([{ word: 'causeway', pitches: EXACT_HITS + 500 }, { word: 'lighthouse', pitches: 3 }, { word: 'panes', pitches: 1 }]);
    expect(await refreshLexemes(app.services)).toBe(0);
    app.clock.advance(25 * 3_600_000);
    expect(await refreshLexemes(app.services)).toBeGreaterThan(20);
  });

  it('learns every word at once after a bulk load', async () => {
    await app.db.query(sql`DELETE FROM search_lexemes`);
    await app.db.query(learnAllWords);
    expect((await app.db.query(sql`SELECT word, lexeme, pitches FROM search_lexemes WHERE word IN ('bulk', 'interpreters', 'a') ORDER BY word`)).rows)
      .toEqual([{ word: 'bulk', lexeme: 'bulk', pitches: EXACT_HITS + 500 }, { word: 'interpreters', lexeme: 'interpret', pitches: 1 }]);
  });

  it('trends by interest that halves every week', async () => {
    const at = (title: string, days: number, views: number) => [
      sql`UPDATE pitches SET published_at = ${new Date(app.clock.now() - days * 86_400_000).toISOString()} WHERE title = ${title}`,
      sql`UPDATE pitch_stats SET views = ${views} WHERE pitch_id = (SELECT id FROM pitches WHERE title = ${title})`,
    ];
    await app.db.batch([...at('Salt Year', 0, 100), ...at('Kestrel', 7, 199), ...at('Glasshouse', 7, 250), ...at('The Lighthouse Keeper', 70, 5000)]);
    expect(await refreshTrending(app.services)).toBeGreaterThanOrEqual(4);
    expect(await refreshTrending(app.services)).toBe(0);
    await app.services.epochs.bump('market');
    const { items } = PitchList.parse(await (await app.request('/api/pitches?sort=trending&limit=4&genre=drama')).json());
    expect(items.map((item) => item.title)).toEqual(['Glasshouse', 'Salt Year', 'Kestrel', 'The Lighthouse Keeper']);
  });
});
