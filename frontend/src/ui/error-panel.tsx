import { useState } from 'react';
import { ApiError } from '../lib/http.ts';
import { formatClock } from '../lib/format.ts';
import { Button } from './button.tsx';

interface ErrorPanelProps {
  /** What didn't happen: "The pitches didn't load". */
  title: string;
  error: unknown;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  /** 1 where nothing else heads the page. */
  headingLevel?: 1 | 2;
}

function reason(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Something in this page broke. What you entered elsewhere is not affected.';
  if (error.kind === 'network') return 'No answer came from the server. What you see elsewhere on the page is kept; check the connection and try again.';
  if (error.code === 'rate_limited') return `That was asked too often. Try again in ${error.retryAfter ?? 60} seconds.`;
  if (error.status >= 500) return 'Nothing you entered is affected. This is on our side.';
  return error.message;
}

/** A part of the page failed: what, what is kept, what to do, and the number that support can look up. */
export function ErrorPanel({ title, error, onRetry, retrying = false, headingLevel = 2 }: ErrorPanelProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  const [shownAt] = useState(() => formatClock(new Date()));
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div className="err" role="alert">
      <Heading className="t-h2">{title}</Heading>
      <p>{reason(error)}</p>
      {onRetry && <Button kind="primary" busy={retrying} onClick={onRetry}>Try again</Button>}
      {requestId !== undefined && (
        <dl>
          <div>
            <dt className="visually-hidden">Request</dt>
            <dd className="num">Request {requestId}</dd>
          </div>
          <div>
            <dt className="visually-hidden">Time</dt>
            <dd className="num">{shownAt}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
