import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { useLiveEvent } from '../../lib/live/hooks.ts';
import { useSessionStore } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useMaker } from '../editor/maker.ts';
import { acceptEditing, editingQuery, endEditing } from './api.ts';

/** Pitches of others that the person edits or is asked to edit; nothing where there are none. */
export function EditingPanel() {
  const maker = useMaker();
  const client = useQueryClient();
  const userId = useSessionStore(({ user }) => user?.id);
  const { data, error, refetch, isFetching } = useQuery(editingQuery);
  const again = () => client.invalidateQueries({ queryKey: editingQuery.queryKey });
  useLiveEvent('editing', () => void again());
  const answer = useMutation({
    mutationFn: ({ pitchId, isYes }: { pitchId: string; isYes: boolean }) => (isYes ? acceptEditing(pitchId) : endEditing(pitchId, userId ?? '')),
    onSuccess: again,
  });
  if (error) return <div className="mt-6"><ErrorPanel title="The pitches you edit with others didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>;
  if (!data || data.items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="editing-title">
      <div className="section__head"><h2 className="t-title" id="editing-title">With others</h2></div>
      {answer.error && <ErrorPanel title="Your answer didn’t go through" error={answer.error} />}
      <ul className="list">
        {data.items.map(({ pitch, owner, acceptedAt }) => (
          <li key={pitch.id} className="row editing">
            <div className="grow">
              <p className="t-film">{pitch.title}</p>
              <p className="t-xs t-2">{acceptedAt === null ? `${owner.name} asks you to edit it. Nothing of it opens before you accept.` : `By ${owner.name}. You edit its words.`}</p>
            </div>
            {acceptedAt === null ? (
              <div className="row">
                <Button size="sm" kind="primary" busy={answer.isPending} onClick={() => answer.mutate({ pitchId: pitch.id, isYes: true })} aria-label={`Accept editing ${pitch.title}`}>Accept</Button>
                <Button size="sm" kind="quiet" onClick={() => answer.mutate({ pitchId: pitch.id, isYes: false })} aria-label={`Decline editing ${pitch.title}`}>Decline</Button>
              </div>
            ) : <ButtonLink size="sm" to={paths.editPitch.href(maker, pitch.id)}>Edit</ButtonLink>}
          </li>
        ))}
      </ul>
    </section>
  );
}
