// The third tier: Redis behind Upstash's REST protocol, one call a request.
import type { SharedTier } from './shared-tier.ts';

export interface RedisOptions {
  url: string;
  token: string;
  /** ms; past it the call fails. */
  timeoutMs: number;
}

type Argument = string | number;
type Outcome = { result?: unknown; error?: string };

/** Runs commands in one round trip. Throws when Redis is away, refuses (429 included) or any command fails. */
export async function redisPipeline(options: RedisOptions, commands: readonly Argument[][]): Promise<unknown[]> {
  const response = await fetch(`${options.url.replace(/\/$/, '')}/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${options.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(commands),
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`redis answered ${response.status}: ${text.slice(0, 200)}`);
  return (JSON.parse(text) as Outcome[]).map(({ result, error }) => {
    if (error !== undefined) throw new Error(`redis: ${error}`);
    return result;
  });
}

const leaseOf = (key: string): string => `${key}:lease`;

// Atomic, and one command of the bill: the value, else the lease, else word that somebody has it.
const GET_OR_LEASE = `local v = redis.call('GET', KEYS[1])
if v then return {'hit', v} end
if redis.call('SET', KEYS[2], '1', 'NX', 'PX', ARGV[1]) then return {'lease', ''} end
return {'wait', ''}`;

export function createRedisTier(options: RedisOptions): SharedTier {
  return {
    name: 'redis',
    keepsAbsence: true,
    async get(key) {
      const [value] = await redisPipeline(options, [['GET', key]]);
      return typeof value === 'string' ? value : null;
    },
    async put(key, text, seconds) {
      await redisPipeline(options, [['SET', key, text, 'PX', Math.max(1, Math.round(seconds * 1000))], ['DEL', leaseOf(key)]]);
    },
    async getOrLease(key, leaseMs) {
      const [answer] = await redisPipeline(options, [['EVAL', GET_OR_LEASE, 2, key, leaseOf(key), leaseMs]]);
      const [word, text] = answer as [string, string];
      return word === 'hit' ? { text } : { leased: word === 'lease' };
    },
  };
}
