import { countOf, formatCount } from '../../lib/format.ts';

interface Day {
  day: string;
  views: number;
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "10 Nov": the day as the server counts it, in UTC. */
export const dayLabel = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));

/** "1,316 views, up 41% on the 30 days before." Percent only where there are enough views to mean something. */
export function viewsSentence(views: number, before: number, range: number): string {
  const those = `the ${range} days before`;
  const seen = countOf(views, 'view');
  if (before === 0) return views === 0 ? `No views in the last ${range} days.` : `${seen}, and none in ${those}.`;
  if (views === before) return `${seen}, as many as in ${those}.`;
  if (before < 20) return `${seen}, and ${formatCount(before)} in ${those}.`;
  const change = Math.round((Math.abs(views - before) / before) * 100);
  return change === 0 ? `${seen}, about as many as in ${those}.` : `${seen}, ${views > before ? 'up' : 'down'} ${formatCount(change)}% on ${those}.`;
}

/** The day with most views, where one stands out: more than any other, and at least five. */
export function bestDay(points: readonly Day[]): number | undefined {
  const most = Math.max(0, ...points.map(({ views }) => views));
  const best = points.flatMap(({ views }, index) => (views === most ? [index] : []));
  return most >= 5 && best.length === 1 ? best[0] : undefined;
}

/** 135 is "2 min 15 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

interface Funnel {
  viewed: number;
  watched: number;
  requested: number;
}

/** "One viewer in 12 asks for access." */
export function funnelSentence({ viewed, watched, requested }: Funnel): string {
  if (viewed === 0) return 'Nobody has opened it in this time.';
  if (requested > 0) return requested >= viewed ? 'Everybody who opened it asked for access.' : `One viewer in ${formatCount(Math.round(viewed / requested))} asks for access.`;
  return watched > 0 ? 'Nobody has asked for access yet; some keep an eye on it.' : 'Nobody watches it or has asked for access in this time.';
}
