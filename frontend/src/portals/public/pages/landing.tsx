import { useQuery } from '@tanstack/react-query';
import { paths } from '../../../app/paths.ts';
import { facetsQuery, newestQuery } from '../../../features/market/api.ts';
import { totalOf } from '../../../features/market/total.ts';
import { cx } from '../../../lib/class-names.ts';
import { usePage } from '../../../lib/use-page.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Doors } from '../landing/doors.tsx';
import { HowItWorks } from '../landing/how-it-works.tsx';
import { Newest } from '../landing/newest.tsx';
import { Wall } from '../landing/wall.tsx';
import './landing.css';

const wallSize = 9;

export default function Landing() {
  usePage({ title: 'Where films meet money and makers' });
  const newest = useQuery(newestQuery);
  const total = useQuery(facetsQuery({})).data;
  // The row below shows the first six: the wall begins with the others.
  const wall = newest.data && [...newest.data.slice(6), ...newest.data.slice(0, 6)].filter((pitch) => pitch.poster !== null).slice(0, wallSize);
  const hasWall = wall === undefined ? newest.error === null : wall.length >= 3;
  return (
    <>
      <section className="lead">
        <div className={cx('wrap lead__in', !hasWall && 'lead__in--bare')}>
          <div>
            <h1 className="t-display">The page before the film</h1>
            <p className="t-lead lead__sub">Pitchey is where film and television projects meet the people who finance and make them. You decide who reads what. Both sides see the record.</p>
            <div className="row row--wrap mt-8">
              <ButtonLink kind="primary" size="lg" to={paths.join.href('creator')}>Put up a project</ButtonLink>
              <ButtonLink size="lg" to={paths.browse.href()}>Browse {total?.total ? totalOf(total, 'pitch', 'pitches') : 'pitches'}</ButtonLink>
            </div>
          </div>
          {hasWall && <Wall pitches={wall} />}
        </div>
      </section>
      <div className="wrap">
        <Doors />
        <HowItWorks />
        <Newest pitches={newest.data} total={total} error={newest.error} onRetry={() => void newest.refetch()} />
      </div>
    </>
  );
}
