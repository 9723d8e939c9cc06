import { describe, expect, it } from 'vitest';
import { CommentCreate } from '../../worker/features/comments/schema.ts';
import { Credits } from '../../worker/features/people/schema.ts';
import { SavedSearchCreate } from '../../worker/features/saved-searches/schema.ts';
import { WatchPatch } from '../../worker/features/watchlist/schema.ts';
import { allPeople, allPitches } from './content/all.ts';
import { credits } from './content/credits.ts';
import { searches } from './content/searches.ts';
import { talk } from './content/talk.ts';
import { watching } from './content/watching.ts';
import { searchRows, socialRows } from './social-rows.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const pitchOf = (slug: string) => {
  const pitch = allPitches.find((one) => one.slug === slug);
  if (pitch?.status !== 'published') throw new Error(`${slug} is not on the market`);
  return pitch;
};
const joined = (handle: string): number => {
  const person = allPeople.find((one) => one.handle === handle);
  if (!person) throw new Error(`${handle} is nobody`);
  return person.joinedDaysAgo;
};
const ids = (keys: readonly string[]) => new Map(keys.map((key) => [key, key]));
const rows = socialRows(allPeople, allPitches, { people: ids(allPeople.map((person) => person.handle)), pitches: ids(allPitches.map((pitch) => pitch.slug)) }, NOW);

describe('talk', () => {
  it.each(talk.map((comment) => [`${comment.by} on ${comment.pitch}`, comment] as const))('%s could have been said', (_name, comment) => {
    const published = pitchOf(comment.pitch).ageDays[1] ?? 0;
    for (const [by, daysAgo, body] of [[comment.by, comment.daysAgo, comment.body] as const, ...(comment.answers ?? [])]) {
      expect(CommentCreate.parse({ body })).toEqual({ body });
      expect(daysAgo).toBeGreaterThan(0);
      expect(daysAgo).toBeLessThan(published);
      expect(joined(by)).toBeGreaterThan(daysAgo);
    }
    for (const [, daysAgo] of comment.answers ?? []) expect(daysAgo).toBeLessThanOrEqual(comment.daysAgo);
  });

  it('is all there, with its answers', () => {
    expect(rows.comments.filter((row) => row.pitch_id === 'salt-year')).toHaveLength(7);
    expect(rows.comments).toHaveLength(talk.reduce((sum, { answers = [] }) => sum + 1 + answers.length, 0));
  });

  it('comes before its answers', () => {
    const at = new Map(rows.comments.map((row) => [row.id, String(row.created_at)]));
    const answers = rows.comments.filter((row) => row.parent_id !== null);
    expect(answers.length).toBeGreaterThan(20);
    for (const row of answers) expect(String(row.created_at) > (at.get(row.parent_id) ?? '9')).toBe(true);
  });
});

describe('likes, watches and follows', () => {
  it('are many enough to look at', () => {
    expect(rows.likes.length).toBeGreaterThan(100);
    expect(rows.follows.length).toBeGreaterThan(50);
  });

  it('lie between publication and now, and come once', () => {
    const since = new Map(allPitches.map((pitch) => [pitch.slug, NOW - (pitch.ageDays[1] ?? 0) * DAY]));
    for (const row of [...rows.likes, ...rows.watches]) {
      const at = Date.parse(String(row.created_at));
      expect(at).toBeLessThanOrEqual(NOW);
      expect(at).toBeGreaterThanOrEqual(since.get(String(row.pitch_id)) ?? Infinity);
    }
    const keys = [
      ...rows.likes.map((row) => ['like', row.user_id, row.pitch_id].join(' ')),
      ...rows.watches.map((row) => ['watch', row.user_id, row.pitch_id].join(' ')),
      ...rows.follows.map((row) => ['follow', row.follower_id, row.followed_id].join(' ')),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('whoever keeps a pitch with a note follows the person behind it', () => {
    const pairs = new Set(rows.follows.map((row) => `${String(row.follower_id)} ${String(row.followed_id)}`));
    for (const { by, pitch } of watching) {
      const owner = allPitches.find(({ slug }) => slug === pitch)?.owner ?? '';
      if (owner !== by) expect(pairs.has(`${by} ${owner}`), `${by} and ${owner}`).toBe(true);
    }
  });

  it('nobody follows themselves', () => expect(rows.follows.filter((row) => row.follower_id === row.followed_id)).toEqual([]));

  it('notes are what the API accepts', () => {
    for (const { folder, note } of watching) expect(WatchPatch.parse({ folder, note })).toEqual({ folder, note });
  });
});

describe('credits and kept searches', () => {
  it('are what the API takes, of people who are there', () => {
    for (const [handle, items] of Object.entries(credits)) {
      expect(joined(handle), handle).toBeGreaterThan(0);
      expect(Credits.parse({ items })).toEqual({ items });
    }
    for (const { by, name, daysAgo, filters, frequency } of searches) {
      expect(joined(by)).toBeGreaterThan(daysAgo);
      expect(SavedSearchCreate.parse({ name, filters, frequency }).filters, name).toMatchObject(filters);
    }
  });

  it('send no mail on the first day', () => {
    const due = searchRows(ids(allPeople.map((person) => person.handle)), NOW).flatMap(({ due_at: due }) => (typeof due === 'string' ? [Date.parse(due)] : []));
    expect(due.length).toBeGreaterThan(0);
    for (const at of due) expect(at).toBeGreaterThan(NOW + 2 * DAY);
  });
});
