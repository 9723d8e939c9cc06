// What stands on a one-sheet: public words only. The type takes no protected text, so that none can be set, even by its owner; the finance plan says its gate.
import { askKinds, labelOf, teamStatuses } from '../../../../worker/features/catalogue/lists.ts';
import { billings } from '../../../../worker/features/pitches/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { formatMoney, lowerFirst } from '../../lib/format.ts';
import { budgetBandLabel, formatLabel, genreLine, stageLabel } from '../catalogue/labels.ts';
import { planSentence } from '../pitches/finance-words.ts';
import { lengthFacts } from '../pitches/length-facts.ts';

export type PublicPitch = Pick<Pitch, 'title' | 'logline' | 'synopsis' | 'format' | 'genres' | 'stage' | 'budgetBand' | 'ask' | 'seekingInvestment' | 'tone' | 'comps' | 'team' | 'characters' | 'details' | 'whyNow' | 'audience' | 'creator' | 'slug' | 'financePlan'>;

export interface SheetContent {
  kicker: string;
  title: string;
  logline: string;
  by: string;
  facts: { term: string; value: string }[];
  synopsis: string;
  /** Short parts, in the order in which they give way when the page is full. */
  parts: { title: string; lines: string[] }[];
}

const standing = ({ status, hasProof, confirmedAt }: PublicPitch['team'][number]): string =>
  status !== 'interested' && hasProof && confirmedAt !== null ? 'attached' : lowerFirst(labelOf(teamStatuses, status));

/** Words of the sheet, from what everyone may read. */
export function sheetContent(pitch: PublicPitch): SheetContent {
  const { ask, creator, stage, budgetBand } = pitch;
  // The owner holds the plan whatever its gate is, and so may a member: only what everyone may read goes on.
  const plan = pitch.financePlan?.gate === 'public' ? pitch.financePlan : null;
  const parts: SheetContent['parts'] = [
    { title: 'Team', lines: pitch.team.slice(0, 7).map((member) => `${member.name}, ${member.role} (${standing(member)})`) },
    { title: 'Money', lines: plan === null ? [] : [planSentence(plan)] },
    { title: 'Characters', lines: pitch.characters.slice(0, 5).map(({ name, billing, ageRange }) => [name, lowerFirst(labelOf(billings, billing)), ageRange].filter(Boolean).join(', ')) },
    { title: 'Comps', lines: pitch.comps.slice(0, 4).map(({ title, year }) => `${title} (${year})`) },
    { title: 'Tone', lines: [pitch.tone] },
    { title: 'Audience', lines: [pitch.audience] },
    { title: 'Why now', lines: [pitch.whyNow] },
  ];
  return {
    kicker: `${formatLabel(pitch.format)}  ·  ${genreLine(pitch.genres)}`,
    title: pitch.title,
    logline: pitch.logline,
    by: [creator.name, creator.headline, creator.companyName].filter(Boolean).join(', '),
    facts: [
      ...lengthFacts(pitch.details),
      ...(stage === null ? [] : [{ term: 'Stage', value: stageLabel(stage) }]),
      ...(budgetBand === null ? [] : [{ term: 'Budget band', value: budgetBandLabel(budgetBand) }]),
      ...(ask === null ? (pitch.seekingInvestment ? [{ term: 'Seeking', value: 'Investment' }] : []) : [{ term: 'Ask', value: `${formatMoney(ask.amount, ask.currency)} ${lowerFirst(labelOf(askKinds, ask.kind))}` }]),
    ],
    synopsis: pitch.synopsis,
    parts: parts.map(({ title, lines }) => ({ title, lines: lines.filter((line) => line !== '') })).filter(({ lines }) => lines.length > 0),
  };
}
