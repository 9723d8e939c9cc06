import { readFileSync } from 'node:fs';

/** The cron expressions of the top-level [triggers] of a wrangler.toml. */
export function readCrons(configFile: string): string[] {
  const list = /^\[triggers\]\s*\ncrons\s*=\s*\[([^\]]*)\]/m.exec(readFileSync(configFile, 'utf8'))?.[1];
  if (list === undefined) throw new Error(`${configFile} has no [triggers] with crons.`);
  return [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
}

const ranges = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 7]] as const;

/** Whether a five-field cron expression (UTC; numbers, *, lists, ranges, steps) names this minute. Throws for what it does not understand. */
export function matchesCron(expression: string, at: Date): boolean {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) throw new Error(`"${expression}" is not a five-field cron expression.`);
  const now = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
  return fields.every((field, index) => {
    const [low, high] = ranges[index] ?? [0, 0];
    const value = now[index] ?? 0;
    return field.split(',').some((part) => {
      const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
      if (!match) throw new Error(`"${part}" in "${expression}" is not understood.`);
      const [, any, from, to, step] = match;
      const first = any ? low : Number(from);
      const last = any ? high : to !== undefined ? Number(to) : step ? high : first;
      const candidates = index === 4 && value === 0 ? [0, 7] : [value]; // Sunday has two names
      return candidates.some((one) => one >= first && one <= last && (one - first) % Number(step ?? 1) === 0);
    });
  });
}

/** Calls `run` with each expression as its minute begins, as the platform does where it is deployed. Returns what stops it. */
export function startCronClock(crons: string[], run: (cron: string, at: Date) => void): () => void {
  for (const cron of crons) matchesCron(cron, new Date(0)); // a misspelt one is told at once
  let timer: NodeJS.Timeout;
  const wait = () => {
    const next = (Math.floor(Date.now() / 60_000) + 1) * 60_000;
    timer = setTimeout(() => {
      const minute = new Date(next);
      for (const cron of crons) if (matchesCron(cron, minute)) run(cron, minute);
      wait();
    }, next - Date.now());
  };
  wait();
  return () => clearTimeout(timer);
}
