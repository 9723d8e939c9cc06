// The fields of a draft: a pitch laid flat, so that two people's changes can be told apart field by field.
import type { z } from 'zod';
import { protectedFields } from '../../worker/features/catalogue/lists.ts';
import { losses } from '../../worker/features/pitches/actions.ts';
import { otherMoney, PitchPatch, type PitchOwner } from '../../worker/features/pitches/schema.ts';
import type { Json } from './logic.ts';

const GATED = 'protected.';
const gated: readonly string[] = protectedFields.map(({ value }) => value);

/** What null means, in the words of whoever reads: nothing written. */
const empty: Readonly<Record<string, Json>> = {
  logline: '', synopsis: '', tone: '', audience: '', whyNow: '', productionPlan: '', comps: [], themes: [], team: [], characters: [], seekingInvestment: false,
  ...Object.fromEntries(gated.map((name) => [GATED + name, ''])),
};

let made: ReadonlyMap<string, z.ZodType> | undefined;

/** The schema of every field. Made with the first draft: a Worker that opens none starts without them. */
function schemas(): ReadonlyMap<string, z.ZodType> {
  if (made) return made;
  const { protected: texts, ...plain } = PitchPatch.shape;
  return (made = new Map<string, z.ZodType>([
    ...Object.entries(plain).map(([name, schema]): [string, z.ZodType] => [name, schema.unwrap()]),
    ...Object.entries(texts.unwrap().unwrap().shape).map(([name, schema]): [string, z.ZodType] => [GATED + name, schema.unwrap()]),
  ]));
}

export const fieldNames = (): readonly string[] => [...schemas().keys()];

/** A value as the pitch would hold it, or why it cannot. */
export function cleaned(field: string, value: unknown): { ok: true; value: Json } | { ok: false; message: string; fields?: Record<string, string> } {
  const schema = schemas().get(field);
  if (!schema) return { ok: false, message: 'A pitch has no such field.' };
  const read = schema.safeParse(value);
  if (!read.success) {
    const fields = Object.fromEntries(read.error.issues.map(({ path, message }) => [[field, ...path].join('.'), message]));
    return { ok: false, message: read.error.issues[0]?.message ?? 'This does not fit.', fields };
  }
  // Through text: what is absent is not there, and nothing of the caller's is kept.
  return { ok: true, value: (read.data === null ? empty[field] ?? null : JSON.parse(JSON.stringify(read.data))) as Json };
}

/** The fields of a pitch as it lies in the database. */
export function valuesOf(pitch: PitchOwner): Record<string, Json> {
  const source: Record<string, unknown> = {
    ...pitch,
    team: pitch.team.map(({ name, role, status, proofFileId }) => ({ name, role, status, proofFileId })),
    financePlan: pitch.financePlan && { currency: pitch.financePlan.currency, budget: pitch.financePlan.budget, sources: pitch.financePlan.sources },
    ...Object.fromEntries(gated.map((name) => [GATED + name, (pitch.protected as Record<string, string>)[name] ?? ''])),
  };
  return Object.fromEntries(fieldNames().map((name) => [name, JSON.parse(JSON.stringify(source[name] ?? empty[name] ?? null)) as Json]));
}

/** Fields as one PATCH. Throws where they do not fit together. */
export function patchOf(values: Readonly<Record<string, Json>>): PitchPatch {
  const patch: Record<string, unknown> = {};
  const inner: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith(GATED)) inner[name.slice(GATED.length)] = value;
    else patch[name] = value;
  }
  if (Object.keys(inner).length > 0) patch.protected = inner;
  return PitchPatch.parse(patch);
}

/** Sentences for changes that fit by themselves and not beside the rest: by field. `values`: the draft as it would be. */
export function misfits(changes: Readonly<Record<string, Json>>, values: Readonly<Record<string, Json>>, isPublished: boolean): Record<string, string> {
  const found: Record<string, string> = {};
  if (isPublished) Object.assign(found, losses(patchOf(changes)));
  const [ask, plan] = [values.ask, values.financePlan] as ({ currency: string } | null)[];
  if (ask && plan && ask.currency !== plan.currency) for (const name of ['ask', 'financePlan']) if (name in changes) found[name] = otherMoney.error;
  return found;
}

/** Files that a team names as proofs. */
export const proofsIn = (team: unknown): string[] => (Array.isArray(team) ? team : []).flatMap((member: { proofFileId?: unknown }) => (typeof member.proofFileId === 'string' ? [member.proofFileId] : []));


