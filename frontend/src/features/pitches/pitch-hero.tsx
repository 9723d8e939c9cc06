import { Link, useLocation } from 'react-router';
import type { ReactNode } from 'react';
import { askKinds, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatDay, formatMoney, lowerFirst } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Poster } from '../../ui/poster.tsx';
import { posterSizes } from '../../ui/poster-source.ts';
import { lengthWords } from './length-facts.ts';
import { FollowCreator } from '../follows/follow-creator.tsx';
import { budgetBandLabel, formatLabel, genreLine, stageLabel } from '../catalogue/labels.ts';

/** Who has a document on file and confirmed it themselves, of all that are named. */
function attached(team: Pitch['team']): string {
  const count = team.filter(({ status, hasProof, confirmedAt }) => status !== 'interested' && hasProof && confirmedAt !== null).length;
  return `${count} of ${team.length}${count > 0 ? ', with proof' : ''}`;
}

function factsOf({ stage, budgetBand, ask, seekingInvestment, team, publishedAt }: Pitch): Fact[] {
  const facts: (Fact | false)[] = [
    stage !== null && { term: 'Stage', value: stageLabel(stage) },
    budgetBand !== null && { term: 'Budget band', value: budgetBandLabel(budgetBand) },
    ask !== null && { term: 'Ask', value: `${formatMoney(ask.amount, ask.currency)} ${lowerFirst(labelOf(askKinds, ask.kind))}` },
    ask === null && seekingInvestment && { term: 'Seeking', value: 'Investment' },
    team.length > 0 && { term: 'Attached', value: attached(team) },
    publishedAt !== null && { term: 'Published', value: formatDay(publishedAt) },
  ];
  return facts.filter((fact) => fact !== false);
}

/** The address to hand on: whoever comes by it is counted as shared, and it names no preview of its owner's. */
const sharedAddress = (slug: string): string => `${window.location.origin}${paths.pitch.href(slug)}?via=share`;

/** A dark room in both themes, so that the poster is the light source. `actions`: what this reader may do here. */
export function PitchHero({ pitch, actions }: { pitch: Pitch; actions?: ReactNode }) {
  const { pathname } = useLocation();
  const { title, logline, poster, creator } = pitch;
  const under = [creator.headline, creator.companyName].filter(Boolean).join(', ');
  return (
    <section className="hero" data-theme="dark" aria-label={title}>
      <div className="hero__in">
        <Poster className="hero__poster" title={title} image={poster} sizes={posterSizes.hero} load="first" decorative={poster === null} />
        <div className="hero__body">
          <div className="hero__top">
            <p className="hero__kick"><span>{formatLabel(pitch.format)}</span><span>{genreLine(pitch.genres)}</span>{lengthWords(pitch.details).map((words) => <span key={words}>{words}</span>)}</p>
            <h1 className="t-display">{title}</h1>
          </div>
          <p className="t-lead hero__log">{logline}</p>
          <div className="hero__by row">
            <Avatar name={creator.name} />
            <div>
              <p className="t-medium"><Link className="link" to={paths.person.href(creator.handle)}>{creator.name}</Link></p>
              {under !== '' && <p className="t-xs t-2">{under}</p>}
            </div>
            {pitch.tier !== 'owner' && <FollowCreator pitchId={pitch.id} creator={creator} />}
          </div>
          <Facts className="hero__facts" facts={factsOf(pitch)} />
          <div className="hero__act">
            {pitch.tier === 'public' && pitch.locked.length > 0 && <ButtonLink kind="primary" size="lg" to={paths.signIn.href(pathname)}>Sign in to see more</ButtonLink>}
            {actions}
            <CopyLink what="this pitch" address={sharedAddress(pitch.slug)} size="lg" mark />
          </div>
        </div>
      </div>
    </section>
  );
}
