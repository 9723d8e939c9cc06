import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { JoinForm } from '../../../features/identity/join-form.tsx';
import { usePage } from '../../../lib/use-page.ts';
import { CheckMail } from '../identity/check-mail.tsx';
import { doors, DoorChoice, type Door } from '../identity/door-choice.tsx';
import '../identity/identity.css';

const readDoor = (value: string | null): Door => doors.find((door) => door.portal === value)?.portal ?? 'creator';

export default function Join() {
  usePage({ title: 'Join', description: 'Join Pitchey as a creator, an investor or a production company.' });
  const [params, setParams] = useSearchParams();
  const [sentTo, setSentTo] = useState<string | null>(null);
  // State of its own: the address follows in a transition, and a radio must answer at once.
  const [door, setDoor] = useState(() => readDoor(params.get('door')));
  if (sentTo !== null) return <CheckMail address={sentTo} onChange={() => setSentTo(null)} />;
  return (
    <section className="wrap joinpage">
      <h1 className="t-title">Join: choose a door</h1>
      <p className="t-2 mt-1">Already here? <Link className="link" to={paths.signIn.href()}>Sign in</Link> instead.</p>
      <DoorChoice value={door} onChange={(next) => { setDoor(next); setParams({ door: next }, { replace: true }); }} />
      <JoinForm portal={door} onSent={setSentTo} />
    </section>
  );
}
