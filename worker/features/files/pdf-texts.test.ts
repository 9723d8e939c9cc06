// A PDF's pages are counted and read once, in the queue; what stands on them stays behind the gate of the file.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { pdf, picture, uploaded } from '../../testing/factories.ts';
import { screenplay } from '../../testing/screenplay.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchDocuments } from '../pitch-documents/schema.ts';
import { createPdfReader } from './pdf-texts.ts';

let app: TestApp;
let owner: CastMember;
let pitch: { id: string };

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  owner = await castPerson(app, 'creator');
  pitch = await castPitch(app, owner);
});
afterAll(() => app.close());

const Job = z.object({ id: z.uuid(), payload: z.object({ fileId: z.uuid() }) });
/** The jobs that wait, done as the queue would. Gives their files. */
async function readAll(): Promise<string[]> {
  const jobs = await rows(app.db, Job, sql`DELETE FROM outbox WHERE topic = 'files.read' RETURNING id, payload`);
  const read = createPdfReader(app.services);
  for (const { id, payload } of jobs) await read({ id, topic: 'files.read', payload, attempt: 1 });
  return jobs.map(({ payload }) => payload.fileId);
}
const send = (bytes: Uint8Array, kind = 'script', contentType = 'application/pdf') => uploaded(app, owner, pitch.id, { kind, contentType, bytes });
const countOf = async (id: string) => ((await (await app.request(`/api/pitches/${pitch.id}/documents`, { cookie: owner.cookie })).json()) as PitchDocuments).items.find((file) => file.id === id)?.pageCount;

it('counts the pages and keeps their text, told to the queue with the file', async () => {
  const { id } = await send(await screenplay(3, 'CANARY-PAGE'));
  expect(await countOf(id)).toBeNull();
  const [{ id: outboxId }] = (await rows(app.db, Job, sql`SELECT id, payload FROM outbox WHERE topic = 'files.read'`)) as [z.output<typeof Job>];
  await app.settle();
  expect(app.relayed).toContain(outboxId);
  expect(await readAll()).toEqual([id]);
  expect(await countOf(id)).toBe(3);
  const [texts] = await rows(app.db, z.object({ pages: z.array(z.string()) }), sql`SELECT pages FROM file_texts WHERE file_id = ${id}`);
  expect(texts?.pages).toHaveLength(3);
  expect(texts?.pages[0]).toContain('CANARY-PAGE');

  // The search inside the document asks these words, and only for whom the gate lets in.
  await app.db.query(sql`UPDATE file_texts SET pages[2] = 'KEPT-WORDS here' WHERE file_id = ${id}`);
  const search = (person: CastMember) => app.request(`/api/files/${id}/search?q=kept-words`, { cookie: person.cookie });
  expect(await (await search(owner)).json()).toMatchObject({ hits: [{ page: 2, count: 1 }] });
  const stranger = await search(await castPerson(app, 'investor'));
  expect([stranger.status, (await stranger.text()).includes('KEPT')]).toEqual([404, false]);
});

it('leaves what cannot be read as a file without pages, and asks for nothing but PDFs', async () => {
  const broken = await send(pdf());
  await send(await picture(20, 20), 'gallery', 'image/jpeg');
  expect(await readAll()).toEqual([broken.id]);
  expect(await countOf(broken.id)).toBeNull();
});

it('does nothing for a file that is gone, and gives up on a message that names none', async () => {
  const read = createPdfReader(app.services);
  const job = (payload: unknown) => read({ id: app.services.newId(), topic: 'files.read', payload, attempt: 1 });
  expect(await job({ fileId: app.services.newId() })).toBeUndefined();
  expect(await job({})).toEqual({ undeliverable: 'payload: fileId' });
});
