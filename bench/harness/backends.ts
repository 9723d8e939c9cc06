// CPU time of a database's sessions: what a statement costs, however busy the machine is.
import type pg from 'pg';
import { cpuMs } from './cpu.ts';

/** ms so far of every session but the one that asks; undefined where the system does not tell. What parallel workers spend is not among it. */
export async function backendsCpu(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  const spent = rows.map(({ pid }) => cpuMs(pid));
  return spent.some((one) => one === undefined) ? undefined : spent.reduce<number>((sum, one) => sum + (one as number), 0);
}

/** Adds up what work costs a piece, in ms; sessions must not come and go meanwhile. */
export function costs(client: pg.Client) {
  const sums = new Map<string, { ms: number; pieces: number }>();
  return {
    async during<T>(name: string, work: () => Promise<T>, pieces: (made: T) => number): Promise<T> {
      const before = await backendsCpu(client);
      const made = await work();
      const after = await backendsCpu(client);
      if (before === undefined || after === undefined) return made;
      const { ms, pieces: so } = sums.get(name) ?? { ms: 0, pieces: 0 };
      sums.set(name, { ms: ms + after - before, pieces: so + pieces(made) });
      return made;
    },
    /** ms a piece; undefined where nothing was told. */
    of: (name: string): number | undefined => {
      const sum = sums.get(name);
      return sum && sum.ms / sum.pieces;
    },
  };
}
