import { useMutation, useQueryClient } from '@tanstack/react-query';
import { bellQuery, markAllRead, markRead, showRead } from './api.ts';

/** Marking as read: shown at once, asked for anew when it failed. */
export function useReading() {
  const client = useQueryClient();
  const onError = () => client.invalidateQueries({ queryKey: ['notifications'] });
  const now = () => new Date().toISOString();
  const one = useMutation({ mutationFn: markRead, onMutate: (id) => showRead(client, [id], now()), onError });
  const all = useMutation({ mutationFn: markAllRead, onMutate: () => showRead(client, null, now()), onError, onSuccess: () => client.invalidateQueries({ queryKey: bellQuery.queryKey }) });
  return { read: one.mutate, readAll: () => all.mutate(), failed: one.isError || all.isError };
}
