// The cache port: memory, then KV, then Redis, then the loader, back-filled upward.
import type { NamespaceName } from './namespaces.ts';

export type Tier = 'memory' | 'kv' | 'redis' | 'db';

export interface Cached<T> {
  /** `null` is known absence, cached for a short time. */
  value: T | null;
  tier: Tier;
}

export interface Cache {
  /**
   * The value of `key` in a namespace, loaded at most once for many who miss at the same time. `epoch` names what makes it out
   * of date; values depending on the viewer have the viewer's tier in `key`, and nothing behind a gate above `member` may enter.
   * Every tier may fail: the request then goes on to the next. Only the loader's own error is thrown.
   */
  read<T>(namespace: NamespaceName, key: string, epoch: string, load: () => Promise<T | null>): Promise<Cached<T>>;
}
