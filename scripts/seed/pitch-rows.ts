import { currencies, gatedParts } from '../../worker/features/catalogue/lists.ts';
import { slugOf } from '../../worker/platform/text.ts';
import { knownPitches } from './content/known.ts';
import type { SeedPerson } from './content/person.ts';
import type { SeedPitch } from './content/pitch.ts';
import { idAt } from './ids.ts';
import { financePlan } from './money/finance-plan.ts';
import { protectedTexts } from './money/protected.ts';
import { openAmount } from './money/top-sheet.ts';
import type { Character } from '../../worker/features/pitches/story-schema.ts';
import type { Proof } from './proofs.ts';
import type { Raster } from './posters/rasterise.ts';
import { POSTER_HEIGHT, POSTER_WIDTH } from './posters/rasterise.ts';
import { random } from './random.ts';

const DAY = 86_400_000;
type Row = Record<string, unknown>;
export type PitchRows = { pitches: Row[]; texts: Row[]; team: Row[]; attachments: Row[]; stats: Row[]; files: Row[]; media: Row[] };
export type Poster = { fileId: string; storageKey: string; raster: Raster };

/** What a pitch asks for, in minor units; null when its plan is closed. */
export function askOf(pitch: SeedPitch): { amount: number; currency: string; kind: string } | null {
  const ask = pitch.ask ?? (pitch.money && openAmount(pitch.money) > 0 ? { amount: openAmount(pitch.money), currency: pitch.money.currency, kind: pitch.money.kind } : null);
  if (!ask) return null;
  const digits = currencies.find((one) => one.value === ask.currency)?.digits ?? 2;
  return { amount: ask.amount * 10 ** digits, currency: ask.currency, kind: ask.kind };
}

/** Its own comps, and the one that is on record. */
export function compsOf(pitch: SeedPitch): { title: string; year: number; note: string; titleId?: string }[] {
  const [titleId, title, year, note] = knownPitches[pitch.slug]?.comp ?? [];
  const own = (pitch.comps ?? []).map(([name, of, why]) => ({ title: name, year: of, note: why }));
  return titleId === undefined || title === undefined || year === undefined || note === undefined ? own : [...own, { title, year, note, titleId }];
}

export const charactersOf = (pitch: SeedPitch): Character[] => (knownPitches[pitch.slug]?.characters ?? []).map(([name, line, ageRange, billing]) => ({ name, line, ageRange, billing }));

/** Rows of one pitch. `now`: Unix ms; nothing in it lies in the future. */
export function pitchRows(pitch: SeedPitch, owner: SeedPerson, ownerId: string, { poster, proofs }: { poster: Poster | null; proofs: ReadonlyMap<string, Proof> }, now: number): PitchRows {
  const source = random(`pitch:${pitch.slug}`);
  const within = (days: number): number => now - days * DAY + source.int(1, DAY - 3_600_000) - DAY;
  const [createdDays, publishedDays] = pitch.ageDays;
  const created = within(createdDays);
  const published = publishedDays === undefined ? null : within(publishedDays);
  const updated = published ?? Math.min(now, created + source.int(3_600_000, Math.max(3_600_001, (createdDays * DAY) / 2)));
  const iso = (ms: number): string => new Date(ms).toISOString();
  const id = idAt(source, created);
  const ask = askOf(pitch);
  const team = pitch.team ?? [];
  const texts = protectedTexts(pitch, owner);
  const known = knownPitches[pitch.slug];
  return {
    pitches: [
      {
        id,
        owner_id: ownerId,
        slug: pitch.slug,
        status: pitch.status,
        title: pitch.title,
        logline: pitch.logline,
        synopsis: pitch.synopsis,
        format: pitch.format,
        genres: pitch.genres,
        stage: pitch.stage,
        budget_band: pitch.budgetBand,
        ask_amount: ask?.amount ?? null,
        ask_currency: ask?.currency ?? null,
        ask_kind: ask?.kind ?? null,
        seeking_investment: pitch.seekingInvestment ?? false,
        comps: compsOf(pitch),
        tone: pitch.tone ?? '',
        themes: pitch.themes ?? [],
        audience: pitch.audience ?? '',
        why_now: pitch.whyNow ?? '',
        production_plan: pitch.productionPlan ?? '',
        details: known?.details ?? null,
        characters: charactersOf(pitch),
        people: [owner.name, owner.company, ...team.map(([name]) => name)].filter((part) => part !== null).join(' '),
        published_at: published === null ? null : iso(published),
        created_at: iso(created),
        updated_at: iso(updated),
      },
    ],
    texts: gatedParts.map(({ value, gate }) => ({
      pitch_id: id, field: value, gate: pitch.gates?.[value] ?? gate, body: value === 'financePlan' ? '' : texts[value] ?? '', plan: value === 'financePlan' ? financePlan(pitch) : null, updated_at: iso(updated),
    })),
    team: team.map(([name, role, status], position) => ({ id: idAt(source, created), pitch_id: id, position, name, role, status, proof_file_id: proofs.get(name)?.fileId ?? null })),
    attachments: team.flatMap(([name, role, status]) => {
      const days = known?.confirmed?.[name];
      if (days === undefined || status === 'interested') return [];
      return [{ pitch_id: id, name, role, status, token_digest: null, invited_at: iso(now - (days + 1) * DAY), expires_at: iso(now - (days - 13) * DAY), confirmed_at: iso(now - days * DAY) }];
    }),
    // What people did about it is counted from the rows of what they did.
    stats: [{ pitch_id: id, views: pitch.views, likes: 0, watchers: 0, comments: 0, refreshed_at: iso(now) }],
    files: [...(poster ? [posterFile(pitch, ownerId, poster, iso(created))] : []), ...[...proofs].map(([name, proof]) => proofFile(name, ownerId, proof, iso(created)))],
    media: [
      ...(poster ? [{ pitch_id: id, file_id: poster.fileId, kind: 'poster', position: 0, created_at: iso(created) }] : []),
      ...[...proofs.values()].map(({ fileId }, position) => ({ pitch_id: id, file_id: fileId, kind: 'attachment', position, created_at: iso(created) })),
    ],
  };
}

const posterFile = (pitch: SeedPitch, ownerId: string, { fileId, storageKey, raster }: Poster, at: string): Row => ({
  id: fileId, owner_id: ownerId, kind: 'poster', gate: 'public', file_name: `${pitch.slug}-poster.png`, content_type: 'image/png', size: raster.bytes.length, sha256: raster.sha256,
  storage_key: storageKey, width: POSTER_WIDTH, height: POSTER_HEIGHT, blurhash: raster.blurhash, created_at: at,
});

const proofFile = (name: string, ownerId: string, { fileId, storageKey, size, sha256 }: Proof, at: string): Row => ({
  id: fileId, owner_id: ownerId, kind: 'attachment', gate: 'nda', file_name: `${slugOf(name)}.pdf`, content_type: 'application/pdf', size, sha256,
  storage_key: storageKey, width: null, height: null, blurhash: null, created_at: at,
});
