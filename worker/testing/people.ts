// People for feature tests, made the way people are made: through the routes, with the token of the mail.
import { scalar } from '../platform/db/db.ts';
import { sql } from '../platform/db/sql.ts';
import { z } from 'zod';
import type { TestApp } from './test-app.ts';

export const TEST_PASSWORD = 'sixteen reels of nitrate';

export interface Person {
  id: string;
  email: string;
  password: string;
  name: string;
  handle: string;
  portal: 'creator' | 'investor' | 'production';
  /** Value for a Cookie header. */
  cookie: string;
}

let made = 0;
/** An address per caller, so that tests do not share a limit by accident. */
export const freshAddress = (): string => `198.51.${Math.floor(++made / 250) % 250}.${made % 250}`;

/** Cookie header of a response that set cookies. */
export const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');

/** The newest one-time token that was mailed to an address. */
export async function mailedToken(app: TestApp, topic: 'mail.verify-email' | 'mail.reset-password', email: string): Promise<string> {
  const link = await scalar(app.db, z.string(), sql`SELECT payload->>'link' FROM outbox WHERE topic = ${topic} AND payload->>'to' = ${email} ORDER BY id DESC LIMIT 1`);
  return new URL(link).searchParams.get('token') ?? '';
}

async function requireStatus(response: Response, status: number): Promise<void> {
  if (response.status !== status) throw new Error(`${response.status}, not ${status}: ${await response.text()}`);
}

/** A verified, signed-in person. */
export async function signUp(app: TestApp, options: { portal: Person['portal']; name?: string; companyName?: string; email?: string }): Promise<Person> {
  const { portal, name = `Person ${made + 1}`, companyName } = options;
  const headers = { 'cf-connecting-ip': freshAddress() };
  const email = options.email ?? `person-${made}-${Math.random().toString(36).slice(2, 8)}@pitchey.test`;
  const password = TEST_PASSWORD;
  const signedUp = await app.request('/api/auth/sign-up', { body: { email, password, name, portal, ...(companyName && { companyName }) }, headers });
  await requireStatus(signedUp, 201);
  const verified = await app.request('/api/auth/verify-email', { body: { token: await mailedToken(app, 'mail.verify-email', email) }, headers });
  await requireStatus(verified, 200);
  const signedIn = await app.request('/api/auth/sign-in', { body: { email, password }, headers });
  await requireStatus(signedIn, 200);
  const { user } = (await signedIn.json()) as { user: { id: string } };
  const handle = await scalar(app.db, z.string(), sql`SELECT handle FROM profiles WHERE user_id = ${user.id}`);
  return { id: user.id, email, password, name, handle, portal, cookie: cookiesOf(signedIn) };
}
