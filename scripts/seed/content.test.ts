// The written market is held to what the API asks of anybody.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireGoodPassword } from '../../worker/auth/password.ts';
import { budgetBands, formats, genres, pitchStatuses, stages } from '../../worker/features/catalogue/lists.ts';
import { completenessOf } from '../../worker/features/pitches/completeness.ts';
import { PitchCreate } from '../../worker/features/pitches/schema.ts';
import { cleanText, slugOf } from '../../worker/platform/text.ts';
import { allPeople, allPitches } from './content/all.ts';
import type { SeedPitch } from './content/pitch.ts';
import { protectedTexts } from './money/protected.ts';
import { knownPitches } from './content/known.ts';
import { askOf, charactersOf, compsOf } from './pitch-rows.ts';
import { posterOf } from './posters/poster.ts';
import { demoPasswords } from './sign-ins.ts';

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const owner = (pitch: SeedPitch) => {
  const found = allPeople.find((person) => person.handle === pitch.owner);
  if (!found) throw new Error(`${pitch.slug} belongs to nobody`);
  return found;
};
const published = allPitches.filter((pitch) => pitch.status === 'published');

/** What a client would have to send to make this pitch. */
const bodyOf = (pitch: SeedPitch): Record<string, unknown> => ({
  title: pitch.title,
  logline: pitch.logline,
  format: pitch.format,
  genres: pitch.genres,
  synopsis: pitch.synopsis,
  stage: pitch.stage,
  budgetBand: pitch.budgetBand,
  ask: askOf(pitch),
  comps: compsOf(pitch),
  details: knownPitches[pitch.slug]?.details ?? null,
  characters: charactersOf(pitch),
  tone: pitch.tone ?? '',
  themes: pitch.themes ?? [],
  audience: pitch.audience ?? '',
  whyNow: pitch.whyNow ?? '',
  productionPlan: pitch.productionPlan ?? '',
  team: (pitch.team ?? []).map(([name, role, status]) => ({ name, role, status })),
  seekingInvestment: pitch.seekingInvestment ?? false,
  protected: protectedTexts(pitch, owner(pitch)),
});

describe('the known pitches', () => {
  const slugs = Object.keys(knownPitches);
  it('are sixteen, each with what its format asks for', () => {
    expect(slugs).toHaveLength(16);
    for (const slug of slugs) {
      const pitch = allPitches.find((one) => one.slug === slug);
      expect(knownPitches[slug]?.details.format, slug).toBe(pitch?.format);
      for (const name of Object.keys(knownPitches[slug]?.confirmed ?? {})) expect(pitch?.team?.some(([member, , status]) => member === name && status !== 'interested'), `${slug}: ${name}`).toBe(true);
    }
  });

  it('name films that are on record', () => {
    const films = readFileSync(join(import.meta.dirname, '..', '..', 'migrations', '20261123234300_comp_titles__import.sql'), 'utf8');
    for (const slug of slugs) {
      const [id, title, year] = knownPitches[slug]?.comp ?? [];
      if (id !== undefined) expect(films, slug).toContain(`('${id}', '${title}', ${year},`);
    }
  });
});

