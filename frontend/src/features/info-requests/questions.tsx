import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { Nda } from '../../../../worker/features/ndas/schema.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { questionsQuery } from './api.ts';
import { AskForm } from './ask-form.tsx';
import { QuestionItem } from './question-item.tsx';
import './questions.css';

/** What one side wants to know before deciding, and the other's answers. They go into the evidence as well. */
export default function Questions({ nda }: { nda: Nda }) {
  const { user } = useSession();
  const [isAsking, setAsking] = useState(false);
  const { data, error, refetch, isFetching } = useQuery(questionsQuery(nda.id));
  const { hash } = useLocation();
  const place = useRef<HTMLElement>(null);
  const isSettled = data !== undefined || error !== null;
  const isOpen = nda.status === 'signed';
  const isOwner = user?.id === nda.owner.id;
  // This part comes after the page has settled: the browser looked for the anchor when there was none yet.
  useEffect(() => {
    if (hash !== '#questions' || !isSettled) return;
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.focus({ preventScroll: true });
  }, [hash, isSettled]);
  return (
    <section ref={place} tabIndex={-1} className="questions" id="questions" aria-labelledby="questions-title">
      <div className="row between">
        <h2 className="t-h3" id="questions-title">Questions</h2>
        {isOpen && !isAsking && <Button size="sm" onClick={() => setAsking(true)}>Ask {isOwner ? nda.signer.name : nda.owner.name}</Button>}
      </div>
      {isAsking && <AskForm ndaId={nda.id} other={isOwner ? nda.signer.name : nda.owner.name} onClose={() => setAsking(false)} />}
      {error && data === undefined && <ErrorPanel title="The questions didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
      {data?.length === 0 && !isAsking && <p className="t-2 mt-2">{isOpen ? 'None yet. What is asked and answered here stays under the agreement.' : 'None were asked.'}</p>}
      {data && data.length > 0 && user && <ul className="list mt-3">{data.map((question) => <QuestionItem key={question.id} question={question} userId={user.id} pitchId={nda.pitch.id} isOwner={isOwner} isOpen={isOpen} />)}</ul>}
    </section>
  );
}
