// What a format asks for on top of what every pitch has: its own fields, why they matter, and how its synopsis is built. Plain data for
// the browser, the checks and the documents alike.
import type { Format } from '../catalogue/lists.ts';

export const detailNames = ['language', 'runtimeMinutes', 'pages', 'episodes', 'episodeMinutes', 'seasonArc', 'accessRights', 'technique', 'formatEngine'] as const;
export type DetailName = (typeof detailNames)[number];

export interface DetailField {
  label: string;
  hint: string;
  why: string;
  /** Largest number, for a number; longest text in characters, for a text. */
  kind: 'number' | 'line' | 'text';
  max: number;
}

export const detailFields: Record<DetailName, DetailField> = {
  language: { label: 'Language', hint: 'Of the dialogue, and where it is set: “English, Northern Isles”.', why: 'Buyers and funds are bound to languages.', kind: 'line', max: 80 },
  runtimeMinutes: { label: 'Running time', hint: 'In minutes, as planned.', why: 'Slots, festivals and budgets are counted in minutes.', kind: 'number', max: 600 },
  pages: { label: 'Script pages', hint: 'Of the current draft.', why: 'Pages say how long it is and how far the script has come.', kind: 'number', max: 1000 },
  episodes: { label: 'Episodes', hint: 'In the first season.', why: 'A season is bought by episodes.', kind: 'number', max: 200 },
  episodeMinutes: { label: 'Minutes an episode', hint: 'Without breaks.', why: 'Minutes decide the slot, and most of the cost.', kind: 'number', max: 240 },
  seasonArc: { label: 'Beyond season one', hint: 'What carries it on: the question that season one does not answer.', why: 'A returning series is bought for the seasons that are not written yet.', kind: 'text', max: 2000 },
  accessRights: { label: 'Access and rights', hint: 'Who has agreed to be filmed, on which paper; archive, music and life rights, and what is still open.', why: 'A documentary without its access is an idea: this is asked first.', kind: 'text', max: 4000 },
  technique: { label: 'Technique', hint: 'Drawn, stop motion, 3D, cut-out, mixed; with which pipeline.', why: 'The technique is the look, the schedule and the budget at once.', kind: 'line', max: 200 },
  formatEngine: { label: 'Format engine', hint: 'What happens in every episode: rules, beats, stakes, and what changes each time.', why: 'A format is sold by what repeats; the engine is what is licensed.', kind: 'text', max: 4000 },
};

export interface Template {
  /** How its synopsis is built. */
  synopsis: string;
  /** What to write it along: the beginning of each paragraph. By itself too short to be published. */
  outline: readonly string[];
  /** The fields it asks for, in the order of the form. */
  details: readonly DetailName[];
}

export const templates: Record<Format, Template> = {
  feature: { synopsis: 'One page, present tense, ending told: who wants what, what stands in the way, what it costs.', outline: ['Who wants what:', 'What starts it:', 'What stands in the way:', 'No way back:', 'The end:'], details: ['runtimeMinutes', 'language', 'pages'] },
  short: { synopsis: 'Half a page, present tense, ending told. One situation, one turn.', outline: ['The situation:', 'The turn:', 'The end:'], details: ['runtimeMinutes', 'language'] },
  limited_series: { synopsis: 'The whole story in a page, ending told; then a line an episode.', outline: ['The whole story:', 'Episode 1:', 'Episode 2:', 'Episode 3:', 'The last episode:'], details: ['episodes', 'episodeMinutes', 'language'] },
  returning_series: { synopsis: 'The world and what keeps happening in it; the pilot; where the season ends.', outline: ['What keeps happening:', 'Who lives there:', 'The pilot:', 'Where season one ends:'], details: ['episodes', 'episodeMinutes', 'language', 'seasonArc'] },
  pilot: { synopsis: 'The pilot in half a page, ending told; then what the series is.', outline: ['The pilot, to its end:', 'The series after it:', 'Why one comes back:'], details: ['runtimeMinutes', 'language', 'pages', 'seasonArc'] },
  tv_movie: { synopsis: 'One page, present tense, ending told, with the act breaks.', outline: ['Act one:', 'Act two:', 'Act three:', 'The last act, to its end:'], details: ['runtimeMinutes', 'language', 'pages'] },
  documentary_feature: { synopsis: 'Who we follow, over what time, towards what; what may happen and what has already.', outline: ['Who we follow:', 'What is at stake:', 'What has happened:', 'What may happen:'], details: ['runtimeMinutes', 'language', 'accessRights'] },
  documentary_series: { synopsis: 'The question of the series; who we follow; a line an episode.', outline: ['The question:', 'Who we follow:', 'Episode 1:', 'Episode 2:', 'The answer:'], details: ['episodes', 'episodeMinutes', 'language', 'accessRights'] },
  animation: { synopsis: 'The story to its end, and what animation lets it do that nothing else could.', outline: ['Who wants what:', 'What starts it:', 'What only animation can show:', 'The end:'], details: ['technique', 'runtimeMinutes', 'language'] },
  web_series: { synopsis: 'The situation, the people, how an episode goes, and where it is watched.', outline: ['The situation:', 'How an episode goes:', 'Where it is watched:', 'The end of the season:'], details: ['episodes', 'episodeMinutes', 'language'] },
  unscripted: { synopsis: 'What we watch and why it cannot be predicted; an episode from beginning to end.', outline: ['What we watch:', 'An episode from beginning to end:', 'Who takes part:', 'What changes each time:'], details: ['formatEngine', 'episodes', 'episodeMinutes', 'language'] },
};

/** Where money for a film comes from, by the field's words. */
export const financeKinds = [
  { value: 'equity', label: 'Equity' },
  { value: 'senior_loan', label: 'Senior loan' },
  { value: 'presale', label: 'Presales' },
  { value: 'tax_credit', label: 'Tax credit or rebate' },
  { value: 'gap', label: 'Gap' },
  { value: 'mezzanine', label: 'Mezzanine' },
  { value: 'grant', label: 'Grant' },
  { value: 'co_production', label: 'Co-production' },
  { value: 'deferment', label: 'Deferments' },
  { value: 'other', label: 'Other' },
] as const;
export type FinanceKind = (typeof financeKinds)[number]['value'];

/** How firm it is, the firmest first. */
export const financeStatuses = [
  { value: 'secured', label: 'Secured', hint: 'Signed, nothing open' },
  { value: 'committed', label: 'Committed', hint: 'Agreed, with conditions open' },
  { value: 'sought', label: 'Sought', hint: 'Nobody has agreed yet' },
] as const;
export type FinanceStatus = (typeof financeStatuses)[number]['value'];

/** From the first name on the poster down. */
export const billings = [
  { value: 'lead', label: 'Lead' },
  { value: 'supporting', label: 'Supporting' },
  { value: 'featured', label: 'Featured' },
] as const;
export type Billing = (typeof billings)[number]['value'];
