import { useEffect, useRef } from 'react';

/** Every page as a small leaf; a dot says that it was read. */
export function Rail({ count, current, read, onGo }: { count: number; current: number; read: ReadonlySet<number>; onGo: (page: number) => void }) {
  const here = useRef<HTMLButtonElement>(null);
  // The current page stays in sight of the rail as one reads on. Braces: newer browsers return a promise here, which is no clean-up.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav className="rail" aria-label="Pages">
      <ol>
        {Array.from({ length: count }, (_, index) => index + 1).map((page) => (
          <li key={page}>
            <button ref={page === current ? here : undefined} type="button" className={read.has(page) ? 'thumb is-read' : 'thumb'} aria-current={page === current ? 'page' : undefined} aria-label={`Page ${page}${read.has(page) ? ', read' : ''}`} onClick={() => onGo(page)}>
              <span aria-hidden="true">{page}</span>
              <i aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
