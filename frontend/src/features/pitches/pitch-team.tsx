import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';

type Member = Pitch['team'][number];

/** Attached is a document and the person's own click; whatever of it is missing is said. */
function Standing({ status, hasProof, confirmedAt }: Pick<Member, 'status' | 'hasProof' | 'confirmedAt'>) {
  if (status === 'interested') return <Badge tone="line">Interested</Badge>;
  const what = status === 'signed' ? 'Signed' : 'Letter of intent';
  if (hasProof && confirmedAt !== null) return <Badge tone={status === 'signed' ? 'positive' : 'notice'} icon="check">{what}, proof on file, confirmed</Badge>;
  if (hasProof) return <Badge>{what}, proof on file, not yet confirmed</Badge>;
  return <Badge>{confirmedAt === null ? `${what}, no proof on file` : `${what}, confirmed, no proof on file`}</Badge>;
}

export function PitchTeam({ team }: { team: Pitch['team'] }) {
  return (
    <ul className="list">
      {team.map(({ name, role, status, hasProof, confirmedAt }) => (
        <li key={`${name}/${role}`} className="team">
          <Avatar name={name} />
          <div>
            <p className="t-medium">{name}</p>
            <p className="t-xs t-2">{role}</p>
          </div>
          <Standing status={status} hasProof={hasProof} confirmedAt={confirmedAt} />
        </li>
      ))}
    </ul>
  );
}
