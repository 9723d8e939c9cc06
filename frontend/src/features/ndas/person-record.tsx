import type { NdaCard } from '../../../../worker/features/ndas/schema.ts';
import { countOf, formatDay } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import type { Reading } from './api.ts';
import { duration } from './words.ts';

const portals: Record<string, string> = { creator: 'Creator', investor: 'Investor', production: 'Production company' };

/** One side as the other sees it: facts of this platform, no score. */
export function PersonRecord({ person, record, as }: { person: NdaCard['signer']; record: Reading['signer']; as: 'reader' | 'owner' }) {
  const answers = record.answersInSeconds === null ? 'None yet' : `${duration(record.answersInSeconds)} as a rule, ${countOf(record.answered, 'answer')}`;
  return (
    <section aria-label={person.name}>
      <div className="row">
        <Avatar name={person.name} company={person.portal === 'production'} />
        <div className="grow">
          <p className="t-medium">{person.name}</p>
          <p className="t-xs t-2">{[person.company, portals[person.portal] ?? person.portal].filter(Boolean).join(', ')}</p>
        </div>
      </div>
      <p className="row row--wrap mt-3">
        {record.verifiedCompany !== null ? <Badge tone="positive" icon="check">Verified: {record.verifiedCompany}</Badge> : <Badge tone="line">Company not verified</Badge>}
        {record.hasPassport && <Badge tone="notice" icon="sign">Holds a passport</Badge>}
      </p>
      <div className="mt-4">
        <Definitions
          facts={[
            { term: 'Member since', value: formatDay(record.memberSince) },
            ...(as === 'reader' ? [
              { term: 'Agreements signed', value: String(record.signed) },
              { term: 'Open now', value: String(record.open) },
              { term: 'Closed early by an owner', value: String(record.revoked) },
            ] : [{ term: 'Answers in', value: answers }]),
          ]}
        />
      </div>
    </section>
  );
}
