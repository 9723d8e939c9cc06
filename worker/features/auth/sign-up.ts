// Signing up. A taken address gets the same answer in the same number of round trips, and its owner a mail.
import type { Context } from 'hono';
import { authEngine } from '../../auth/auth.ts';
import { take, takeAddress } from '../../auth/limits.ts';
import { issueToken } from '../../auth/one-time-tokens.ts';
import { hashPassword, requireGoodPassword } from '../../auth/password.ts';
import type { AppEnv } from '../../http/context.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { handleCandidates } from './handles.ts';
import { takenMail, verifyMail } from './mails.ts';
import { deleteUnprovenUser, insertProfileAndRole } from './queries.ts';
import type { SessionUser, SignUp } from './schema.ts';

const randomHex = (): string => Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** User, credential, profile, role, token and mail: all of them or none. Six statements. */
async function writePerson(c: Context<AppEnv>, tx: Queryable, body: SignUp, hash: string, mailId: string): Promise<string> {
  const { newId, clock } = c.get('services');
  const settings = c.get('settings');
  const { email, name, portal, companyName } = body;
  const at = new Date(clock.now());
  await deleteUnprovenUser(tx, email);
  const engine = await authEngine(tx, settings, newId);
  const user = await engine.createUser({ email, name, portal, emailVerified: false, createdAt: at, updatedAt: at }, { method: 'email-password' });
  await engine.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash, createdAt: at, updatedAt: at });
  const handles = handleCandidates(portal === 'production' && companyName ? companyName : name, randomHex);
  await insertProfileAndRole(tx, { userId: user.id, portal, companyName: companyName || null, handles });
  const token = await issueToken(engine, 'verify-email', user.id, clock.now());
  await tx.query(insertOutbox([verifyMail(mailId, settings, body, token)]));
  return user.id;
}

/** The owner's mail, and as many statements as writePerson has: what takes as long as success tells nobody of a failure. */
async function writeTaken(c: Context<AppEnv>, tx: Queryable, owner: { email: string; name: string }, mailId: string): Promise<void> {
  for (let padding = 0; padding < 5; padding += 1) await tx.query(sql`SELECT 1`);
  await tx.query(insertOutbox([takenMail(mailId, c.get('settings'), owner)]));
}

const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof AppError && error.code === 'conflict' && (error.details.cause as { constraint?: string } | undefined)?.constraint === constraint;

/** Gives the user as the answer shows it; for a taken address, one who looks just the same. */
export async function signUp(c: Context<AppEnv>, body: SignUp): Promise<SessionUser> {
  const { db, newId, outbox, defer } = c.get('services');
  await takeAddress(c, 'signUpAddress');
  const { email, name, portal } = body;
  requireGoodPassword(body.password, 'password', [email, email.split('@')[0] as string, name, 'pitchey']);
  const hash = await hashPassword(body.password);
  const engine = await authEngine(db, c.get('settings'), newId);
  const owner = (await engine.findUserByEmail(email))?.user;
  const answer = (id: string): SessionUser => ({ id, email, name, portal, roles: [portal], emailVerified: false });

  // Somebody is filling that inbox: nothing changes and nothing is sent, and the answer is what it always is.
  if (!(await take(c, 'mailAccount', email)).allowed) return answer(newId());

  const mailId = newId();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const id = await db.transaction(async (tx) => {
        if (!owner?.emailVerified) return writePerson(c, tx, body, hash, mailId);
        await writeTaken(c, tx, owner, mailId);
        return newId();
      });
      defer(outbox.relay([mailId]));
      return answer(id);
    } catch (error) {
      // Two sign-ups for one address at once: the other one has sent the mail.
      if (isTaken(error, 'users_email_key')) return answer(newId());
      // Two people of one name at once: the next candidate is free.
      if (!isTaken(error, 'profiles_handle_key') || attempt === 3) throw error;
    }
  }
}
