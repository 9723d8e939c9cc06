// A pitch as the editor holds it: a flat record of fields, so that two people's changes can be told apart field by field.
import type { PitchOwner, PitchPatch } from '../../../../worker/features/pitches/schema.ts';
import { planFieldsOf, planToSend, type PlanFields } from './plan-fields.ts';

export interface TeamRow {
  name: string;
  role: string;
  status: PitchOwner['team'][number]['status'];
  proofFileId: string | null;
}

export interface Fields {
  title: string;
  logline: string;
  synopsis: string;
  format: PitchOwner['format'];
  genres: PitchOwner['genres'];
  stage: PitchOwner['stage'];
  budgetBand: PitchOwner['budgetBand'];
  ask: PitchOwner['ask'];
  seekingInvestment: boolean;
  financePlan: PlanFields | null;
  comps: PitchOwner['comps'];
  tone: string;
  themes: string[];
  audience: string;
  whyNow: string;
  productionPlan: string;
  team: TeamRow[];
  details: PitchOwner['details'];
  characters: PitchOwner['characters'];
  'protected.budgetBreakdown': string;
  'protected.financialProjections': string;
  'protected.distributionPlan': string;
  'protected.marketingStrategy': string;
  'protected.contactDetails': string;
}

export type FieldName = keyof Fields;
export type ProtectedName = Extract<FieldName, `protected.${string}`> extends `protected.${infer Name}` ? Name : never;

/** What each field is called where it is spoken of. */
export const fieldLabels: Record<FieldName, string> = {
  title: 'Title', logline: 'Logline', synopsis: 'Synopsis', format: 'Format', genres: 'Genres', stage: 'Stage', budgetBand: 'Budget band',
  ask: 'Ask', seekingInvestment: 'Seeking investment', financePlan: 'Finance plan', comps: 'Comps', tone: 'Tone', themes: 'Themes', audience: 'Audience', whyNow: 'Why now',
  productionPlan: 'Production plan', team: 'Team', details: 'Format details', characters: 'Characters', 'protected.budgetBreakdown': 'Budget breakdown', 'protected.financialProjections': 'Financial projections',
  'protected.distributionPlan': 'Distribution plan', 'protected.marketingStrategy': 'Marketing strategy', 'protected.contactDetails': 'Contact details',
};

export const fieldNames = Object.keys(fieldLabels) as FieldName[];

export function fieldsOf(pitch: PitchOwner): Fields {
  const { title, logline, synopsis, format, genres, stage, budgetBand, ask, seekingInvestment, comps, tone, themes, audience, whyNow, productionPlan, details, characters } = pitch;
  return {
    title, logline, synopsis, format, genres, stage, budgetBand, ask, seekingInvestment, comps, tone, themes, audience, whyNow, productionPlan, details, characters,
    team: pitch.team.map(({ name, role, status, proofFileId }) => ({ name, role, status, proofFileId })),
    financePlan: planFieldsOf(pitch.financePlan),
    'protected.budgetBreakdown': pitch.protected.budgetBreakdown ?? '',
    'protected.financialProjections': pitch.protected.financialProjections ?? '',
    'protected.distributionPlan': pitch.protected.distributionPlan ?? '',
    'protected.marketingStrategy': pitch.protected.marketingStrategy ?? '',
    'protected.contactDetails': pitch.protected.contactDetails ?? '',
  };
}

/** Values are plain JSON, so their text decides whether they are the same. */
export const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

export type Changes = Partial<Fields>;

/** The fields in which `next` differs from `base`, with their new values. */
export function changesBetween(base: Fields, next: Fields): Changes {
  return Object.fromEntries(fieldNames.filter((name) => !same(base[name], next[name])).map((name) => [name, next[name]]));
}

/** What PATCH takes. Rows that are still empty stay on this device: the server would refuse them. */
export function patchOf(changes: Changes): PitchPatch {
  const patch: Record<string, unknown> = {};
  const gated: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) {
    if (name.startsWith('protected.')) gated[name.slice('protected.'.length)] = value;
    else if (name === 'team') patch.team = (value as TeamRow[]).filter((row) => row.name.trim() !== '' && row.role.trim() !== '');
    else if (name === 'characters') patch.characters = (value as Fields['characters']).filter((character) => character.name.trim() !== '');
    else if (name === 'comps') patch.comps = (value as Fields['comps']).filter((comp) => comp.title.trim() !== '' && comp.year >= 1888);
    else if (name === 'financePlan') patch.financePlan = planToSend(value as PlanFields | null);
    else patch[name] = value;
  }
  if (Object.keys(gated).length > 0) patch.protected = gated;
  return patch as PitchPatch;
}

/** A value of the server as the editor shows it. */
export function shownOf<Name extends FieldName>(name: Name, value: unknown): Fields[Name];
export function shownOf(name: FieldName, value: unknown): unknown {
  if (name === 'team') return (value as TeamRow[]).map((row) => ({ name: row.name, role: row.role, status: row.status, proofFileId: row.proofFileId ?? null }));
  return name === 'financePlan' ? planFieldsOf(value as PlanFields | null) : value;
}

export interface Conflict {
  field: FieldName;
  mine: unknown;
  theirs: unknown;
}

/**
 * Joins my changes since `base` with what the server now holds. Fields that only one side changed keep that side's value; a field
 * that both changed differently keeps mine on screen and is named as a conflict, with theirs beside it.
 */
export function merge(base: Fields, mine: Fields, theirs: Fields): { fields: Fields; conflicts: Conflict[] } {
  const fields = { ...theirs };
  const conflicts: Conflict[] = [];
  const put = <Name extends FieldName>(name: Name): void => { fields[name] = mine[name]; };
  for (const name of fieldNames) {
    if (same(base[name], mine[name])) continue;
    put(name);
    if (!same(base[name], theirs[name]) && !same(mine[name], theirs[name])) conflicts.push({ field: name, mine: mine[name], theirs: theirs[name] });
  }
  return { fields, conflicts };
}
