import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { acceptRequest, type Conversation, declineRequest } from './api.ts';
import { nameOf } from './names.ts';

/** Somebody one has no agreement with has written: nothing goes back, not even that it was read, until one says yes. */
export function RequestBar({ conversation, ownId }: { conversation: Conversation; ownId: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: ['conversations'] });
  const accept = useMutation({ mutationFn: () => acceptRequest(conversation.id), onSuccess: refresh });
  const decline = useMutation({
    mutationFn: () => declineRequest(conversation.id),
    async onSuccess() {
      void navigate(paths.messages.href('requests'));
      await refresh();
    },
  });
  return (
    <div className="ask" role="group" aria-label="A request">
      <p className="grow"><b className="t-strong">{nameOf(conversation, ownId)}</b> would like to talk to you. They do not learn that you have read this until you accept.</p>
      <Button size="sm" kind="primary" busy={accept.isPending} onClick={() => accept.mutate()}>Accept</Button>
      <Button size="sm" busy={decline.isPending} onClick={() => decline.mutate()}>Decline</Button>
      {(accept.isError || decline.isError) && <span className="t-xs t-negative" role="alert">That didn’t work. Try again.</span>}
    </div>
  );
}
