// Identity. better-auth's engine writes the rows; routes, answers, cookies and limits are ours.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { CACHE_COOKIE, SESSION_COOKIE, setCookie } from '../../auth/cookies.ts';
import { endSessions } from '../../auth/revocation.ts';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv, UserActor } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import type { Context } from 'hono';
import { describeDevice } from './device.ts';
import { changePassword, requestPasswordReset, resetPassword } from './passwords.ts';
import { deleteOwnSession, selectSessions } from './queries.ts';
import { ChangePassword, type Device, EmailOnly, ResetPassword, type SessionUser, SignIn, SignUp, VerifyEmail } from './schema.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { resendVerification, verifyEmail } from './verify-email.ts';

const userView = ({ id, email, name, portal, roles, emailVerified }: UserActor): SessionUser => ({ id, email, name, portal, roles: [...roles], emailVerified });

function dropCookies(c: Context<AppEnv>): void {
  for (const name of [SESSION_COOKIE, CACHE_COOKIE] as const) c.header('Set-Cookie', setCookie(c.get('settings'), name, '', 0), { append: true });
}

const noStore = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  c.header('Cache-Control', 'private, no-store');
});

export const auth = new Hono<AppEnv>()
  .use(noStore)
  .post('/sign-up', access('public'), limit('auth'), valid('json', SignUp), async (c) => c.json({ user: await signUp(c, c.req.valid('json')) }, 201))
  .post('/verify-email', access('public'), limit('auth'), valid('json', VerifyEmail), async (c) => {
    await verifyEmail(c, c.req.valid('json').token);
    return c.json({ verified: true });
  })
  .post('/resend-verification', access('public'), limit('auth'), valid('json', EmailOnly), async (c) => {
    await resendVerification(c, c.req.valid('json').email);
    return c.json({ sent: true });
  })
  .post('/sign-in', access('public'), limit('auth'), valid('json', SignIn), async (c) => c.json({ user: userView(await signIn(c, c.req.valid('json'))) }))
  .post('/sign-out', access('user'), limit('auth'), async (c) => {
    const actor = userOf(c);
    const services = c.get('services');
    await endSessions(services, actor.id, () => deleteOwnSession(services.db, actor.id, actor.sessionId));
    dropCookies(c);
    return c.body(null, 204);
  })
  .get('/session', access('public'), limit('read'), (c) => {
    const [actor, failure] = [c.get('actor'), c.get('sessionFailure')];
    if (failure) throw failure;
    return c.json({ user: actor.kind === 'user' ? userView(actor) : null });
  })
  .post('/request-password-reset', access('public'), limit('auth'), valid('json', EmailOnly), async (c) => {
    await requestPasswordReset(c, c.req.valid('json').email);
    return c.json({ sent: true });
  })
  .post('/reset-password', access('public'), limit('auth'), valid('json', ResetPassword), async (c) => {
    const { token, password } = c.req.valid('json');
    await resetPassword(c, token, password);
    return c.json({ reset: true });
  })
  .post('/change-password', access('user'), limit('auth'), valid('json', ChangePassword), async (c) => {
    const { currentPassword, newPassword } = c.req.valid('json');
    await changePassword(c, currentPassword, newPassword);
    return c.json({ changed: true });
  })
  .get('/sessions', access('user', 'own'), limit('read'), async (c) => {
    const actor = userOf(c);
    const { db, clock } = c.get('services');
    const items = (await selectSessions(db, actor.id, clock.now())).map((row): Device => ({
      id: row.id, current: row.id === actor.sessionId, device: describeDevice(row.user_agent), place: row.place, address: row.ip_address,
      signedInAt: row.created_at, lastSeenAt: row.updated_at,
    }));
    return c.json({ items, nextCursor: null });
  })
  .delete('/sessions/:id', access('user', 'own'), limit('auth'), async (c) => {
    const actor = userOf(c);
    const services = c.get('services');
    const id = Id.safeParse(c.req.param('id'));
    if (!id.success || (await endSessions(services, actor.id, () => deleteOwnSession(services.db, actor.id, id.data))) === 0) throw notFound();
    if (id.data === actor.sessionId) dropCookies(c);
    return c.body(null, 204);
  });
