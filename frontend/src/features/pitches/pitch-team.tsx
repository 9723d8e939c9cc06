import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';

type Member = Pitch['team'][number];

function Standing({ status, hasProof }: Pick<Member, 'status' | 'hasProof'>) {
  if (status === 'signed') return hasProof ? <Badge tone="positive" icon="check">Signed, proof on file</Badge> : <Badge>Signed, no proof on file</Badge>;
  if (status === 'letter_of_intent') return hasProof ? <Badge tone="notice">Letter of intent, on file</Badge> : <Badge>Letter of intent, not on file</Badge>;
  return <Badge tone="line">Interested</Badge>;
}

export function PitchTeam({ team }: { team: Pitch['team'] }) {
  return (
    <ul className="list">
      {team.map(({ name, role, status, hasProof }) => (
        <li key={`${name}/${role}`} className="team">
          <Avatar name={name} />
          <div>
            <p className="t-medium">{name}</p>
            <p className="t-xs t-2">{role}</p>
          </div>
          <Standing status={status} hasProof={hasProof} />
        </li>
      ))}
    </ul>
  );
}
