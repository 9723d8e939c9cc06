// The product's own services over the seed's transaction and bucket, with a clock that the stories set: what is planted went through the same rules as
// anybody's, and is all there or not at all.
import type pg from 'pg';
import { settingsOf } from '../../../worker/env.ts';
import type { UserDeed } from '../../../worker/http/deed.ts';
import type { Db, Queryable, Result, Row } from '../../../worker/platform/db/db.ts';
import { rowTypes } from '../../../worker/platform/db/rows.ts';
import { type Sql, toStatement } from '../../../worker/platform/db/sql.ts';
import type { Storage } from '../../../worker/platform/storage/storage.ts';
import type { Services } from '../../../worker/services.ts';
import type { SeedPerson } from '../content/person.ts';
import { idAt } from '../ids.ts';
import { random } from '../random.ts';

export interface Stage {
  services: Services;
  /** What somebody does at a moment of the past, in Unix ms. Resolves when also what was left for later is done. */
  at<T>(now: number, work: () => Promise<T>): Promise<T>;
  deedOf(person: SeedPerson, id: string): UserDeed;
  settings: UserDeed['settings'];
}

function dbOver(client: pg.ClientBase): Db {
  const query = async (statement: Sql): Promise<Result> => {
    const { text, values } = toStatement(statement);
    const { rows, rowCount } = await client.query({ text, values, types: rowTypes } as pg.QueryConfig);
    return { rows: rows as Row[], count: rowCount ?? 0 };
  };
  const queryable: Queryable = { query };
  return {
    query,
    batch: async (statements) => {
      const results: Result[] = [];
      for (const statement of statements) results.push(await query(statement));
      return results;
    },
    // The seed is one transaction already: a failure in here ends all of it.
    transaction: (work) => work(queryable),
  };
}

/** A port that no story needs says so when one does. */
const absent = (name: string): never => { throw new Error(`the demo's stories have no ${name}`); };

export function stageOver(client: pg.ClientBase, storage: Storage, { secret, origin }: { secret: string; origin: string }): Stage {
  const source = random('agreements');
  let now = 0;
  const deferred: Promise<unknown>[] = [];
  const ports: Partial<Services> = {
    clock: { now: () => now }, newId: () => idAt(source, now), db: dbOver(client), storage,
    defer: (work) => { deferred.push(work); }, outbox: { relay: () => Promise.resolve() },
    // Nobody has a tab open while the demo is planted.
    live: { deliver: () => Promise.resolve() } as Partial<Services['live']> as Services['live'],
  };
  const services = new Proxy(ports, { get: (held, name) => Reflect.get(held, name) ?? absent(String(name)) }) as Services;
  const settings = settingsOf({ ENVIRONMENT: 'local', APP_ORIGIN: origin, DATABASE_URL: 'the open transaction', MAIL_FROM: 'Pitchey <post@pitchey.example>', BETTER_AUTH_SECRET: secret, OPS_TOKEN: 'no-operations-here' });
  const sessions = new Map<string, string>();
  return {
    services, settings,
    async at(moment, work) {
      now = moment;
      const value = await work();
      while (deferred.length > 0) await deferred.shift();
      return value;
    },
    deedOf({ name, email, portal }, id) {
      const sessionId = sessions.get(id) ?? idAt(source, now);
      sessions.set(id, sessionId);
      return {
        services, settings, actor: { kind: 'user', id, sessionId, email, name, portal, roles: [portal], emailVerified: true, signedInAt: now },
        ip: `203.0.113.${1 + (sessions.size % 250)}`, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
      };
    },
  };
}
