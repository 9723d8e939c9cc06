// better-auth on our tables. Its engine (accounts, sessions, one-time values) runs behind our own routes; its HTTP handler, its limiter and
// its cookies are not used, so that every answer has our shape and no route exists that the surface test does not know.
import type { BetterAuthOptions } from 'better-auth/types';
import type { Settings } from '../env.ts';
import type { Queryable } from '../platform/db/db.ts';
import type { rawSqlAdapter } from './adapter.ts';
import { hashPassword, LONGEST, SHORTEST, verifyPassword } from './password.ts';
import { IDLE_MS } from './session-reader.ts';

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const options = (database: ReturnType<typeof rawSqlAdapter>, settings: Settings, newId: () => string) => ({
  appName: 'Pitchey',
  // Never taken from a request: a forged Host must not reach a mail.
  baseURL: settings.APP_ORIGIN,
  secret: settings.BETTER_AUTH_SECRET,
  database,
  logger: { disabled: true },
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  advanced: { database: { generateId: newId, joins: true }, ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] } },
  user: {
    modelName: 'users', fields: { emailVerified: 'email_verified', ...times },
    additionalFields: { portal: { type: 'string', required: true, input: false } },
  },
  session: {
    modelName: 'sessions', fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
    additionalFields: { place: { type: 'string', required: false, input: false } },
    expiresIn: IDLE_MS / 1000,
  },
  account: {
    modelName: 'accounts',
    fields: {
      userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...times,
    },
  },
  // One-time tokens are kept as SHA-256 of purpose and token; lapsed ones are dropped by the nightly job.
  verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times }, storeIdentifier: 'hashed', disableCleanup: true },
  emailAndPassword: {
    enabled: true, requireEmailVerification: true, minPasswordLength: SHORTEST, maxPasswordLength: LONGEST,
    password: { hash: hashPassword, verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(hash, password) },
  },
}) satisfies BetterAuthOptions;

/** better-auth's engine over a database, or over one transaction. Cheap (under 1 ms) and made where it is used: it never outlives a request. */
export async function authEngine(db: Queryable, settings: Settings, newId: () => string) {
  // Evaluated when somebody signs in or up, not when the Worker starts.
  const [{ betterAuth }, { rawSqlAdapter }] = await Promise.all([import('better-auth/minimal'), import('./adapter.ts')]);
  const { internalAdapter } = await betterAuth(options(rawSqlAdapter(db), settings, newId)).$context;
  return internalAdapter;
}

export type AuthEngine = Awaited<ReturnType<typeof authEngine>>;
