import type { Person } from '../../../../worker/features/people/schema.ts';
import { countOf, formatDay } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { PersonActions } from './person-actions.tsx';

/** "https://flint.example/work" as people write it. */
const bare = (website: string): string => website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/** `kind`: the portal in a word, "Creator". */
export function PersonHead({ person, kind }: { person: Person; kind: string }) {
  const { name, headline, companyName, location, website, followers, joinedAt, portal, pitches } = person;
  const facts: (Fact | false)[] = [
    location !== null && { term: 'Based in', value: location },
    // The address is a person's own word: no referrer, no credit.
    website !== null && { term: 'Website', value: <a className="link" href={website} rel="nofollow noopener ugc" target="_blank">{bare(website)}</a> },
    { term: 'Followers', value: countOf(followers, 'person', 'people') },
    (portal !== 'investor' || pitches.length > 0) && { term: 'Published', value: countOf(pitches.length, 'pitch', 'pitches') },
    { term: 'Member since', value: formatDay(joinedAt) },
  ];
  return (
    <header className="phead">
      <Avatar name={name} size="lg" company={portal === 'production'} />
      <div className="grow">
        <p className="t-xs t-2">{kind}{companyName !== null && companyName !== name && `, ${companyName}`}</p>
        <h1 className="t-title">{name}</h1>
        {headline !== null && <p className="t-lead t-2 mt-2">{headline}</p>}
        <Facts className="phead__facts" facts={facts.filter((fact) => fact !== false)} />
      </div>
      <div className="phead__act"><PersonActions person={person} /></div>
    </header>
  );
}
