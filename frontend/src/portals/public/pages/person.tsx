import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Person as PersonData } from '../../../../../worker/features/people/schema.ts';
import { paths } from '../../../app/paths.ts';
import { portalNames } from '../../../app/portal-names.ts';
import { MarketCard } from '../../../features/market/market-card.tsx';
import { answerSentence } from '../../../features/people/answer-sentence.ts';
import { personQuery } from '../../../features/people/api.ts';
import { CreditsList } from '../../../features/people/credits-list.tsx';
import { PersonHead } from '../../../features/people/person-head.tsx';
import { Prose } from '../../../features/pitches/prose.tsx';
import { ApiError } from '../../../lib/http.ts';
import { useSession } from '../../../lib/session.ts';
import { usePage } from '../../../lib/use-page.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorPanel } from '../../../ui/error-panel.tsx';
import { PosterGridSkeleton } from '../../../ui/poster-grid-skeleton.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import './browse.css';
import '../../../features/people/people.css';

const isMissing = (error: unknown) => error instanceof ApiError && error.status === 404;

function Nobody() {
  const { user } = useSession();
  return (
    <div className="wrap py-24">
      <h1 className="t-title">There is nobody here</h1>
      <p className="t-read t-2 mt-4">The address may be mistyped, or the account behind it is gone. Where one of two people has blocked the other, neither sees the other’s profile.</p>
      <div className="row row--wrap mt-8">
        <ButtonLink kind="primary" to={paths.browse.href()}>Browse pitches</ButtonLink>
        {user !== null && <ButtonLink to={`${paths.account.href()}#blocked`}>Whom you have blocked</ButtonLink>}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className="wrap person" aria-busy="true">
      <h1 className="visually-hidden">Profile</h1>
      <Skeleton shape="panel" />
      <div className="person__main mt-6"><PosterGridSkeleton count={4} className="posters" /></div>
    </div>
  );
}

function Pitches({ pitches }: { pitches: PersonData['pitches'] }) {
  return (
    <section aria-labelledby="pitches-heading" className="person__main">
      <h2 className="t-h2 mb-4" id="pitches-heading">Published pitches</h2>
      {pitches.length === 0 && <p className="t-2">Nothing in the market just now.</p>}
      {pitches.length > 0 && (
        <ul className="posters">
          {pitches.map((pitch, index) => <li key={pitch.id}><MarketCard pitch={pitch} sizes="(max-width: 760px) 50vw, 200px" load={index < 4 ? 'first' : 'lazy'} headingLevel={3} /></li>)}
        </ul>
      )}
    </section>
  );
}

/** A person or company as everybody may see them. */
export default function Person() {
  const { handle = '' } = useParams();
  const { data: person, error, refetch, isFetching } = useQuery(personQuery(handle.toLowerCase()));
  const title = isMissing(error) ? 'Nobody here' : person?.name;
  usePage({ title, ...(person?.headline && { description: person.headline }) });
  if (person === undefined) {
    if (isMissing(error)) return <Nobody />;
    if (error) return <div className="wrap py-16"><ErrorPanel headingLevel={1} title="The profile didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>;
    return <Waiting />;
  }
  const { bio, credits, portal, answers, pitches } = person;
  const about = bio !== null && <section aria-labelledby="about-heading"><h2 className="t-h2 mb-3" id="about-heading">About</h2><Prose text={bio} /></section>;
  // An investor looks for projects and pitches none: what they say of themselves stands in that place.
  const isReader = portal === 'investor' && pitches.length === 0;
  return (
    <div className="wrap person">
      <PersonHead person={person} kind={portalNames[portal]} />
      <div className="person__cols">
        {isReader ? <div className="person__main">{about || <p className="t-2">{person.name} looks for projects here and pitches none.</p>}</div> : <Pitches pitches={pitches} />}
        <div className="person__side">
          {!isReader && about}
          <section aria-labelledby="credits-heading">
            <h2 className="t-h2 mb-3" id="credits-heading">Credits</h2>
            {credits.length > 0 ? <><CreditsList credits={credits} /><p className="t-xs t-3 mt-3">As {person.name} lists them; nobody has checked them.</p></> : <p className="t-2">None listed.</p>}
          </section>
          {portal !== 'investor' && <section aria-labelledby="answers-heading"><h2 className="t-h2 mb-3" id="answers-heading">Response time</h2><p className="t-2">{answerSentence(answers)}</p></section>}
        </div>
      </div>
    </div>
  );
}