describe('pitches', () => {
  it('are many, in every state, with something in every drawer of the market', () => {
    expect(allPitches.length).toBeGreaterThanOrEqual(64);
    expect(published.length).toBeGreaterThanOrEqual(60);
    expect(new Set(allPitches.map((pitch) => pitch.status))).toEqual(new Set(pitchStatuses.map((one) => one.value)));
    for (const [list, of] of [
      [formats, (pitch: SeedPitch) => [pitch.format]],
      [genres, (pitch: SeedPitch) => pitch.genres],
      [stages, (pitch: SeedPitch) => [pitch.stage]],
      [budgetBands, (pitch: SeedPitch) => [pitch.budgetBand]],
    ] as const) {
      const used = new Set<string | null>(published.flatMap(of));
      expect(list.map((one) => one.value).filter((value) => !used.has(value))).toEqual([]);
    }
  });

  it.each(allPitches.map((pitch) => [pitch.slug, pitch] as const))('%s is what the API accepts, word for word', (_slug, pitch) => {
    const body = bodyOf(pitch);
    expect(PitchCreate.parse(body)).toEqual(body);
    expect(pitch.slug).toBe(slugOf(pitch.title));
    expect(words(pitch.logline)).toBeLessThanOrEqual(60);
    expect(pitch.logline).toMatch(/^[A-Z][^\n]*\.$/);
    expect(['creator', 'production']).toContain(owner(pitch).portal);
    expect(owner(pitch).joinedDaysAgo).toBeGreaterThan(pitch.ageDays[0]);
  });

  it.each(published.map((pitch) => [pitch.slug, pitch] as const))('%s could be published by hand', (_slug, pitch) => {
    const body = PitchCreate.parse(bodyOf(pitch));
    const hasPoster = posterOf(pitch.slug, pitch.title) !== null;
    const state = completenessOf({
      ...(body as Required<typeof body>),
      synopsis: body.synopsis ?? '',
      stage: body.stage ?? null,
      budgetBand: body.budgetBand ?? null,
      ask: body.ask ?? null,
      comps: body.comps ?? [],
      details: body.details ?? null,
      characterCount: body.characters?.length ?? 0,
      tone: body.tone ?? '',
      audience: body.audience ?? '',
      whyNow: body.whyNow ?? '',
      productionPlan: body.productionPlan ?? '',
      hasPoster,
      teamSize: body.team?.length ?? 0,
    });
    expect(state.publishable).toBe(true);
    expect(hasPoster).toBe(true);
    expect(words(pitch.synopsis)).toBeGreaterThanOrEqual(100);
    expect(words(pitch.synopsis)).toBeLessThanOrEqual(450);
    const [created, since] = pitch.ageDays;
    expect(since).toBeGreaterThan(0);
    expect(created).toBeGreaterThan(since ?? Infinity);
  });

  it('that nobody has published were never published', () => {
    for (const pitch of allPitches.filter((one) => one.status === 'draft')) expect([pitch.slug, pitch.ageDays.length, pitch.views]).toEqual([pitch.slug, 1, 0]);
  });

  it('have addresses of their own', () => expect(new Set(allPitches.map((pitch) => pitch.slug)).size).toBe(allPitches.length));

  it('ask for money when they say so, and only then', () => {
    for (const pitch of allPitches.filter((one) => one.status === 'published')) expect([pitch.slug, askOf(pitch) !== null]).toEqual([pitch.slug, pitch.seekingInvestment]);
  });

  it('agree on the year of a film they compare themselves with', () => {
    const years = new Map<string, number>();
    for (const [title, year] of allPitches.flatMap((pitch) => pitch.comps ?? [])) {
      expect([title, years.get(title) ?? year]).toEqual([title, year]);
      years.set(title, year);
    }
    const ours = new Set(allPitches.map((pitch) => pitch.title));
    expect([...years.keys()].filter((title) => ours.has(title))).toEqual([]);
  });
});

describe('people', () => {
  it('are told apart by handle and address, and none of them can be written to', () => {
    expect(new Set(allPeople.map((person) => person.handle)).size).toBe(allPeople.length);
    expect(new Set(allPeople.map((person) => person.email)).size).toBe(allPeople.length);
    for (const person of allPeople) {
      expect(person.handle).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
      expect(person.email).toMatch(/^[a-z-]+@[a-z0-9-]+\.example$/);
      expect(cleanText(person.bio)).toBe(person.bio);
    }
  });

  it('have one who signs in for each portal, with a password that anyone would have to choose', () => {
    const signIns = allPeople.filter((person) => demoPasswords[person.email] !== undefined);
    expect(signIns.map((person) => person.portal).sort()).toEqual(['creator', 'investor', 'production']);
    for (const { email, name } of signIns) expect(() => requireGoodPassword(demoPasswords[email] ?? '', 'password', [email, name, 'pitchey'])).not.toThrow();
  });
});
