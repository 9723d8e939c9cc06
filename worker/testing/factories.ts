// Pitches for feature tests, made through the routes like everybody's.
import sharp from 'sharp';
import { expect } from 'vitest';
import type { File as StoredFile, UploadTicket } from '../features/files/schema.ts';
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

interface Sent { kind: string; contentType: string; fileName?: string; gate?: string; frameOf?: string; bytes: Uint8Array }

/** Sends a file in one request, with its length unless `headers` say otherwise. */
export const uploadWhole = (app: TestApp, owner: Pick<Person, 'cookie'>, pitchId: string, { bytes, fileName = 'file', ...rest }: Sent, headers: Record<string, string> = {}): Promise<Response> =>
  app.request(`/api/uploads/whole?${new URLSearchParams({ pitchId, fileName, ...rest }).toString()}`, {
    method: 'POST', body: bytes, cookie: owner.cookie, headers: { 'content-type': 'application/octet-stream', 'content-length': String(bytes.byteLength), ...headers },
  });

/** Sends a file through the upload routes; gives the answer of the last call. */
export async function upload(app: TestApp, owner: Pick<Person, 'cookie'>, pitchId: string, file: Sent): Promise<Response> {
  const { bytes, fileName = 'file', ...rest } = file;
  const { cookie } = owner;
  const begun = await app.request('/api/uploads', { body: { pitchId, fileName, size: bytes.byteLength, ...rest }, cookie });
  if (begun.status !== 201) return begun;
  const { uploadId, parts, partSize } = await begun.json() as UploadTicket;
  for (let part = 1; part <= parts; part += 1) {
    const body = bytes.slice((part - 1) * partSize, part * partSize);
    const sent = await app.request(`/api/uploads/${uploadId}/parts/${part}`, { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream' }, cookie });
    expect(sent.status, await sent.clone().text()).toBe(200);
  }
  return app.request(`/api/uploads/${uploadId}/complete`, { method: 'POST', cookie });
}

/** A file of the pitch. */
export async function uploaded(app: TestApp, owner: Pick<Person, 'cookie'>, pitchId: string, file: Parameters<typeof upload>[3]): Promise<StoredFile> {
  const response = await upload(app, owner, pitchId, file);
  expect(response.status, await response.clone().text()).toBe(201);
  return await response.json() as StoredFile;
}

/** A picture of one colour, as a camera would write it: with where it was taken. */
export async function picture(width: number, height: number, format: 'jpeg' | 'png' | 'webp' = 'jpeg', colour = '#345'): Promise<Uint8Array> {
  const image = sharp({ create: { width, height, channels: 3, background: colour } }).withExif({ IFD0: { Copyright: 'CANARY-EXIF' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } });
  return new Uint8Array(await image.toFormat(format).toBuffer());
}

/** The shortest thing that is a PDF by its bytes. */
export const pdf = (size = 600): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(size)}\n%%EOF\n`);
