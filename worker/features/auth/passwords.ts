// Forgotten and changed passwords. Either way every session that was not there to prove itself ends.
import type { Context } from 'hono';
import { authEngine } from '../../auth/auth.ts';
import { release, take, takeAddress } from '../../auth/limits.ts';
import { issueToken, redeemToken } from '../../auth/one-time-tokens.ts';
import { hashPassword, requireGoodPassword, requireHashable, verifyPassword } from '../../auth/password.ts';
import { endSessions, forgetCopies } from '../../auth/revocation.ts';
import { userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { AppError } from '../../platform/app-error.ts';
import { sql } from '../../platform/db/sql.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { changedMail, resetMail } from './mails.ts';
import { deleteOtherSessions, deleteTokens } from './queries.ts';
import { deadLink } from './verify-email.ts';

/** Sends a link, when there is somebody to send one to. Nobody learns whether there is: same answer, same round trips. */
export async function requestPasswordReset(c: Context<AppEnv>, email: string): Promise<void> {
  const { db, clock, newId, outbox, defer } = c.get('services');
  const settings = c.get('settings');
  await takeAddress(c, 'mailAddress');
  const user = (await (await authEngine(db, settings, newId)).findUserByEmail(email))?.user;
  const mayMail = (await take(c, 'mailAccount', email)).allowed;
  const mailId = newId();
  const isSent = await db.transaction(async (tx) => {
    if (!user || !mayMail) {
      await tx.query(sql`SELECT 1`);
      await tx.query(sql`SELECT 1`);
      return false;
    }
    const token = await issueToken(await authEngine(tx, settings, newId), 'reset-password', user.id, clock.now());
    await tx.query(insertOutbox([resetMail(mailId, settings, user, token)]));
    return true;
  });
  if (isSent) defer(outbox.relay([mailId]));
}

/** The mail's link proves the address as well. Every session ends, and so does a lock. */
export async function resetPassword(c: Context<AppEnv>, token: string, password: string): Promise<void> {
  const services = c.get('services');
  const { db, clock, newId, outbox, defer } = services;
  const settings = c.get('settings');
  // Before the link is consumed: a password that we refuse must not cost the link.
  requireGoodPassword(password, 'password');
  const hash = await hashPassword(password);
  const mailId = newId();
  const user = await db.transaction(async (tx) => {
    const engine = await authEngine(tx, settings, newId);
    const userId = await redeemToken(engine, 'reset-password', token, clock.now());
    const found = userId && await engine.updateUser(userId, { emailVerified: true, updatedAt: new Date(clock.now()) });
    if (!userId || !found) throw deadLink();
    await engine.updatePassword(userId, hash);
    // Inside: if sessions could not be ended everywhere, the link is not used up.
    await forgetCopies(services, userId);
    await engine.deleteUserSessions(userId);
    await deleteTokens(tx, 'reset-password', userId);
    await deleteTokens(tx, 'verify-email', userId);
    await tx.query(insertOutbox([changedMail(mailId, settings, { email: String(found.email), name: String(found.name) })]));
    return { id: userId, email: String(found.email) };
  });
  defer(outbox.relay([mailId]));
  await release(c, 'passwordAccount', user.email, 'all');
  await forgetCopies(services, user.id);
}

/** Asks for the current password, and counts wrong ones as sign-in does. The session that asks stays. */
export async function changePassword(c: Context<AppEnv>, currentPassword: string, newPassword: string): Promise<void> {
  const actor = userOf(c);
  const services = c.get('services');
  const { db, newId, outbox, defer } = services;
  const settings = c.get('settings');
  requireHashable(currentPassword, 'currentPassword');
  requireGoodPassword(newPassword, 'newPassword', [actor.email, actor.email.split('@')[0] as string, actor.name, 'pitchey']);
  const wrong = new AppError('bad_request', 'That is not your current password.', { fields: { currentPassword: 'That is not your current password.' } });
  if (!(await take(c, 'passwordAccount', actor.email)).allowed) throw wrong;
  const credential = await (await authEngine(db, settings, newId)).findCredentialAccount(actor.id);
  if (!(await verifyPassword(credential?.password ?? null, currentPassword))) throw wrong;
  await release(c, 'passwordAccount', actor.email, 'all');

  const hash = await hashPassword(newPassword);
  const mailId = newId();
  await endSessions(services, actor.id, () => db.transaction(async (tx) => {
    await (await authEngine(tx, settings, newId)).updatePassword(actor.id, hash);
    await deleteOtherSessions(tx, actor.id, actor.sessionId);
    await deleteTokens(tx, 'reset-password', actor.id);
    await tx.query(insertOutbox([changedMail(mailId, settings, actor)]));
  }));
  defer(outbox.relay([mailId]));
}
