// Proving an address. Links are only ever consumed by a POST: mail scanners follow links, they do not press buttons.
import type { Context } from 'hono';
import { authEngine } from '../../auth/auth.ts';
import { take, takeAddress } from '../../auth/limits.ts';
import { issueToken, redeemToken } from '../../auth/one-time-tokens.ts';
import type { AppEnv } from '../../http/context.ts';
import { AppError } from '../../platform/app-error.ts';
import { sql } from '../../platform/db/sql.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { verifyMail } from './mails.ts';
import { deleteTokens } from './queries.ts';

/** One sentence for unknown, used and lapsed links alike. */
export const deadLink = (): AppError => new AppError('bad_request', 'This link has been used, or is too old. Ask for another.', { fields: { token: 'This link has been used, or is too old.' } });

export async function verifyEmail(c: Context<AppEnv>, token: string): Promise<void> {
  const { db, clock, newId } = c.get('services');
  await db.transaction(async (tx) => {
    const engine = await authEngine(tx, c.get('settings'), newId);
    const userId = await redeemToken(engine, 'verify-email', token, clock.now());
    const user = userId && await engine.updateUser(userId, { emailVerified: true, updatedAt: new Date(clock.now()) });
    if (!userId || !user) throw deadLink();
    await deleteTokens(tx, 'verify-email', userId);
  });
}

/** Sends the link again, when there is somebody who needs it. The answer and its round trips are the same when there is not. */
export async function resendVerification(c: Context<AppEnv>, email: string): Promise<void> {
  const { db, clock, newId, outbox, defer } = c.get('services');
  const settings = c.get('settings');
  await takeAddress(c, 'mailAddress');
  const user = (await (await authEngine(db, settings, newId)).findUserByEmail(email))?.user;
  const mayMail = (await take(c, 'mailAccount', email)).allowed;
  const mailId = newId();
  const isSent = await db.transaction(async (tx) => {
    if (!user || user.emailVerified || !mayMail) {
      await tx.query(sql`SELECT 1`);
      await tx.query(sql`SELECT 1`);
      return false;
    }
    const token = await issueToken(await authEngine(tx, settings, newId), 'verify-email', user.id, clock.now());
    await tx.query(insertOutbox([verifyMail(mailId, settings, user, token)]));
    return true;
  });
  if (isSent) defer(outbox.relay([mailId]));
}
