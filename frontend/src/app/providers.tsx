import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../lib/http.ts';

/** A wrong or forbidden request stays wrong: only silence and overload are worth asking again. */
const isWorthRetrying = (error: Error): boolean => error instanceof ApiError && (error.kind === 'network' || error.status >= 502);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && isWorthRetrying(error), refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
