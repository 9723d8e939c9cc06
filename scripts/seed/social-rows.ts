import { tagOf } from '../../worker/features/market/queries.ts';
import type { FacetName } from '../../worker/features/market/schema.ts';
import type { SeedPerson } from './content/person.ts';
import type { SeedPitch } from './content/pitch.ts';
import { searches } from './content/searches.ts';
import { talk } from './content/talk.ts';
import { watching } from './content/watching.ts';
import { idAt } from './ids.ts';
import { random } from './random.ts';

const DAY = 86_400_000;
type Row = Record<string, unknown>;
export type SocialRows = { comments: Row[]; likes: Row[]; watches: Row[]; follows: Row[] };
export type Planted = { people: ReadonlyMap<string, string>; pitches: ReadonlyMap<string, string> };

const idOf = (ids: ReadonlyMap<string, string>, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} is nobody and nothing of the demo data`);
  return id;
};

/** Comments with their answers, an answer always after what it answers. `now`: Unix ms. */
function commentRows({ people, pitches }: Planted, now: number): Row[] {
  const source = random('talk');
  return talk.flatMap(({ pitch, by, daysAgo, body, answers = [] }) => {
    const said = now - daysAgo * DAY - source.int(DAY / 2, DAY - 1);
    const id = idAt(source, said);
    const row = (commentId: string, author: string, parent: string | null, words: string, at: number): Row => ({
      id: commentId,
      pitch_id: idOf(pitches, pitch),
      author_id: idOf(people, author),
      parent_id: parent,
      body: words,
      created_at: new Date(at).toISOString(),
    });
    const replies = answers.map(([author, days, words], index) => {
      const at = Math.max(said + (index + 1) * 600_000, now - days * DAY - source.int(1, DAY / 2));
      return row(idAt(source, at), author, id, words, at);
    });
    return [row(id, by, null, body, said), ...replies];
  });
}

/** Kept searches; mails of a week come some days from now, so that a fresh demo does not begin with one. */
export function searchRows(people: Planted['people'], now: number): Row[] {
  const source = random('searches');
  return searches.map(({ by, name, daysAgo, frequency, filters }) => {
    const made = now - daysAgo * DAY;
    const tags = (facet: FacetName): string[] => (filters[facet] ?? []).map((value) => tagOf(facet, value));
    const at = new Date(made).toISOString();
    return {
      id: idAt(source, made), user_id: idOf(people, by), name, words: '', genres: tags('genre'), formats: tags('format'), stages: tags('stage'), budget_bands: tags('budgetBand'), seekings: tags('seeking'),
      frequency, since: at, due_at: frequency === 'weekly' ? new Date(now + source.int(3, 6) * DAY).toISOString() : null, looked_at: frequency === 'weekly' ? new Date(now - DAY).toISOString() : null, created_at: at,
    };
  });
}

/** Who likes, watches and follows whom: what is written down, and otherwise drawn by seed, more of it where a pitch is well known. */
export function socialRows(everyone: readonly SeedPerson[], pitches: readonly SeedPitch[], planted: Planted, now: number): SocialRows {
  const source = random('social');
  const published = pitches.filter((pitch) => pitch.status === 'published');
  const rows: SocialRows = { comments: commentRows(planted, now), likes: [], watches: [], follows: [] };
  const since = (pitch: SeedPitch): string => new Date(now - source.int(1, Math.max(2, (pitch.ageDays[1] ?? 2) * DAY - DAY))).toISOString();
  const find = (slug: string): SeedPitch => {
    const pitch = published.find((one) => one.slug === slug);
    if (!pitch) throw new Error(`${slug} is watched and not published`);
    return pitch;
  };
  for (const { by, pitch, folder, note } of watching)
    rows.watches.push({ user_id: idOf(planted.people, by), pitch_id: idOf(planted.pitches, pitch), folder, note, created_at: since(find(pitch)) });
  const written = new Set(watching.map((watch) => watch.by));
  for (const person of everyone) {
    const userId = idOf(planted.people, person.handle);
    for (const pitch of published.filter((one) => one.owner !== person.handle)) {
      const { views } = pitch;
      const pitchId = idOf(planted.pitches, pitch.slug);
      if (source.chance(views / 20_000)) rows.likes.push({ pitch_id: pitchId, user_id: userId, created_at: since(pitch) });
      if (person.portal !== 'creator' && !written.has(person.handle) && source.chance(views / 24_000))
        rows.watches.push({ user_id: userId, pitch_id: pitchId, folder: '', note: '', created_at: since(pitch) });
    }
    for (const other of everyone) {
      if (other !== person && source.chance(0.05))
        rows.follows.push({
          follower_id: userId,
          followed_id: idOf(planted.people, other.handle),
          created_at: new Date(now - source.int(DAY, Math.min(person.joinedDaysAgo, other.joinedDaysAgo) * DAY)).toISOString(),
        });
    }
  }
  // Who keeps a pitch with a note follows the person behind it: their feed is not empty.
  const followed = new Set(rows.follows.map((row) => `${String(row.follower_id)} ${String(row.followed_id)}`));
  for (const [index, { by, pitch }] of watching.entries()) {
    const follow = { follower_id: idOf(planted.people, by), followed_id: idOf(planted.people, find(pitch).owner), created_at: rows.watches[index]?.created_at };
    const key = `${follow.follower_id} ${follow.followed_id}`;
    if (follow.follower_id === follow.followed_id || followed.has(key)) continue;
    followed.add(key);
    rows.follows.push(follow);
  }
  return rows;
}
