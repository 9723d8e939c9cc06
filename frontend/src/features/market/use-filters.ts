import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters.ts';

/** The market's filters, kept in the address. `replace` for typing; everything else is a step that Back undoes. */
export function useFilters(): { filters: Filters; change: (next: Filters, how?: 'push' | 'replace') => void } {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(text)), [text]);
  return { filters, change: (next, how = 'push') => setParams(writeFilters(next), { replace: how === 'replace' }) };
}
