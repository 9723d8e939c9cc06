import { slugFor } from '../../../worker/features/pitches/slug.ts';
import { askKinds, budgetBands, formats, genres, pitchStatuses, protectedFields, stages, teamStatuses } from '../../../worker/features/catalogue/lists.ts';
import { slugOf } from '../../../worker/platform/text.ts';
import { idAt } from '../ids.ts';
import { random, zipf, type Random } from '../random.ts';
import { copyLine, type Field } from './copy.ts';
import type { Writer } from './sentences.ts';

/** Nothing in the bulk market is newer than this, so that two runs of one seed are the same. */
const END = Date.UTC(2026, 9, 1);
const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const values = (list: readonly { value: string }[]): readonly string[] => list.map((choice) => choice.value);

export const userColumns = ['id', 'email', 'name', 'email_verified', 'portal', 'created_at', 'updated_at'] as const;
export const profileColumns = ['user_id', 'handle', 'headline', 'bio', 'location', 'created_at', 'updated_at'] as const;
export const roleColumns = ['user_id', 'role_id', 'granted_at'] as const;
export const tableColumns = {
  pitches: [
    'id',
    'owner_id',
    'slug',
    'status',
    'title',
    'logline',
    'synopsis',
    'format',
    'genres',
    'stage',
    'budget_band',
    'ask_amount',
    'ask_currency',
    'ask_kind',
    'seeking_investment',
    'comps',
    'tone',
    'themes',
    'people',
    'published_at',
    'created_at',
    'updated_at',
  ],
  pitch_protected: ['pitch_id', 'field', 'gate', 'body', 'updated_at'],
  pitch_team: ['id', 'pitch_id', 'position', 'name', 'role', 'status'],
  pitch_stats: ['pitch_id', 'views', 'likes', 'watchers', 'comments', 'refreshed_at'],
  files: ['id', 'owner_id', 'kind', 'gate', 'file_name', 'content_type', 'size', 'sha256', 'storage_key', 'width', 'height', 'blurhash', 'created_at'],
  pitch_media: ['pitch_id', 'file_id', 'kind', 'position', 'created_at'],
} as const;
export type BulkTable = keyof typeof tableColumns;

export type BulkUser = { id: string; name: string };

/** A user's three rows as COPY lines. Four in five are creators. */
export function userLines(source: Random, write: Writer, number: number): { user: BulkUser; users: string; profiles: string; roles: string } {
  const joined = END - source.int(30, 1200) * DAY;
  const at = iso(joined);
  const id = idAt(source, joined);
  const name = write.person();
  const portal = source.chance(0.8) ? 'creator' : source.chance(0.6) ? 'investor' : 'production';
  return {
    user: { id, name },
    users: copyLine([id, `${number}@bulk.example`, name, true, portal, at, at]),
    profiles: copyLine([id, `${slugOf(name, 24)}-b${number}`, write.theme(), write.logline(), write.place(), at, at]),
    roles: copyLine([id, portal, at]),
  };
}

export type PitchLines = (number: number) => Record<BulkTable, string>;

/** How many views the pitch of a given rank has gathered; the ranks are dealt out at random. */
const viewsAt = (rank: number): number => Math.floor(90_000 / (rank + 1) ** 0.8) + 3;

/** Makes the rows of one pitch after another. `total`: how many there will be, for the shape of the view counts. */
export function pitchMaker(seed: string, write: Writer, users: readonly BulkUser[], total: number): PitchLines {
  const source = random(`pitches:${seed}`);
  const ownerRank = zipf(source, users.length);
  const lists = {
    format: values(formats),
    genre: values(genres),
    stage: values(stages),
    band: values(budgetBands),
    ask: values(askKinds),
    member: values(teamStatuses),
    field: values(protectedFields),
    other: values(pitchStatuses).filter((status) => status !== 'published'),
  };
  const genreRank = zipf(source, lists.genre.length, 0.8);
  return (number) => {
    const owner = users[ownerRank()] as BulkUser;
    const created = END - Math.floor(source.next() ** 2 * 1000 * DAY) - DAY;
    const at = iso(created);
    const id = idAt(source, created);
    const status = source.chance(0.88) ? 'published' : source.pick(lists.other);
    const title = write.title();
    const chosen = new Set(Array.from({ length: source.int(1, 3) }, () => lists.genre[genreRank()] as string));
    const asks = source.chance(0.7);
    const team = Array.from({ length: source.int(0, 3) }, (): Field[] => [idAt(source, created), id, 0, write.person(), write.theme(), source.pick(lists.member)]).map(
      (row, position) => [...row.slice(0, 2), position, ...row.slice(3)],
    );
    const published = status === 'draft' ? null : iso(Math.min(END, created + source.int(0, 20) * DAY));
    const views = status === 'published' ? viewsAt(source.int(0, total - 1)) : 0;
    const stats = [views, Math.floor(views * (0.03 + source.next() * 0.08)), Math.floor(views * source.next() * 0.04), Math.floor(views * source.next() * 0.01)];
    const fileId = source.chance(0.7) ? idAt(source, created) : null;
    return {
      pitches: copyLine([
        id,
        owner.id,
        slugFor(title, id),
        status,
        title,
        write.logline(),
        write.synopsis(),
        source.pick(lists.format),
        [...chosen],
        source.pick(lists.stage),
        lists.band[Math.min(5, Math.floor(source.next() ** 2 * 6))] as string,
        asks ? source.int(5, 4000) * 1_000_00 : null,
        asks ? source.pick(['USD', 'EUR', 'GBP']) : null,
        asks ? source.pick(lists.ask) : null,
        asks,
        '[]',
        write.theme(),
        [write.theme(), write.theme()],
        [owner.name, ...team.map((row) => row[3])].join(' '),
        published,
        at,
        published ?? at,
      ]),
      pitch_protected: lists.field
        .map((field) => copyLine([id, field, source.pick(['member', 'confidential', 'nda', 'nda', 'deal']), source.chance(0.5) ? write.logline() : '', at]))
        .join(''),
      pitch_team: team.map(copyLine).join(''),
      pitch_stats: copyLine([id, ...stats, iso(END)]),
      // Rows only: behind a bulk poster there are no bytes.
      files:
        fileId === null
          ? ''
          : copyLine([
              fileId,
              owner.id,
              'poster',
              'public',
              `poster-${number}.png`,
              'image/png',
              source.int(60_000, 400_000),
              id.replaceAll('-', '').repeat(2),
              `bulk/${fileId}`,
              1200,
              1800,
              'U9B:qh9F00~q00-;%MM{00D%_3IU_3WBM{of',
              at,
            ]),
      pitch_media: fileId === null ? '' : copyLine([id, fileId, 'poster', 0, at]),
    };
  };
}
