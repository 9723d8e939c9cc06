// Nobody signs up as an operator: an existing account is made one here, by whoever holds the database.
// npm run operator -- list                       who the operators are
// npm run operator -- make <email>               makes an account with a confirmed address an operator
// npm run operator -- unmake <email> <portal>    takes it back: creator, investor or production
// Database: --database-url, else DATABASE_URL, else that of `npm start` here (PITCHEY_DATA_DIR).
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readJson } from './local/settings.ts';

const portals = ['creator', 'investor', 'production'] as const;
type Portal = (typeof portals)[number];

/** Operators, by address. */
export async function operators(client: pg.Client): Promise<{ email: string; name: string; since: Date }[]> {
  const { rows } = await client.query<{ email: string; name: string; since: Date }>(
    `SELECT u.email, u.name, r.granted_at AS since FROM users u JOIN user_roles r ON r.user_id = u.id WHERE r.role_id = 'admin' ORDER BY u.email`);
  return rows;
}

/** Role and portal in one statement; every session ends, so that nothing goes on with the old rights or the new ones. False for nobody with a confirmed address. */
export async function makeOperator(client: pg.Client, email: string): Promise<boolean> {
  const { rowCount } = await client.query(`
    WITH person AS (UPDATE users SET portal = 'admin', updated_at = now() WHERE email = $1 AND email_verified RETURNING id),
      granted AS (INSERT INTO user_roles (user_id, role_id) SELECT id, 'admin' FROM person ON CONFLICT DO NOTHING),
      ended AS (DELETE FROM sessions WHERE user_id IN (SELECT id FROM person))
    SELECT id FROM person`, [email]);
  return rowCount === 1;
}

/** The way back. False when the account is no operator. */
export async function unmakeOperator(client: pg.Client, email: string, portal: Portal): Promise<boolean> {
  const { rowCount } = await client.query(`
    WITH person AS (UPDATE users SET portal = $2, updated_at = now() WHERE email = $1 AND portal = 'admin' RETURNING id),
      taken AS (DELETE FROM user_roles WHERE role_id = 'admin' AND user_id IN (SELECT id FROM person)),
      granted AS (INSERT INTO user_roles (user_id, role_id) SELECT id, $2 FROM person ON CONFLICT DO NOTHING),
      ended AS (DELETE FROM sessions WHERE user_id IN (SELECT id FROM person))
    SELECT id FROM person`, [email, portal]);
  return rowCount === 1;
}

/** The database of the stack that runs from this folder; undefined when none ever did. */
function localUrl(): string | undefined {
  const dataDir = resolve(process.env.PITCHEY_DATA_DIR ?? '.data');
  const passwordFile = join(dataDir, 'postgres', 'password');
  const port = readJson<{ postgres?: number }>(join(dataDir, 'ports.json'))?.postgres;
  return port && existsSync(passwordFile) ? `postgresql://pitchey:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/pitchey` : undefined;
}

const isPortal = (text: string | undefined): text is Portal => portals.some((portal) => portal === text);

async function main(): Promise<void> {
  const { values, positionals: [command, email, portal] } = parseArgs({ options: { 'database-url': { type: 'string' } }, allowPositionals: true });
  const isKnown = command === 'list' || (command === 'make' && email !== undefined) || (command === 'unmake' && email !== undefined && isPortal(portal));
  if (!isKnown) throw new Error('Usage: npm run operator -- list | make <email> | unmake <email> <creator|investor|production>');
  const url = values['database-url'] ?? process.env.DATABASE_URL ?? localUrl();
  if (!url) throw new Error('Give --database-url or DATABASE_URL, or run npm start first.');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (command === 'list') for (const one of await operators(client)) console.log([one.email, one.name, `since ${one.since.toISOString()}`].join('  '));
    else if (command === 'make' && email) {
      if (!(await makeOperator(client, email))) throw new Error(`${email} has no account with a confirmed address: sign up first.`);
      console.log(`${email} is an operator now and was signed out everywhere; they sign in again.`);
    } else if (email && isPortal(portal)) {
      if (!(await unmakeOperator(client, email, portal))) throw new Error(`${email} is no operator.`);
      console.log(`${email} belongs to the ${portal} portal again. What a browser still remembers of the old session lapses within a minute.`);
    }
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
