import { paths } from '../../app/paths.ts';
import { countOf } from '../../lib/format.ts';
import { PitchCard } from '../../ui/pitch-card.tsx';
import type { LabelOf } from '../catalogue/api.ts';
import { genreLine } from './genre-line.ts';
import type { PitchCardData } from './types.ts';

interface MarketCardProps {
  pitch: PitchCardData;
  labelOf: LabelOf;
  sizes: string;
  eager?: boolean;
  headingLevel?: 2 | 3;
}

/** A pitch of the market as a card. */
export function MarketCard({ pitch, labelOf, sizes, eager = false, headingLevel = 2 }: MarketCardProps) {
  const { views, watchers } = pitch.stats;
  return (
    <PitchCard
      href={paths.pitch.href(pitch.slug)}
      title={pitch.title}
      logline={pitch.logline}
      meta={[`${labelOf('formats', pitch.format)} · ${genreLine(pitch.genres, labelOf)}`, `${labelOf('stages', pitch.stage)} · ${labelOf('budgetBands', pitch.budgetBand)}`]}
      signals={[views > 0 && countOf(views, 'view'), watchers > 0 && `${countOf(watchers, 'person', 'people')} watching`].filter((signal) => signal !== false)}
      gate={pitch.ndaRequired ? { open: false, text: 'NDA for protected parts' } : { open: true, text: 'No NDA needed' }}
      poster={pitch.poster}
      sizes={sizes}
      eager={eager}
      headingLevel={headingLevel}
    />
  );
}
