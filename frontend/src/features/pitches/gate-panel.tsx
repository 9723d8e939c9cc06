import { Link, useLocation } from 'react-router';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Ladder } from '../../ui/ladder.tsx';
import { seenSentence } from './seen-sentence.ts';
import { rungsOf } from './rungs.ts';

function Step({ pitch }: { pitch: Pitch }) {
  const { pathname } = useLocation();
  const name = pitch.creator.name;
  if (pitch.tier === 'owner') return <p className="gatebox__note">This is your pitch: everything is open to you. Others see the ladder from where they stand.</p>;
  if (pitch.locked.length === 0) return null;
  if (pitch.tier === 'public') {
    return (
      <>
        <ButtonLink kind="primary" block className="mt-6" to={paths.signIn.href(pathname)}>Sign in to see more</ButtonLink>
        <p className="gatebox__note">No account yet? <Link className="link" to={paths.join.href()}>Join</Link>; it costs nothing and takes a minute.</p>
      </>
    );
  }
  if (pitch.locked.some(({ gate }) => gate === 'nda')) return <p className="gatebox__note">What is behind the NDA opens once you and {name} have both signed. Nothing of it is shown before, not even in part.</p>;
  return null;
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
