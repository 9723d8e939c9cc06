import type { PitchCard as PitchCardData } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { countOf } from '../../lib/format.ts';
import { PitchCard } from '../../ui/pitch-card.tsx';
import { budgetBandLabel, formatLabel, genreLine, stageLabel } from '../catalogue/labels.ts';

interface MarketCardProps {
  pitch: PitchCardData;
  sizes: string;
  load?: 'first' | 'soon' | 'lazy';
  headingLevel?: 2 | 3;
}

/** A pitch of the market as a card. */
export function MarketCard({ pitch, sizes, load = 'lazy', headingLevel = 2 }: MarketCardProps) {
  const { title, logline, poster, stats: { views, watchers } } = pitch;
  const money = [pitch.stage && stageLabel(pitch.stage), pitch.budgetBand && budgetBandLabel(pitch.budgetBand)].filter(Boolean).join(' · ');
  return (
    <PitchCard
      href={paths.pitch.href(pitch.slug)}
      title={title}
      logline={logline}
      meta={[`${formatLabel(pitch.format)} · ${genreLine(pitch.genres)}`, money]}
      signals={[views > 0 && countOf(views, 'view'), watchers > 0 && `${countOf(watchers, 'person', 'people')} watching`].filter((signal) => signal !== false)}
      gate={pitch.ndaRequired ? { open: false, text: 'NDA for protected parts' } : { open: true, text: 'No NDA needed' }}
      poster={poster}
      sizes={sizes}
      load={load}
      headingLevel={headingLevel}
    />
  );
}
