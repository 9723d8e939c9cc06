// Reading and bringing back what a pitch was.
import { AppError, notFound } from '../../platform/app-error.ts';
import { changePitch } from '../pitches/actions.ts';
import { type PitchOwner, PitchPatch } from '../pitches/schema.ts';
import { selectOptionalSnapshot, type Snapshot, type VersionRow } from './queries.ts';
import type { PitchVersion } from './schema.ts';

/** A row as its owner reads it; `before`: the version before it, when there is one. */
export function toVersion({ snapshot, changed, ...row }: VersionRow, before: VersionRow | undefined, isCurrent: boolean): PitchVersion {
  return { ...row, isCurrent, changes: changed.map((field) => ({ field, before: before?.snapshot[field] ?? null, after: snapshot[field] ?? null })) };
}

/** A snapshot as a change that brings it back. Proofs that were deleted since cannot come back with it. */
function patchOf(snapshot: Snapshot, files: readonly string[]): unknown {
  const texts = Object.entries(snapshot).filter(([name]) => name.startsWith('protected.'));
  const rest = Object.entries(snapshot).filter(([name]) => !name.startsWith('protected.'));
  const team = snapshot.team as { proofFileId: string | null }[] | undefined;
  return {
    ...Object.fromEntries(rest),
    financePlan: snapshot.financePlan ?? null,
    ...(team && { team: team.map((member) => ({ ...member, proofFileId: files.includes(member.proofFileId ?? '') ? member.proofFileId : null })) }),
    ...(texts.length > 0 && { protected: Object.fromEntries(texts.map(([name, body]) => [name.slice('protected.'.length), body])) }),
  };
}

/** Makes a new version of what an old one was. What the pitch was until now stays in the history; gates, files and status are not touched. */
export async function restoreVersion(services: Parameters<typeof changePitch>[0], write: Parameters<typeof changePitch>[1], version: number, expected: number | 'any' | 'none'): Promise<PitchOwner> {
  const kept = await selectOptionalSnapshot(services.db, { id: write.id, ownerId: write.ownerId, version });
  if (!kept) throw notFound();
  const patch = PitchPatch.safeParse(patchOf(kept.snapshot, kept.files));
  if (!patch.success) throw new AppError('conflict', 'This version was written under other rules and cannot be brought back whole. Copy what you need from it.', { cause: patch.error });
  return changePitch(services, write, patch.data, expected, { kind: 'restored', from: version });
}
