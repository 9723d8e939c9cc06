import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef } from 'react';
import { countOf } from '../../lib/format.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { searchQuery } from './api.ts';

interface SearchPanelProps {
  fileId: string;
  words: string;
  onWords: (words: string) => void;
  onGo: (page: number) => void;
  onClose: () => void;
}

/** Finds words on every page; what is found is marked on the page. */
export function SearchPanel({ fileId, words, onWords, onGo, onClose }: SearchPanelProps) {
  const asked = useDeferredValue(words.trim());
  const { data, error, isFetching, refetch } = useQuery(searchQuery(fileId, asked));
  const input = useRef<HTMLInputElement>(null);
  // Whoever opens the search wants to type.
  useEffect(() => input.current?.focus(), []);
  return (
    <section className="vw__search" role="search" aria-label="Find in the document">
      <div className="row between">
        <h2 className="t-h3">Find</h2>
        <IconButton icon="close" label="Close the search" onClick={onClose} />
      </div>
      <Field label="Words"><Input ref={input} value={words} maxLength={100} onChange={(event) => onWords(event.target.value)} onKeyDown={(event) => event.key === 'Escape' && onClose()} /></Field>
      <p className="t-xs t-2" role="status">{asked.length < 2 ? 'Two signs or more.' : isFetching ? 'Looking.' : data ? (data.hits.length === 0 ? 'Not found.' : `On ${countOf(data.hits.length, 'page')}${data.truncated ? ' and more' : ''}.`) : ''}</p>
      {error && <ErrorPanel title="The search didn’t work" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      <ol className="list">
        {data?.hits.map(({ page, count, snippet }) => (
          <li key={page}><button type="button" className="vw__hit" onClick={() => onGo(page)}><span className="t-medium num">Page {page}{count > 1 && `, ${count} times`}</span><span className="t-xs t-2">{snippet}</span></button></li>
        ))}
      </ol>
    </section>
  );
}
