import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { labelOf, teamStatuses } from '../../../../../worker/features/catalogue/lists.ts';
import { paths } from '../../../app/paths.ts';
import { answerAttachment, attachmentQuery } from '../../../features/attachments/api.ts';
import { FailureNotice } from '../../../features/identity/failure-notice.tsx';
import { ApiError } from '../../../lib/http.ts';
import { lowerFirst } from '../../../lib/format.ts';
import { usePage } from '../../../lib/use-page.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorPanel } from '../../../ui/error-panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { SplitPage } from '../identity/split-page.tsx';

const isSpent = (error: unknown) => error instanceof ApiError && (error.status === 400 || error.status === 404);

/** Opening the page answers nothing: mail scanners open links too. The buttons do, signed in or not. */
export default function ConfirmAttachment() {
  usePage({ title: 'Confirm your attachment' });
  const token = useSearchParams()[0].get('token') ?? '';
  const { data: question, error, refetch, isFetching } = useQuery(attachmentQuery(token));
  const answer = useMutation({ mutationFn: (word: 'confirmed' | 'declined') => answerAttachment(token, word) });
  const browse = <ButtonLink className="mt-8" to={paths.browse.href()}>See what is in the market</ButtonLink>;
  if (answer.isSuccess) {
    const yes = answer.variables === 'confirmed';
    return (
      <SplitPage title={yes ? 'You are confirmed' : 'You are not shown as attached'} lead={yes ? `Readers of “${answer.data.project}” see that you confirmed it yourself.` : `${answer.data.creator} is told that it is not so.`}>
        {browse}
      </SplitPage>
    );
  }
  if (token === '' || isSpent(error) || isSpent(answer.error)) return <SplitPage title="This link no longer works" lead="It has been answered, is too old, or the project says something else by now. Whoever sent it can send another.">{browse}</SplitPage>;
  if (error) return <SplitPage title="Confirm your attachment" lead="The question could not be loaded."><div className="mt-8"><ErrorPanel title="No answer came" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div></SplitPage>;
  if (question === undefined) return <SplitPage title="Confirm your attachment" lead="One moment."><div className="mt-8" aria-busy="true"><Skeleton shape="lines" count={3} /></div></SplitPage>;
  return (
    <SplitPage title="Confirm your attachment" lead={<>{question.creator} says that you, {question.name}, are part of <i className="t-serif">{question.project}</i>.</>}>
      <dl className="dl mt-6">
        <dt>Role</dt><dd>{question.role}</dd>
        <dt>Standing</dt><dd>{labelOf(teamStatuses, question.status)}</dd>
      </dl>
      <div className="stack mt-8">
        <FailureNotice error={answer.error} />
        <Button kind="primary" size="lg" block busy={answer.isPending && answer.variables === 'confirmed'} onClick={() => answer.mutate('confirmed')}>Confirm my attachment</Button>
        <Button size="lg" block busy={answer.isPending && answer.variables === 'declined'} onClick={() => answer.mutate('declined')}>This is not so</Button>
        <p className="t-xs t-2">With your word readers see “{lowerFirst(labelOf(teamStatuses, question.status))}, confirmed” beside your name. Your address is not kept and not shown.</p>
      </div>
    </SplitPage>
  );
}
