import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Ladder } from '../../ui/ladder.tsx';
import { seenSentence } from './seen-sentence.ts';
import { rungsOf } from './rungs.ts';

const DocumentList = lazy(() => import('../documents/document-list.tsx'));
const RequestPanel = lazy(() => import('../ndas/request-panel.tsx'));

function Step({ pitch }: { pitch: Pitch }) {
  const { pathname } = useLocation();
  if (pitch.tier === 'public') {
    return pitch.locked.length === 0 ? null : (
      <>
        <ButtonLink kind="primary" block className="mt-6" to={paths.signIn.href(pathname)}>Sign in to see more</ButtonLink>
        <p className="gatebox__note">No account yet? <Link className="link" to={paths.join.href()}>Join</Link>; it costs nothing and takes a minute.</p>
      </>
    );
  }
  return (
    <Suspense>
      <RequestPanel pitch={pitch} />
      <DocumentList pitch={pitch} />
    </Suspense>
  );
}

/** What there is, what each step is, and where the reader stands. */
export function GatePanel({ pitch }: { pitch: Pitch }) {
  return (
    <aside className="gatebox" id="gate" aria-labelledby="gate-heading">
      <div className="card">
        <div className="card__body gatebox__top">
          <h2 className="t-h2" id="gate-heading">Behind the gate</h2>
          <p className="t-2">{seenSentence(pitch)}</p>
        </div>
        <div className="card__body">
          <Ladder rungs={rungsOf(pitch)} />
          <Step pitch={pitch} />
        </div>
      </div>
    </aside>
  );
}
