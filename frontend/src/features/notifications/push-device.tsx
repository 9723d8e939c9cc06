import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../../../worker/features/notifications/schema.ts';
import { formatDay, formatList } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { askPushKey, preferencesQuery } from './api.ts';
import { type PushState, pushState, turnOff, turnOn } from './push.ts';

const sentences: Record<PushState, string> = {
  unsupported: 'This browser shows no pushes. On a phone, add Pitchey to the home screen first.',
  denied: 'This browser was told to show nothing from Pitchey. That is changed in its own settings for this site.',
  off: 'This device can show what is new while no page of Pitchey is open.',
  on: 'This device shows what is new while no page of Pitchey is open, as long as you are signed in here.',
};

/** Pushes on this very device. */
export function PushDevice({ devices }: { devices: Preferences['devices'] }) {
  const client = useQueryClient();
  const key = useQuery({ queryKey: ['notifications', 'push-key'], queryFn: askPushKey, staleTime: Infinity });
  const here = useQuery({ queryKey: ['notifications', 'push-here'], queryFn: pushState, staleTime: 0 });
  const turn = useMutation({
    mutationFn: (to: 'on' | 'off') => (to === 'on' ? turnOn(key.data ?? '') : turnOff()),
    onSettled: () => Promise.all([here.refetch(), client.invalidateQueries({ queryKey: preferencesQuery.queryKey })]),
  });
  if (key.data === null) return <p className="t-2">Pushes are not set up on this site.</p>;
  const others = devices.map(({ device, createdAt }) => `${device}, since ${formatDay(createdAt)}`);
  // What this browser holds from an earlier person or session is worth nothing until the server knows it.
  const state = here.data === 'on' && devices.length === 0 ? 'off' : here.data;
  return (
    <>
      {state !== undefined && <p className="t-2 mb-4">{sentences[state]}</p>}
      {turn.isError && <Notice tone="negative" announce>This browser could not reach its push service. Nothing was changed.</Notice>}
      {(state === 'off' || state === 'on') && key.data !== undefined && <Button busy={turn.isPending} onClick={() => turn.mutate(state === 'on' ? 'off' : 'on')}>{state === 'on' ? 'Stop pushes on this device' : 'Push to this device'}</Button>}
      {others.length > 0 && <p className="t-xs t-2 mt-3">Pushed to: {formatList(others)}.</p>}
    </>
  );
}
