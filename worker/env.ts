// Bindings and settings. Bindings come from wrangler.toml (worker/bindings.d.ts is generated from it); settings are checked once an isolate.
import { z } from 'zod';
import type { ConversationRoom } from '../durable-objects/conversation/room.ts';
import type { DraftRoom } from '../durable-objects/draft/room.ts';
import type { EpochRoom } from '../durable-objects/epochs/room.ts';
import type { HubRoom } from '../durable-objects/hub/room.ts';
import type { LimiterRoom } from '../durable-objects/limiter/room.ts';
import type { PitchPageRoom } from '../durable-objects/pitch-page/room.ts';

export interface Env extends Omit<Cloudflare.Env, 'EPOCHS' | 'LIMITER' | 'HUB' | 'CONVERSATION' | 'DRAFT' | 'PITCH_PAGE'> {
  EPOCHS: DurableObjectNamespace<EpochRoom>;
  LIMITER: DurableObjectNamespace<LimiterRoom>;
  HUB: DurableObjectNamespace<HubRoom>;
  CONVERSATION: DurableObjectNamespace<ConversationRoom>;
  DRAFT: DurableObjectNamespace<DraftRoom>;
  PITCH_PAGE: DurableObjectNamespace<PitchPageRoom>;
}

const flag = z.enum(['on', 'off']);

const Settings = z.object({
  ENVIRONMENT: z.enum(['local', 'preview', 'production']),
  APP_ORIGIN: z.url().transform((url) => new URL(url).origin),
  /** Further origins that may send cookies, comma-separated: a split-origin deployment. */
  TRUSTED_ORIGINS: z.string().default('').transform((list) => list.split(',').map((origin) => origin.trim()).filter(Boolean)),
  /** `none` only for a split-origin deployment. */
  COOKIE_SAME_SITE: z.enum(['lax', 'none']).default('lax'),
  DATABASE_URL: z.string().min(1),
  NEON_FETCH_ENDPOINT: z.string().optional(),
  NEON_WS_PROXY: z.string().optional(),
  UPSTASH_REDIS_REST_URL: z.string().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  SMTP_HOST: z.string().default('127.0.0.1'),
  SMTP_PORT: z.coerce.number().int().default(1025),
  SMTP_SECURE: flag.default('off'),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().min(3),
  BETTER_AUTH_SECRET: z.string().min(32),
  /** Former secret, accepted for reading during a rotation. */
  BETTER_AUTH_SECRET_OLD: z.string().optional(),
  /** Seals the evidence of NDAs; absent: the auth secret. Never reused for anything else, so that one may be rotated without the other. */
  EVIDENCE_SECRET: z.string().min(32).optional(),
  /** Former ones, comma-separated: what they sealed still verifies. */
  EVIDENCE_SECRETS_OLD: z.string().default('').transform((list) => list.split(',').map((secret) => secret.trim()).filter(Boolean)),
  OPS_TOKEN: z.string().min(16),
  LIMITS: flag.default('on'),
  LOG: flag.default('on'),
  /** The pair by which push services know us (base64url: P-256 point, scalar); absent: no pushes. A new pair means that every browser subscribes anew. */
  PUSH_PUBLIC_KEY: z.string().length(87).optional(),
  PUSH_PRIVATE_KEY: z.string().length(43).optional(),
  SENTRY_DSN: z.string().optional(),
  VERSION: z.string().default('dev'),
});

export type Settings = z.output<typeof Settings>;

const checked = new WeakMap<object, Settings>();

/** The settings of this isolate. Throws with every missing or wrong name at once; values are never in the message. */
export function settingsOf(env: object): Settings {
  const known = checked.get(env);
  if (known) return known;
  const parsed = Settings.safeParse(env);
  if (!parsed.success) {
    throw new Error(`settings: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ')}`);
  }
  if (parsed.data.LIMITS === 'off' && parsed.data.ENVIRONMENT !== 'local') throw new Error('settings: LIMITS=off is for local runs only');
  checked.set(env, parsed.data);
  return parsed.data;
}
