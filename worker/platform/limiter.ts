// The limiter port: atomic counting of what one account, address or person does.
import type { Take, Window } from '../../durable-objects/limiter/logic.ts';

export type { Take, Window };

export interface Limiter {
  /** Takes one from the bucket's window, or refuses; never above the limit, however many ask at once. */
  take(bucket: string, window: Window): Promise<Take>;
  /** What `take` would answer, without taking. */
  peek(bucket: string, window: Window): Promise<Take>;
  /** Undoes the newest take, e.g. for an address whose password was right. */
  giveBack(bucket: string): Promise<void>;
  /** Forgets the bucket, e.g. after a right password. */
  clear(bucket: string): Promise<void>;
}
