// Wall clocks: what a person's clock shows at an instant, and the instant at which it shows something. Pure.

export interface WallTime { year: number; month: number; day: number; minute: number }

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' });
    if (formats.size > 600) formats.clear();
    formats.set(zone, format);
  }
  return format;
}

/** What the clock on the wall shows, in ms as if it were UTC. */
function shown(ms: number, zone: string): number {
  const part = Object.fromEntries(formatOf(zone).formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year as number, (part.month as number) - 1, part.day, part.hour, part.minute, part.second) + (((ms % 1000) + 1000) % 1000);
}

/** `minute`: of the day. */
export function wallTime(ms: number, zone: string): WallTime {
  const wall = new Date(shown(ms, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate(), minute: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/**
 * The instant (ms) at which the wall shows this; `day` may run over the month. A time that the spring change leaves out is moved on by the hour
 * that was left out; of one that the autumn change repeats, the first.
 */
export function instantOf({ year, month, day, minute }: WallTime, zone: string): number {
  const wanted = Date.UTC(year, month - 1, day, 0, minute);
  // The offset before and after any change of that day: whichever is right reads back as what was wanted.
  const [before, after] = [wanted - 86_400_000, wanted + 86_400_000].map((near) => shown(near, zone) - near) as [number, number];
  const candidates = [...new Set([before, after])].map((offset) => wanted - offset).sort((a, b) => a - b);
  return candidates.find((ms) => shown(ms, zone) === wanted) ?? wanted - before;
}

/** The end of the quiet hours (ms) when `ms` lies in them, else null. `from` and `to` are minutes of the day; they may span midnight. */
export function quietUntil(ms: number, { from, to, zone }: { from: number; to: number; zone: string }): number | null {
  const wall = wallTime(ms, zone);
  const inside = from < to ? wall.minute >= from && wall.minute < to : wall.minute >= from || wall.minute < to;
  if (!inside) return null;
  const end = instantOf({ ...wall, day: wall.day + (from > to && wall.minute >= from ? 1 : 0), minute: to }, zone);
  // On the night the clocks go back the wall shows the end twice; whoever is past it the first time is awake.
  return end > ms ? end : null;
}

/** Monday 00:00 of the week in which `ms` lies. */
export function weekStart(ms: number, zone: string): number {
  const wall = wallTime(ms, zone);
  const weekday = (new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay() + 6) % 7;
  return instantOf({ ...wall, day: wall.day - weekday, minute: 0 }, zone);
}

/** The next time the wall shows `hour`:00, strictly later; `weekly`: on a Monday. */
export function nextAt(ms: number, zone: string, hour: number, weekly: boolean): number {
  const wall = wallTime(ms, zone);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const at = instantOf({ ...wall, day: wall.day + ahead, minute: hour * 60 }, zone);
    const isMonday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + ahead)).getUTCDay() === 1;
    if (at > ms && (!weekly || isMonday)) return at;
  }
  throw new Error('a week has a Monday');
}
