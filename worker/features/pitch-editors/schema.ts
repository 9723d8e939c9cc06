// People who write on a pitch that is not theirs: the wire types.
import { z } from 'zod';
import { DraftPatch } from '../../../durable-objects/hub/protocol.ts';

/** By handle, as it stands on the person's profile. */
export const EditorInvite = z.strictObject({ handle: z.string().trim().min(1, 'Whom?').max(60).transform((handle) => handle.replace(/^@/, '').toLowerCase()) });

/** What a tab says to the room of a draft where it has no socket. The same id again has no second effect. */
export const DraftPatchInput = z.strictObject({ id: z.uuid(), patches: z.array(DraftPatch).min(1).max(50) });

/** `acceptedAt` null: invited, and not in yet. */
export const PitchEditor = z.object({ id: z.string(), name: z.string(), handle: z.string(), invitedAt: z.string(), acceptedAt: z.string().nullable() });
export type PitchEditor = z.output<typeof PitchEditor>;

export const PitchEditorList = z.object({ owner: z.object({ id: z.string(), name: z.string(), handle: z.string() }), items: z.array(PitchEditor), nextCursor: z.null() });
export type PitchEditorList = z.output<typeof PitchEditorList>;

/** A pitch of somebody else that the reader may edit, or is invited to. */
export const Editing = z.object({
  pitch: z.object({ id: z.string(), slug: z.string(), title: z.string(), status: z.string(), updatedAt: z.string().nullable() }),
  owner: z.object({ id: z.string(), name: z.string(), handle: z.string() }),
  invitedAt: z.string(),
  acceptedAt: z.string().nullable(),
});
export type Editing = z.output<typeof Editing>;

export const EditingList = z.object({ items: z.array(Editing), nextCursor: z.null() });
export type EditingList = z.output<typeof EditingList>;
