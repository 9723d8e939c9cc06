import type { SearchInput, ViewInput } from '../../../../worker/features/counting/schema.ts';

/** Sends a report that outlives the page. What does not arrive is not counted, and nobody is told. */
function report(path: string, body: unknown): void {
  const init: RequestInit = { method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  void fetch(path, init).catch(() => undefined);
}

export const reportView = (pitchId: string, view: ViewInput): void => report(`/api/pitches/${pitchId}/views`, view);
export const reportSearch = (search: SearchInput): void => report('/api/searches', search);
