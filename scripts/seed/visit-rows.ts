// Visits of the demo pitches: as many as their counters say, spread over the days since they were published.
import type { Audience, Source } from '../../worker/features/counting/lists.ts';
import { READ } from '../../worker/features/counting/lists.ts';
import { type Random, random } from './random.ts';

const DAY = 86_400_000;
/** Single visits are planted for so many days; before, only their sums. */
export const RAW_DAYS = 30;

type Row = Record<string, unknown>;
export type VisitRows = { views: Row[]; daily: Row[]; sources: Row[]; words: Row[] };

interface Seen {
  id: string;
  title: string;
  genres: readonly string[];
  publishedAt: number;
  views: number;
  /** Whether single visits are planted too: only those can look at them whose account can be signed in to. */
  singly: boolean;
}

const kinds: readonly [Audience, Source, number][] = [
  ['investor', 'browse', 22], ['investor', 'search', 18], ['investor', 'feed', 7], ['investor', 'mail', 5], ['production', 'search', 10], ['production', 'browse', 9],
  ['creator', 'browse', 7], ['creator', 'feed', 3], ['anonymous', 'share', 9], ['anonymous', 'direct', 6], ['anonymous', 'search', 4],
];
const whole = kinds.reduce((sum, [, , weight]) => sum + weight, 0);

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Views by day: most when a pitch is new, a little every day, and one day that stands out. Adds up to `views` exactly. */
export function spread(source: Random, views: number, days: number): number[] {
  const jump = source.int(0, days - 1);
  const weights = Array.from({ length: days }, (_, n) => (0.35 + 2 ** (-n / 10) + source.next() * 0.5) * (n === jump ? 2.5 : 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let [owed, given] = [0, 0];
  return weights.map((weight) => {
    owed += (weight / sum) * views;
    const count = Math.round(owed) - given;
    given += count;
    return count;
  });
}

function kindOf(source: Random): readonly [Audience, Source, number] {
  let left = source.next() * whole;
  return kinds.find(([, , weight]) => (left -= weight) < 0) ?? (kinds[0] as (typeof kinds)[number]);
}

const uuid = (source: Random): string => {
  const hex = Array.from({ length: 4 }, () => source.int(0, 0xffffffff).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const add = (sums: Map<string, Row>, row: Row, what: string, by = 1): void => {
  const key = Object.values(row).join(' ');
  const sum = sums.get(key) ?? { ...row, [what]: 0 };
  sum[what] = Number(sum[what]) + by;
  sums.set(key, sum);
};

/** Rows of one pitch's visits. `now`: Unix ms; nothing lies in the future. */
export function visitRows({ id, title, genres, publishedAt, views, singly }: Seen, now: number): VisitRows {
  const source = random(`visits:${id.slice(-12)}:${title}`);
  const days = Math.max(1, Math.ceil((now - publishedAt) / DAY));
  const phrases = [title.toLowerCase(), (genres[0] ?? 'drama').replaceAll('-', ' '), title.toLowerCase().split(' ').toSorted((a, b) => b.length - a.length)[0] as string];
  const [daily, sources, words] = [new Map<string, Row>(), new Map<string, Row>(), new Map<string, Row>()];
  const raw: Row[] = [];
  spread(source, views, days).forEach((count, n) => {
    const at = Math.min(now, publishedAt + n * DAY);
    const day = dayOf(at);
    let reads = 0;
    for (let visit = 0; visit < count; visit += 1) {
      const [audience, from] = kindOf(source);
      const isRead = source.chance(0.38);
      if (isRead) reads += 1;
      add(sources, { pitch_id: id, day, audience, source: from }, 'views');
      if (from === 'search' && source.chance(0.6)) add(words, { pitch_id: id, day, words: source.pick(phrases) }, 'clicks');
      if (!singly || now - at >= RAW_DAYS * DAY) continue;
      const seconds = isRead ? source.int(READ.seconds, 240) : source.int(2, 40);
      raw.push({ day, pitch_id: id, visitor: uuid(source), audience, source: from, seconds, depth: isRead ? source.int(READ.depth, 100) : source.int(10, READ.depth - 1), is_read: isRead, viewed_at: new Date(at).toISOString() });
    }
    if (count > 0) {
      add(daily, { pitch_id: id, day }, 'views', count);
      const sum = daily.get(`${id} ${day}`) as Row;
      sum.reads = Number(sum.reads ?? 0) + reads;
    }
  });
  return { views: raw, daily: [...daily.values()], sources: [...sources.values()], words: [...words.values()] };
}
