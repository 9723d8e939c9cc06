import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreferencesChange } from '../../../../worker/features/notifications/schema.ts';
import type { SaveStateValue } from '../../ui/save-state.tsx';
import { changePreferences, preferencesQuery } from './api.ts';

/** Changes take effect at once, one after the other; what is shown goes ahead and comes back when one fails. */
export function usePreferences() {
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const { mutate, isPending, isError } = useMutation({
    mutationFn: changePreferences,
    scope: { id: 'notification-preferences' },
    onMutate({ kinds, ...rest }: PreferencesChange) {
      client.setQueryData(preferencesQuery.queryKey, (shown) => shown && { ...shown, ...rest, kinds: shown.kinds.map((line) => ({ ...line, channels: kinds?.[line.kind] ?? line.channels })) } as typeof shown);
    },
    onSuccess(saved) {
      client.setQueryData(preferencesQuery.queryKey, saved);
      setSavedAt(new Date());
    },
    onError: () => client.invalidateQueries({ queryKey: preferencesQuery.queryKey }),
  });
  const state: SaveStateValue | null = isPending ? { kind: 'saving' } : savedAt && { kind: 'saved', at: savedAt };
  return { change: mutate, state, failed: isError };
}
