import { ApiError } from '../../lib/http.ts';

const TRIES = 6;

const isWorthRetrying = (error: unknown): error is ApiError => error instanceof ApiError && (error.kind === 'network' || error.status >= 500 || error.code === 'rate_limited');
/** 0.5 s, 1 s, 2 s, 4 s, 8 s; a server that names a time is obeyed. */
const pause = (error: ApiError, attempt: number): number => (error.retryAfter === undefined ? 500 * 2 ** (attempt - 1) : error.retryAfter * 1000);

/** Does something that may fail on its way, again with growing pauses. `onFailed` hears of every failure; the first that stays rejects. */
export async function tried<T>(work: () => Promise<T>, wait: (ms: number) => Promise<void>, onFailed: () => void): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      onFailed();
      if (!isWorthRetrying(error) || attempt >= TRIES) throw error;
      await wait(pause(error, attempt));
    }
  }
}
