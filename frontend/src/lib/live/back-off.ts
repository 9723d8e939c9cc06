// When to try again, in milliseconds. `chance` is a number from 0 to 1, so that tests can say it.

/** After a socket that worked was cut: perhaps a deploy, which cuts everyone's at once, so people come back spread over five seconds. */
export const afterCut = (chance: number): number => Math.round(chance * 5000);

/** After `failures` attempts in a row that led to nothing: 1-2 s, 2-4 s, 4-8 s, up to 15-30 s. */
export function afterFailures(failures: number, chance: number): number {
  const most = Math.min(30_000, 1000 * 2 ** Math.min(failures, 5));
  return Math.round(most / 2 + (chance * most) / 2);
}
