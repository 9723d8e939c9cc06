import { ApiError } from '../../lib/http.ts';
import { Notice } from '../../ui/notice.tsx';

function sentence(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Something in this page broke. Nothing was sent; reload and try again.';
  if (error.kind === 'network') return 'No answer came. Nothing has changed; check the connection and try again.';
  if (error.code === 'rate_limited') return `Too many tries. Wait ${error.retryAfter === undefined ? 'a little' : `${error.retryAfter} seconds`}, then try again.`;
  if (error.status >= 500) return `This is on our side, and nothing has changed. Try again in a moment${error.requestId ? `; if it stays, name request ${error.requestId}` : ''}.`;
  return error.message;
}

/** Why a form was not accepted, beyond its fields. */
export function FailureNotice({ error }: { error: unknown }) {
  if (error === null) return null;
  return <Notice tone="negative" announce>{sentence(error)}</Notice>;
}
