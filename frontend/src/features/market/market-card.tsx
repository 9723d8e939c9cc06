import type { ReactNode } from 'react';
import type { Match } from '../../../../worker/features/market/schema.ts';
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
  match?: Match | undefined;
  tools?: ReactNode;
}

/** A range stays on one line: word joiners around its dash. */
const unbroken = (text: string): string => text.replace(/\u2013/g, '\u2060\u2013\u2060');

/** A pitch of the market as a card. */
export function MarketCard({ pitch, sizes, load = 'lazy', headingLevel = 2, match, tools }: MarketCardProps) {
  const { title, logline, poster, stats: { views, watchers } } = pitch;
  const money = [pitch.stage && stageLabel(pitch.stage), pitch.budgetBand && unbroken(budgetBandLabel(pitch.budgetBand))].filter(Boolean).join(' · ');
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
      found={match}
      tools={tools}
    />
  );
}
