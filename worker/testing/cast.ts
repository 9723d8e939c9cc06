// People and pitches as rows, for tests of what comes after signing up: a scrypt hash and a mail each would be most of their time.
// The session is a real one, read by the real reader.
import { createSessionToken, toCookieValue } from '../auth/session-token.ts';
import { digestOf } from '../auth/signing.ts';
import { settingsOf } from '../env.ts';
import { execute } from '../platform/db/db.ts';
import { sql } from '../platform/db/sql.ts';
import type { TestApp } from './test-app.ts';

export interface CastMember {
  id: string;
  email: string;
  name: string;
  portal: 'creator' | 'investor' | 'production' | 'admin';
  /** Value for a Cookie header. */
  cookie: string;
}

let cast = 0;

/** A session of somebody, from the test's clock on: what a test that moved the clock for weeks needs again. */
export async function newSession(app: TestApp, userId: string): Promise<string> {
  const token = createSessionToken(userId);
  const now = app.clock.now();
  const [at, until] = [new Date(now).toISOString(), new Date(now + 6 * 86_400_000).toISOString()];
  await execute(app.db, sql`INSERT INTO sessions (id, user_id, token, expires_at, ip_address, user_agent, created_at, updated_at)
    VALUES (${app.services.newId()}, ${userId}, ${digestOf(token)}, ${until}, '198.51.100.7', 'test', ${at}, ${at})`);
  return `pitchey-session=${toCookieValue(settingsOf(app.env), token)}`;
}

/** A verified person with a session. */
export async function castPerson(app: TestApp, portal: CastMember['portal'], options: { name?: string; company?: string } = {}): Promise<CastMember> {
  cast += 1;
  const id = app.services.newId();
  const { name = `Cast Member ${cast}`, company } = options;
  const email = `cast-${cast}@pitchey.test`;
  await app.db.batch([
    sql`INSERT INTO users (id, email, name, email_verified, portal) VALUES (${id}, ${email}, ${name}, true, ${portal})`,
    sql`INSERT INTO profiles (user_id, handle, company_name) VALUES (${id}, ${`cast-${cast}`}, ${company})`,
  ]);
  return { id, email, name, portal, cookie: await newSession(app, id) };
}

/** A pitch with one protected text a gate. */
export async function castPitch(app: TestApp, owner: CastMember, options: { title?: string; status?: 'draft' | 'published' } = {}): Promise<{ id: string; title: string }> {
  const id = app.services.newId();
  const { title = `Pitch ${++cast}`, status = 'published' } = options;
  await app.db.batch([
    sql`INSERT INTO pitches (id, owner_id, slug, status, title, logline, format, genres, published_at)
      VALUES (${id}, ${owner.id}, ${`pitch-${id}`}, ${status}, ${title}, 'A logline.', 'feature', ARRAY['drama'], ${status === 'published' ? new Date(app.clock.now()).toISOString() : null})`,
    sql`INSERT INTO pitch_protected (pitch_id, field, gate, body) VALUES (${id}, 'budgetBreakdown', 'nda', 'CANARY-NDA'), (${id}, 'contactDetails', 'confidential', 'CANARY-CONFIDENTIAL'), (${id}, 'financialProjections', 'deal', 'CANARY-DEAL')`,
    sql`INSERT INTO pitch_stats (pitch_id) VALUES (${id})`,
  ]);
  return { id, title };
}
