// Neon's driver behind the port. HTTP holds no socket, so it may outlive a request; a transaction's WebSocket never does.
import { neon, neonConfig, Pool } from '@neondatabase/serverless';
import { AppError } from '../app-error.ts';
import { constraintError } from './constraint-errors.ts';
import type { Db, Queryable, Result, Row } from './db.ts';
import { rowTypes } from './rows.ts';
import { type Sql, toStatement } from './sql.ts';

export interface NeonOptions {
  connectionString: string;
  /** Local gateway's `http://host:port/sql`; absent in production, where the driver derives it from the connection string. */
  fetchEndpoint?: string | undefined;
  /** Local gateway's `host:port/v2`; absent in production. */
  wsProxy?: string | undefined;
  /** Called once a round trip with its wall time in ms. */
  onRoundTrip?: ((ms: number) => void) | undefined;
  /** Budget of one round trip in ms; past it the call is `unavailable`. */
  timeoutMs?: number;
}

interface DriverResult {
  rows: Row[];
  rowCount: number | null;
}

const toResult = (result: DriverResult): Result => ({ rows: result.rows, count: result.rowCount ?? 0 });

/** Turns what a driver throws into an AppError where a caller can act on it. */
function mapError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code: given, constraint, message = '' } = (error ?? {}) as { code?: unknown; constraint?: string; message?: string };
  // A DOMException's code is a number.
  const code = typeof given === 'string' ? given : undefined;
  const conflict = constraintError(code, constraint, error);
  if (conflict) return conflict;
  // No SQLSTATE: the statement never got an answer. 53/57/58/08: the server is going away, starting or out of resources.
  const noState = !/^[0-9A-Z]{5}$/.test(code ?? '');
  const away = /^(08|53|57P|58)/.test(code ?? '');
  const unreachable = noState && /connect|fetch|abort|timeout|timed out|network|socket|terminated|closed|503|502/i.test(`${message} ${String(error)}`);
  if (away || unreachable) return new AppError('unavailable', 'The database does not answer. Nothing was changed; try again in a moment.', { cause: error, retryAfter: 2 });
  return error;
}

/** A Db over Neon. Cheap to make: one a request, so that round trips are counted where they belong. */
export function createNeonDb(options: NeonOptions): Db {
  const { connectionString, fetchEndpoint, wsProxy, onRoundTrip, timeoutMs = 1800 } = options;
  // The driver's settings are of the whole isolate and are read when a statement goes: each goes where its own database is.
  const aim = (): void => {
    if (fetchEndpoint) neonConfig.fetchEndpoint = fetchEndpoint;
    if (wsProxy) {
      neonConfig.wsProxy = wsProxy;
      neonConfig.useSecureWebSocket = false;
      neonConfig.pipelineTLS = false;
      neonConfig.pipelineConnect = false;
    }
  };
  aim();
  const http = neon(connectionString, { fullResults: true, types: rowTypes });

  async function timed<T>(work: () => Promise<T>): Promise<T> {
    aim();
    const started = performance.now();
    try {
      return await work();
    } catch (error) {
      throw mapError(error);
    } finally {
      onRoundTrip?.(performance.now() - started);
    }
  }

  /** A signal that is done with when the work is: a timer that is left behind keeps a Durable Object from sleeping. */
  async function within<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new Error('The database took too long: timeout.')), timeoutMs);
    try {
      return await work(limit.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    query: (statement: Sql) => timed(() => within(async (signal) => {
      const { text, values } = toStatement(statement);
      return toResult(await http.query(text, values, { types: rowTypes, fetchOptions: { signal } }) as unknown as DriverResult);
    })),
    batch: (statements) => timed(() => within(async (signal) => {
      const queries = statements.map((statement) => {
        const { text, values } = toStatement(statement);
        return http.query(text, values, { types: rowTypes });
      });
      const results = await http.transaction(queries, { fetchOptions: { signal } });
      return (results as unknown as DriverResult[]).map(toResult);
    })),
    async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
      const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: timeoutMs });
      // Without a listener, a connection that dies between two statements would end the isolate; the next query reports it.
      pool.on('error', () => undefined);
      try {
        const client = await timed(() => pool.connect());
        const run = (text: string, values: unknown[] = []) =>
          timed(async () => toResult(await client.query({ text, values, types: rowTypes }) as unknown as DriverResult));
        try {
          await run('BEGIN');
          const value = await work({ query: (statement) => { const { text, values } = toStatement(statement); return run(text, values); } });
          await run('COMMIT');
          return value;
        } catch (error) {
          // A rollback that fails (the connection is gone) changes nothing: the server rolls back by itself. The first error is the news.
          await run('ROLLBACK').then(() => undefined, () => undefined);
          throw error;
        } finally {
          client.release();
        }
      } finally {
        await pool.end();
      }
    },
  };
}
