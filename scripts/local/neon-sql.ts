import pg from 'pg';
import { Unreachable, type Pool, type Session } from './neon-pool.ts';
import type { Watch } from './neon-watch.ts';

export type Statement = { query: string; params?: unknown[] };
export type BatchOptions = { isolationLevel: string | undefined; readOnly: string | undefined; deferrable: string | undefined };
export type StatementResult = {
  command: string; rowCount: number | null; rows: unknown[]; rowAsArray: boolean;
  fields: { name: string; tableID: number; columnID: number; dataTypeID: number; dataTypeSize: number; dataTypeModifier: number; format: string }[];
};

const isolationLevels: Record<string, string> = {
  readuncommitted: 'READ UNCOMMITTED', readcommitted: 'READ COMMITTED', repeatableread: 'REPEATABLE READ', serializable: 'SERIALIZABLE',
};

/** Runs one statement, or several as one transaction. Throws pg.DatabaseError for a statement's own error, Unreachable for a lost server. */
export async function run(pool: Pool, watch: Watch, work: Statement | Statement[], arrayMode: boolean, batch: BatchOptions): Promise<StatementResult | StatementResult[]> {
  const session = await connected(pool);
  try {
    const results = await watch.guard<StatementResult | StatementResult[]>(Array.isArray(work) ? transact(session, work, arrayMode, batch) : execute(session, work, arrayMode));
    pool.release(session);
    return results;
  } catch (error) {
    // After an error that PostgreSQL reported the session is good again; after anything else nothing is known about it.
    if (error instanceof pg.DatabaseError) pool.release(session);
    else pool.discard(session);
    throw isLoss(error) ? new Unreachable(`the database went away: ${messageOf(error)}`, { cause: error }) : error;
  }
}

async function connected(pool: Pool): Promise<Session> {
  try {
    return await pool.acquire();
  } catch (error) {
    if (error instanceof pg.DatabaseError && !isLoss(error)) throw error;
    throw new Unreachable(`the database cannot be reached: ${messageOf(error)}`, { cause: error });
  }
}

async function execute({ client }: Session, { query, params = [] }: Statement, arrayMode: boolean): Promise<StatementResult> {
  const config = { text: query, values: params, ...(arrayMode ? { rowMode: 'array' as const } : {}) };
  const result = await client.query(config);
  const last = Array.isArray(result) ? (result.at(-1) as typeof result) : result;
  return {
    command: last.command, rowCount: last.rowCount, rows: last.rows, rowAsArray: arrayMode,
    fields: last.fields.map((field) => ({ ...field, format: 'text' })),
  };
}

async function transact(session: Session, statements: Statement[], arrayMode: boolean, options: BatchOptions): Promise<StatementResult[]> {
  await session.client.query(beginStatement(options));
  // All at once, in one go on the wire: behind one that fails the others fail too, and the COMMIT of a failed transaction is its ROLLBACK.
  const sent = [...statements.map((statement) => execute(session, statement, arrayMode)), session.client.query('COMMIT')] as const;
  const settled = await Promise.allSettled(sent);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
  return settled.slice(0, -1).map((one) => (one as PromiseFulfilledResult<StatementResult>).value);
}

function beginStatement({ isolationLevel, readOnly, deferrable }: BatchOptions): string {
  const level = isolationLevel === undefined ? undefined : isolationLevels[isolationLevel.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (isolationLevel !== undefined && !level) throw new TypeError(`unknown isolation level ${isolationLevel}`);
  return ['BEGIN', level && `ISOLATION LEVEL ${level}`, readOnly === 'true' && 'READ ONLY', deferrable === 'true' && 'DEFERRABLE'].filter(Boolean).join(' ');
}

// 57P01..57P05: the server is stopping, crashed or starting; 08: the connection itself.
function isLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(57P0[1-5]|08)/.test(error.code ?? '');
  return !(error instanceof TypeError);
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
