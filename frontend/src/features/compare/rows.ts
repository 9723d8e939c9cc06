import { askKinds, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { formatCount, formatDay, formatList, formatMoney, lowerFirst } from '../../lib/format.ts';
import { budgetBandLabel, formatLabel, genreLine, stageLabel } from '../catalogue/labels.ts';

export interface CompareRow {
  term: string;
  /** One a pitch; null where its owner says nothing. */
  values: readonly (string | null)[];
  figures: boolean;
  differs: boolean;
}

type Fact = [term: string, valueOf: (pitch: Pitch) => string | null, figures?: 'figures'];

/** Public facts only: what a further step would open is named nowhere in here. */
const facts: readonly Fact[] = [
  ['Format', ({ format }) => formatLabel(format)],
  ['Genres', ({ genres }) => genreLine(genres)],
  ['Stage', ({ stage }) => stage && stageLabel(stage)],
  ['Budget band', ({ budgetBand }) => budgetBand && budgetBandLabel(budgetBand)],
  ['Ask', ({ ask }) => ask && `${formatMoney(ask.amount, ask.currency)} ${lowerFirst(labelOf(askKinds, ask.kind))}`],
  ['Seeks investment', ({ seekingInvestment }) => (seekingInvestment ? 'Yes' : 'No')],
  ['Made by', ({ creator }) => [creator.name, creator.companyName].filter(Boolean).join(', ')],
  ['Signed team', ({ team }) => (team.length === 0 ? null : `${team.filter(({ status }) => status === 'signed').length} of ${team.length}`)],
  ['Comps', ({ comps }) => (comps.length === 0 ? null : formatList(comps.map(({ title, year }) => `${title} (${year})`)))],
  ['Themes', ({ themes }) => (themes.length === 0 ? null : formatList(themes))],
  ['Protected parts', ({ ndaRequired }) => (ndaRequired ? 'Some need an NDA' : 'No NDA needed')],
  ['Published', ({ publishedAt }) => publishedAt && formatDay(publishedAt)],
  ['Views', ({ stats }) => formatCount(stats.views), 'figures'],
  ['Watching', ({ stats }) => formatCount(stats.watchers), 'figures'],
  ['Likes', ({ stats }) => formatCount(stats.likes), 'figures'],
];

export const compareRows = (pitches: readonly Pitch[]): CompareRow[] => facts.map(([term, valueOf, figures]) => {
  const values = pitches.map(valueOf);
  return { term, values, figures: figures === 'figures', differs: new Set(values).size > 1 };
});

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids of an address, each once, as many as fit; what is no id is dropped. */
export const readIds = (params: URLSearchParams, most: number): string[] => [...new Set((params.get('ids') ?? '').split(',').filter((id) => uuid.test(id)))].slice(0, most);
