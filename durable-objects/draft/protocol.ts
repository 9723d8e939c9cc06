// What the room of a draft tells a tab: the state it starts from, what became of a patch, and what others do.
import { z } from 'zod';

const Person = z.object({ userId: z.string(), name: z.string() });

export const DraftFieldState = z.object({ version: z.int(), value: z.unknown() });

/** Somebody's words that could not be written to the pitch, and why: shown beside what stands there, to whoever wrote them. */
export const Parked = z.object({ field: z.string(), value: z.unknown(), why: z.string() });
export type Parked = z.output<typeof Parked>;

/** Who is in the draft; `section` null: somewhere. */
export const DraftPerson = Person.extend({ section: z.string().nullable() });
export type DraftPerson = z.output<typeof DraftPerson>;

/** `state` of `joined`. */
export const DraftState = z.object({
  /** Version of the pitch that the database holds. */
  written: z.int(),
  fields: z.record(z.string(), DraftFieldState),
  people: z.array(DraftPerson),
  parked: z.array(Parked),
});
export type DraftState = z.output<typeof DraftState>;

/**
 * What became of one field of a patch. Accepted is on disk, and in the pitch within half a minute. `value` is there when what stands now
 * is not what was sent: it was cleaned, or joined with what somebody else wrote; `mine` is then the version that says what was sent, to
 * go on typing from.
 */
export const FieldResult = z.discriminatedUnion('status', [
  z.object({ field: z.string(), status: z.literal('accepted'), version: z.int(), mine: z.int(), value: z.unknown().optional() }),
  z.object({ field: z.string(), status: z.literal('conflict'), version: z.int(), theirs: z.unknown() }),
  /** `fields`: sentences by path within the field, e.g. `team.0.name`. */
  z.object({ field: z.string(), status: z.literal('refused'), message: z.string(), fields: z.record(z.string(), z.string()).optional() }),
]);
export type FieldResult = z.output<typeof FieldResult>;

/** `result` of the `ack` of a patch. The same id gives the same result. */
export const PatchResult = z.object({ at: z.string(), results: z.array(FieldResult) });
export type PatchResult = z.output<typeof PatchResult>;

/** Frames of the room. */
export const DraftFrame = z.discriminatedUnion('kind', [
  /** Fields as they stand now; `by` null: changed outside of the room. */
  z.object({ kind: z.literal('fields'), by: Person.nullable(), fields: z.array(DraftFieldState.extend({ field: z.string() })) }),
  z.object({ kind: z.literal('people'), people: z.array(DraftPerson) }),
  /** The pitch in the database moved to this version. */
  z.object({ kind: z.literal('written'), version: z.int() }),
  z.object({ kind: z.literal('parked'), parked: z.array(Parked) }),
]);
export type DraftFrame = z.output<typeof DraftFrame>;
