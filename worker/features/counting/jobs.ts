// Counts views, searches and interest of a batch.
import type { Claim } from '../../platform/events/claims.ts';
import type { EventCounter } from '../../platform/events/consume.ts';
import { dayOf, hourOf } from '../../platform/events/days.ts';
import type { AppEvent } from '../../platform/events/events.ts';
import type { Sql } from '../../platform/db/sql.ts';
import { type Click, countClicks, countInterest, countReads, countSearches, countVisits, type InterestSum, keepReading, type Search, type Visit } from './queries.ts';
import { InterestEvent, SearchEvent, ViewEvent } from './schema.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** One row a day, pitch and visitor: the first that came decides where from, the most counts. */
export function visitsOf(views: readonly ViewEvent[]): Visit[] {
  const visits = new Map<string, Visit>();
  for (const { at, pitchId, visitor, audience, source, seconds, depth, actorId } of views.toSorted((a, b) => a.at - b.at)) {
    const day = dayOf(at);
    const key = `${day} ${pitchId} ${visitor}`;
    const known = visits.get(key);
    if (known) Object.assign(known, { seconds: Math.max(known.seconds, seconds), depth: Math.max(known.depth, depth) });
    else visits.set(key, { day, pitch_id: pitchId, visitor, audience, source, seconds, depth, actor_id: actorId, at: iso(at), hour: hourOf(at) });
  }
  return [...visits.values()];
}

/** Sums by pitch and hour; what was given and taken back in one hour is nothing. */
export function interestOf(events: readonly InterestEvent[]): InterestSum[] {
  const sums = new Map<string, InterestSum>();
  for (const { at, pitchId, what, delta } of events) {
    const key = `${hourOf(at)} ${pitchId}`;
    const sum = sums.get(key) ?? { pitch_id: pitchId, day: dayOf(at), hour: hourOf(at), likes: 0, watchers: 0, comments: 0 };
    sum[what] += delta;
    sums.set(key, sum);
  }
  return [...sums.values()].filter(({ likes, watchers, comments }) => likes !== 0 || watchers !== 0 || comments !== 0);
}

function viewStatements(claim: Claim, views: readonly ViewEvent[]): Sql[] {
  const visits = visitsOf(views);
  const days = visits.map(({ day }) => day).toSorted();
  const range = { first: days[0] as string, last: days.at(-1) as string };
  const readings = visits.filter(({ seconds, depth }) => seconds > 0 || depth > 0);
  const clicks: Click[] = views.flatMap(({ at, search, pitchId, actorId }) => (search ? [{ day: dayOf(at), search_id: search.id, pitch_id: pitchId, actor_id: actorId }] : []));
  const firstClicks = [...new Map(clicks.toReversed().map((click) => [click.search_id, click])).values()];
  return [
    countVisits(claim, visits),
    ...(readings.length > 0 ? [keepReading(claim, readings, range), countReads(claim, readings, range)] : []),
    ...(firstClicks.length > 0 ? [countClicks(claim, firstClicks, range)] : []),
  ];
}

/** Searches that were reported, and those that a visit names: its report may be lost, or still on its way. */
function searchesOf(views: readonly ViewEvent[], searches: readonly SearchEvent[]): Search[] {
  const all = [...searches, ...views.flatMap(({ at, audience, search }) => (search ? [{ ...search, at, audience }] : []))];
  return [...new Map(all.toReversed().map(({ at, id, words, hits, audience }) => [id, { day: dayOf(at), id, words, hits, audience, at: iso(at), hour: hourOf(at) }])).values()];
}

function statements(claim: Claim, events: readonly AppEvent[]): Sql[] {
  const views = events.filter(({ kind }) => kind === 'view').map((event) => ViewEvent.parse(event));
  const searches = searchesOf(views, events.filter(({ kind }) => kind === 'search').map((event) => SearchEvent.parse(event)));
  const interest = interestOf(events.filter(({ kind }) => kind === 'interest').map((event) => InterestEvent.parse(event)));
  return [
    ...(searches.length > 0 ? [countSearches(claim, searches)] : []),
    ...(views.length > 0 ? viewStatements(claim, views) : []),
    ...(interest.length > 0 ? [countInterest(claim, interest)] : []),
  ];
}

export const counting: EventCounter = { kinds: ['view', 'search', 'interest'], tables: ['pitch_views', 'pitch_stats_hourly', 'search_analytics'], statements };
