// Validators of the closed lists, and the answer of GET /api/catalogue.
import { z } from 'zod';
import * as lists from './lists.ts';

/** The values of a list as a literal enum. */
function oneOf<const List extends readonly { value: string }[]>(list: List) {
  return z.enum(list.map((choice) => choice.value) as unknown as { [Index in keyof List]: List[Index]['value'] });
}

export const Format = oneOf(lists.formats);
export const Genre = oneOf(lists.genres);
export const Stage = oneOf(lists.stages);
export const BudgetBand = oneOf(lists.budgetBands);
export const Gate = oneOf(lists.gates);
export const AskKind = oneOf(lists.askKinds);
export const TeamStatus = oneOf(lists.teamStatuses);
export const PitchStatus = oneOf(lists.pitchStatuses);
export const Currency = oneOf(lists.currencies);
export const ProtectedField = oneOf(lists.protectedFields);
export const GatedPart = oneOf(lists.gatedParts);
export const Sort = oneOf(lists.sorts);
export const Seeking = oneOf(lists.seekings);
export const FileKind = oneOf(lists.fileKinds);

const Choice = z.object({ value: z.string(), label: z.string() });

export const Catalogue = z.object({
  formats: z.array(Choice),
  genres: z.array(Choice),
  stages: z.array(Choice),
  budgetBands: z.array(Choice.extend({ from: z.int(), to: z.int().nullable() })),
  gates: z.array(Choice.extend({ hint: z.string() })),
  askKinds: z.array(Choice),
  portals: z.array(Choice),
  teamStatuses: z.array(Choice),
  pitchStatuses: z.array(Choice),
  currencies: z.array(Choice.extend({ digits: z.int() })),
  protectedFields: z.array(Choice.extend({ gate: Gate })),
  gatedParts: z.array(Choice.extend({ gate: Gate })),
  sorts: z.array(Choice),
  seekings: z.array(Choice),
  fileKinds: z.array(Choice.extend({ maxSize: z.int(), types: z.array(z.string()), gate: Gate })),
});
export type Catalogue = z.output<typeof Catalogue>;
