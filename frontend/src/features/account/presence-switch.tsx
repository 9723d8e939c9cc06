import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../../worker/features/me/schema.ts';
import { Switch } from '../../ui/switch.tsx';
import { changeMe, meQuery } from './api.ts';

/** Whether people one talks with learn when one is here, and when one last was. Takes effect at once. */
export function PresenceSwitch({ me }: { me: Me }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (showsPresence: boolean) => changeMe({ showsPresence }),
    onMutate: (showsPresence) => client.setQueryData(meQuery.queryKey, { ...me, showsPresence }),
    onSuccess: (changed) => client.setQueryData(meQuery.queryKey, changed),
    onError: () => client.setQueryData(meQuery.queryKey, me),
  });
  return (
    <div className="stack">
      <Switch label="Show when I am here, and when I last was" checked={me.showsPresence} onChange={(event) => save.mutate(event.target.checked)} />
      <p className="t-xs t-2">Only people you share a conversation with see it. That you have a conversation open, and that you are writing in it, is seen by whoever is in it.</p>
      {save.isError && <p className="t-xs t-negative" role="alert">That didn’t work: it is as it was. Try again.</p>}
    </div>
  );
}
