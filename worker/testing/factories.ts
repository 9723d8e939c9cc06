// Pitches for feature tests, made through the routes like everybody's.
import { expect } from 'vitest';
import type { PitchCreate, PitchOwner } from '../features/pitches/schema.ts';
import type { Person } from './people.ts';
import type { TestApp } from './test-app.ts';

type Input = Partial<Omit<PitchCreate, 'comps'>> & { comps?: unknown };

let made = 0;

/** A body with everything that publishing asks for. */
export const completePitch = (overrides: Input = {}): Record<string, unknown> => ({
  title: `Salt Year ${++made}`,
  logline: 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.',
  synopsis: 'Hesk has one road, and for nine hours a day it is under the sea. When an October storm takes the road for good, the council gives the island a date.',
  format: 'feature', genres: ['drama', 'survival'], stage: 'financing', budgetBand: 'mid',
  ...overrides,
});

/** A draft of `owner`. */
export async function createPitch(app: TestApp, owner: Pick<Person, 'cookie'>, overrides: Input = {}): Promise<PitchOwner> {
  const response = await app.request('/api/pitches', { body: completePitch(overrides), cookie: owner.cookie });
  expect(response.status, await response.clone().text()).toBe(201);
  return await response.json() as PitchOwner;
}

/** A published pitch of `owner`. */
export async function publishedPitch(app: TestApp, owner: Pick<Person, 'cookie'>, overrides: Input = {}): Promise<PitchOwner> {
  const { id } = await createPitch(app, owner, overrides);
  const response = await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: owner.cookie });
  expect(response.status, await response.clone().text()).toBe(200);
  return await response.json() as PitchOwner;
}

/** The error of a response, in the one shape. */
export async function errorOf(response: Response): Promise<{ code: string; message: string; requestId: string; fields?: Record<string, string>; version?: number }> {
  const { error } = await response.json() as { error: { code: string; message: string; requestId: string } };
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  return error;
}
