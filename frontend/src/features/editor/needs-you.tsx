import type { PitchMine } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatAgo } from '../../lib/format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Poster } from '../../ui/poster.tsx';
import { useMaker } from './maker.ts';

/** Drafts that are one step from the market, the nearest first. */
export function NeedsYou({ pitches }: { pitches: readonly PitchMine[] }) {
  const maker = useMaker();
  const drafts = pitches.filter(({ status }) => status === 'draft').toSorted((left, right) => requiredOf(left) - requiredOf(right)).slice(0, 3);
  if (drafts.length === 0) return null;
  return (
    <section className="needs" aria-label="Needs you">
      <ul className="list">
        {drafts.map((pitch) => {
          const next = pitch.completeness.missing.find(({ required }) => required);
          return (
            <li key={pitch.id} className="needs__row">
              <Poster title={pitch.title} image={pitch.poster} size="sm" decorative />
              <div className="grow">
                <p className="t-medium"><span className="t-serif">{pitch.title}</span> {next ? 'is not ready to publish' : 'is ready to publish'}</p>
                <p className="t-xs t-2">{next ? next.why : 'Everything a reader needs is there.'} Changed {formatAgo(pitch.updatedAt)}.</p>
              </div>
              <ButtonLink to={paths.editPitch.href(maker, pitch.id)}>{next ? 'Continue' : 'Review and publish'}</ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const requiredOf = ({ completeness }: PitchMine): number => completeness.missing.filter(({ required }) => required).length;
