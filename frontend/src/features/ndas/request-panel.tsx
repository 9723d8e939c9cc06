import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { countOf } from '../../lib/format.ts';
import { policies } from '../../lib/policies.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { documentsQuery } from '../documents/api.ts';
import { ownNdaQuery, pitchRequestsQuery } from './api.ts';
import { ClickThrough } from './click-through.tsx';
import { OwnState } from './own-state.tsx';

const RequestDialog = lazy(() => import('./request-dialog.tsx'));

function OwnerRequests({ pitch }: { pitch: Pitch }) {
  const { user } = useSession();
  const { data, error, refetch, isFetching } = useQuery(pitchRequestsQuery(pitch.id));
  if (error) return <ErrorPanel title="The requests didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (data === undefined) return <div className="mt-6" aria-busy="true"><Skeleton shape="lines" count={2} /></div>;
  const waiting = data.items.filter(({ status }) => status === 'requested').length;
  const signed = data.items.length - waiting;
  const maker = user?.portal === 'production' ? 'production' : 'creator';
  return (
    <section className="mt-6" aria-label="Requests">
      <p className="t-medium num">{waiting === 0 ? 'No request waits for you.' : `${countOf(waiting, 'request')} ${waiting === 1 ? 'waits' : 'wait'} for you.`}</p>
      <p className="t-sm t-2 num">{signed === 0 ? 'Nobody has signed yet.' : `${countOf(signed, 'person has', 'people have')} signed.`}</p>
      <ButtonLink kind={waiting > 0 ? 'primary' : undefined} block className="mt-3" to={paths.requests.href(maker)}>{waiting > 0 ? 'Answer requests' : 'All requests'}</ButtonLink>
      <ButtonLink kind="quiet" block className="mt-2" to={paths.pitchInterest.href(maker, pitch.id)}>Who reads what</ButtonLink>
    </section>
  );
}

function ReaderSteps({ pitch }: { pitch: Pitch }) {
  const { user } = useSession();
  const [isAsking, setAsking] = useState(false);
  const { data: documents } = useQuery(documentsQuery(pitch.id));
  const mayAsk = policies['nda:request'](user);
  const { data: nda, error, refetch, isFetching } = useQuery({ ...ownNdaQuery(pitch.id), enabled: mayAsk });
  const locked = [...pitch.locked, ...(documents?.locked ?? [])].map(({ gate }) => gate);
  const needsNda = locked.includes('nda');
  return (
    <>
      {locked.includes('confidential') && <ClickThrough pitchId={pitch.id} />}
      {mayAsk && error && nda === undefined && <div className="mt-6"><ErrorPanel title="Your NDA didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>}
      {mayAsk && nda === undefined && !error && <div className="mt-6" aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
      {nda && <OwnState nda={nda} onAsk={() => setAsking(true)} />}
      {nda === null && needsNda && (
        <section className="mt-6" aria-label="Your NDA">
          <Button kind="primary" block onClick={() => setAsking(true)}>Request access</Button>
          <p className="gatebox__note">What is behind the NDA opens once {pitch.creator.name} has approved and you have signed. You read the terms before you ask.</p>
        </section>
      )}
      {!mayAsk && needsNda && <p className="gatebox__note">Investors and production companies can ask for what is behind the NDA.</p>}
      {isAsking && <Suspense><RequestDialog pitch={pitch} onClose={() => setAsking(false)} /></Suspense>}
    </>
  );
}

/** The next step on the ladder: for a reader the promise or the NDA, for the owner who waits. */
export default function RequestPanel({ pitch }: { pitch: Pitch }) {
  return pitch.tier === 'owner' ? <OwnerRequests pitch={pitch} /> : <ReaderSteps pitch={pitch} />;
}
