import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import type { Person } from '../../../../worker/features/people/schema.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MessageButton } from '../messages/message-button.tsx';
import { refreshLists, setBlock, setFollow, showTies, tiesQuery } from './api.ts';

const ReportDialog = lazy(() => import('../reports/report-dialog.tsx'));

type Asking = 'nothing' | 'block' | 'report';

/** Follow, block and report; on one's own profile the way to change it. */
export function PersonActions({ person }: { person: Person }) {
  const client = useQueryClient();
  const { user } = useSession();
  const { pathname } = useLocation();
  const [asking, setAsking] = useState<Asking>('nothing');
  const { data: ties } = useQuery({ ...tiesQuery(person.id), enabled: user !== null && user.portal !== 'admin' });
  const follow = useMutation({
    mutationFn: (on: boolean) => setFollow(person.id, on),
    onMutate: (on) => showTies(client, person, { following: on }),
    onError: (_error, on) => showTies(client, person, { following: !on }),
    onSuccess: () => refreshLists(client),
  });
  const block = useMutation({
    mutationFn: (on: boolean) => setBlock(person.id, on),
    onSuccess: async (_, on) => {
      showTies(client, person, { blocked: on });
      setAsking('nothing');
      await refreshLists(client);
    },
  });
  const { name } = person;
  if (user === null) return <ButtonLink kind="primary" to={paths.signIn.href(pathname)}>Follow{' '}<span className="visually-hidden">{name}</span></ButtonLink>;
  if (user.id === person.id) return <ButtonLink to={paths.account.href()}>Edit your profile</ButtonLink>;
  return (
    <div className="row row--wrap">
      {ties?.blocked === false && (
        <Button kind={ties.following ? 'secondary' : 'primary'} aria-pressed={ties.following} onClick={() => follow.mutate(!ties.following)}>
          {ties.following && <Icon name="check" />}{ties.following ? 'Following' : 'Follow'}{' '}<span className="visually-hidden">{name}</span>
        </Button>
      )}
      {ties?.blocked === false && <MessageButton what={{ kind: 'direct', personId: person.id }} to={name} />}
      {ties?.blocked && <Button busy={block.isPending} onClick={() => block.mutate(false)}>Unblock{' '}<span className="visually-hidden">{name}</span></Button>}
      <Menu
        trigger={<button type="button" className="iconbtn"><Icon name="more" /><span className="visually-hidden">More about {name}</span></button>}
        entries={[
          { label: 'Report', icon: 'flag', onSelect: () => setAsking('report') },
          ...(ties?.blocked === false ? [{ label: 'Block', icon: 'minus' as const, onSelect: () => setAsking('block') }] : []),
        ]}
      />
      {(follow.isError || block.isError) && <span className="t-xs t-negative" role="alert">That didn’t work. Try again.</span>}
      {asking === 'report' && <Suspense><ReportDialog subject={{ kind: 'user', id: person.id }} what={name} onClose={() => setAsking('nothing')} /></Suspense>}
      {asking === 'block' && (
        <Dialog
          open onOpenChange={() => setAsking('nothing')} title={`Block ${name}?`}
          description="You no longer see each other’s profile, comments and pitches in lists, and following ends on both sides. Nobody is told. Agreements between you stay as they are. Your account page lists whom you have blocked."
          foot={(
            <>
              <Button kind="quiet" onClick={() => setAsking('nothing')}>Cancel</Button>
              <Button kind="danger" busy={block.isPending} onClick={() => block.mutate(true)}>Block</Button>
            </>
          )}
        />
      )}
    </div>
  );
}
