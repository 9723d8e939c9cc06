// Signing in. Unknown address, wrong password and locked account look alike, and the first two take alike long.
import type { Context } from 'hono';
import { authEngine } from '../../auth/auth.ts';
import { CACHE_COOKIE, SESSION_COOKIE, setCookie } from '../../auth/cookies.ts';
import { countedAddress, release, take, takeAddress } from '../../auth/limits.ts';
import { hashPassword, isLegacyHash, requireHashable, verifyPassword } from '../../auth/password.ts';
import { endSessions } from '../../auth/revocation.ts';
import { CACHE_MS, sealCopy } from '../../auth/session-cache.ts';
import { selectOptionalSession } from '../../auth/session-queries.ts';
import { actorOf, epochOf, IDLE_MS } from '../../auth/session-reader.ts';
import { createSessionToken, toCookieValue } from '../../auth/session-token.ts';
import { digestOf } from '../../auth/signing.ts';
import type { AppEnv, UserActor } from '../../http/context.ts';
import { addressOf } from '../../http/limit.ts';
import { AppError } from '../../platform/app-error.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { lockedMail } from './mails.ts';
import { deleteOwnSession, selectOptionalSuspension } from './queries.ts';
import type { SignIn } from './schema.ts';

export const refused = (): AppError => new AppError('unauthenticated', 'That address and password do not go together. Check both, or reset the password.');

/** Back-off: ms before the answer to a wrong password, by how many tries are left. A right one is never held up. */
const PAUSES: Record<number, number> = { 2: 250, 1: 500, 0: 1000 };
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

interface Account {
  id: string;
  email: string;
  name: string;
  portal: string;
  emailVerified: boolean;
  hash: string | null;
}

async function findAccount(c: Context<AppEnv>, email: string): Promise<Account | null> {
  const { db, newId } = c.get('services');
  const found = await (await authEngine(db, c.get('settings'), newId)).findUserByEmail(email, { includeAccounts: true });
  if (!found) return null;
  const { user, accounts } = found;
  const credential = accounts.find(({ providerId, accountId }) => providerId === 'credential' && accountId === user.id);
  return { id: user.id, email: user.email, name: user.name, portal: String((user as { portal?: unknown }).portal), emailVerified: user.emailVerified, hash: credential?.password ?? null };
}

async function tellLocked(c: Context<AppEnv>, account: Account): Promise<void> {
  const { db, newId, outbox } = c.get('services');
  if (!account.emailVerified || !(await take(c, 'lockMail', account.email)).allowed) return;
  const id = newId();
  await db.query(insertOutbox([lockedMail(id, c.get('settings'), account)]));
  await outbox.relay([id]);
}

/** The account whose password this is. Counted before it is looked at, per account and per address; throws one sentence for every failure. */
async function authenticate(c: Context<AppEnv>, { email, password }: SignIn): Promise<Account> {
  requireHashable(password, 'password');
  await takeAddress(c, 'passwordAddress');
  const tried = await take(c, 'passwordAccount', email);
  // While it is locked nothing is looked at, so the answer cannot tell a right password from a wrong one.
  if (!tried.allowed) throw refused();
  let isRight: boolean;
  let account: Account | null;
  try {
    account = await findAccount(c, email);
    isRight = await verifyPassword(account?.hash ?? null, password);
  } catch (error) {
    // Our failure is not their attempt.
    await Promise.all([release(c, 'passwordAccount', email, 'one'), release(c, 'passwordAddress', countedAddress(c), 'one')]);
    throw error;
  }
  if (!isRight || !account) {
    if (account && tried.remaining === 0) c.get('services').defer(tellLocked(c, account));
    const ms = PAUSES[tried.remaining];
    if (ms) await pause(ms);
    throw refused();
  }
  c.get('services').defer(Promise.all([release(c, 'passwordAccount', email, 'all'), release(c, 'passwordAddress', countedAddress(c), 'one')]));
  return account;
}

async function replaceLegacyHash(c: Context<AppEnv>, userId: string, password: string): Promise<void> {
  const { db, newId } = c.get('services');
  await (await authEngine(db, c.get('settings'), newId)).updatePassword(userId, await hashPassword(password));
}

/** The place in words, as far as the edge knows it. */
function placeOf(c: Context<AppEnv>): string | null {
  const { city, country } = (c.req.raw as Request & { cf?: { city?: string; country?: string } }).cf ?? {};
  return [city, country].filter(Boolean).join(', ').slice(0, 100) || null;
}

/** A fresh session, whatever the browser brought along. Gives its actor and sets its cookies. */
async function beginSession(c: Context<AppEnv>, userId: string): Promise<UserActor> {
  const { services, settings } = { services: c.get('services'), settings: c.get('settings') };
  const { db, newId, clock, epochs } = services;
  const before = c.get('actor');
  if (before.kind === 'user') await endSessions(services, before.id, () => deleteOwnSession(db, before.id, before.sessionId));
  // Asked for before the session is written, as the reader does; without it the browser simply gets no copy.
  const epoch = await epochs.current(epochOf(userId), 0).catch(() => null);
  const token = createSessionToken(userId);
  const now = clock.now();
  await (await authEngine(db, settings, newId)).createSession(userId, false, {
    token: digestOf(token), expiresAt: new Date(now + IDLE_MS), createdAt: new Date(now), updatedAt: new Date(now),
    ipAddress: addressOf(c), userAgent: (c.req.header('user-agent') ?? '').slice(0, 400), place: placeOf(c),
  }, true);
  const row = await selectOptionalSession(db, digestOf(token), now);
  if (!row) throw new AppError('unavailable', 'The session could not be opened. Try again in a moment.', { retryAfter: 1 });
  const actor = actorOf(row);
  c.header('Set-Cookie', setCookie(settings, SESSION_COOKIE, toCookieValue(settings, token), IDLE_MS / 1000), { append: true });
  if (epoch !== null) {
    const copy = sealCopy(settings, token, { actor, epoch, readAt: now, expiresAt: row.expires_at });
    c.header('Set-Cookie', setCookie(settings, CACHE_COOKIE, copy, CACHE_MS / 1000), { append: true });
  }
  return actor;
}

export async function signIn(c: Context<AppEnv>, body: SignIn): Promise<UserActor> {
  const account = await authenticate(c, body);
  if (!account.emailVerified) throw new AppError('email_unverified', 'Confirm your address first: we sent you a mail with a link.');
  const suspension = await selectOptionalSuspension(c.get('services').db, account.id);
  if (suspension) throw new AppError('forbidden', `This account is suspended: ${suspension.reason}`);
  if (body.portal && body.portal !== account.portal) throw new AppError('wrong_portal', `This account belongs to another portal: ${account.portal}.`, { extra: { portal: account.portal } });
  if (account.hash && isLegacyHash(account.hash)) c.get('services').defer(replaceLegacyHash(c, account.id, body.password));
  return beginSession(c, account.id);
}
