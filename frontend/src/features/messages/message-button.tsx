import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import type { ButtonLook } from '../../ui/button-class.ts';
import { conversationQuery, openConversation } from './api.ts';

interface MessageButtonProps extends ButtonLook {
  what: Parameters<typeof openConversation>[0];
  /** Said to those who don't see what stands around it. */
  to: string;
}

/** Opens the conversation about this, or goes to the one that is there. */
export function MessageButton({ what, to, ...look }: MessageButtonProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { user, status } = useSession();
  const open = useMutation({
    mutationFn: () => openConversation(what),
    onSuccess(conversation) {
      client.setQueryData(conversationQuery(conversation.id).queryKey, conversation);
      void client.invalidateQueries({ queryKey: ['conversations', 'list'] });
      void navigate(paths.conversation.href(conversation.id));
    },
  });
  const label = <>Message <span className="visually-hidden">{to}</span></>;
  if (status === 'anonymous') return <ButtonLink {...look} to={paths.signIn.href(pathname)}>{label}</ButtonLink>;
  if (user === null || user.portal === 'admin') return null;
  return (
    <>
      <Button {...look} busy={open.isPending} onClick={() => open.mutate()}>{label}</Button>
      {open.isError && <span className="t-xs t-negative" role="alert">{open.error instanceof ApiError && open.error.kind === 'http' ? open.error.message : 'That didn’t work. Try again.'}</span>}
    </>
  );
}
