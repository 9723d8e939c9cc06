// What happens to messages after they were sent: edits, deletions, words, reading, files, and what a search and a report find of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember, castPitch, newSession } from '../../testing/cast.ts';
import { sayAs, signBetween } from '../../testing/conversations.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { pdf, picture } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { sweepUnsentFiles } from './files.ts';
import type { Conversation, FoundMessages, Message, MessageFile, MessageList } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let signer: CastMember;
let ndaId: string;
/** The conversation of their agreement. */
let id: string;
beforeAll(async () => { app = await createTestApp({ LIMITS: 'off' }); });
afterAll(() => app.close());
beforeEach(async () => {
  [owner, signer] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
  ndaId = (await signBetween(app, await castPitch(app, owner), owner, signer)).id;
  id = (await call<Conversation>('POST', '', signer, { kind: 'nda', ndaId }, 200)).id;
  await app.settle();
});

async function call<T>(method: string, path: string, person: CastMember, body?: unknown, status = 200): Promise<T> {
  const response = await app.request(`/api/conversations${path}`, { method, cookie: person.cookie, ...(body !== undefined && { body }) });
  expect(response.status, await response.clone().text()).toBe(status);
  return (status === 204 ? undefined : await response.json()) as T;
}
const said = async (person: CastMember, body: string, rest = {}): Promise<Message> => {
  const response = await sayAs(app, person, id, body, rest);
  expect(response.status, await response.clone().text()).toBe(201);
  return await response.json() as Message;
};
const messages = async (person: CastMember): Promise<Message[]> => (await call<MessageList>('GET', `/${id}/messages?limit=100`, person)).items;
interface Sync { entries: { seq: number; event: { kind: string; message?: Message; folder?: string; change?: string; word?: string; status?: string } }[] }
const stream = async (person: CastMember): Promise<Sync['entries']> => (await (await app.request('/api/sync?since=0', { cookie: person.cookie })).json() as Sync).entries;
const store = (person: CastMember, bytes: Uint8Array, query: string): Promise<Response> =>
  app.request(`/api/conversations/${id}/files?${query}`, { method: 'POST', body: bytes, headers: { 'content-type': 'application/octet-stream' }, cookie: person.cookie });
/** The first bytes of what a browser records, and some sound. */
const webm = (codec: string, size = 400): Uint8Array => new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from(`\x9fB\x82\x84webm....${codec}`, 'latin1'), ...new Uint8Array(size)]);

describe('an agreement', () => {
  it('opens its conversation for both sides at once, in the order of what happened', async () => {
    for (const person of [owner, signer]) {
      const told = (await stream(person)).map(({ event }) => event.change ?? event.status ?? event.kind);
      expect(told).toEqual(['requested', 'approved', 'signed', 'opened', 'message']);
      expect(app.told.filter(({ userId }) => userId === person.id).flatMap(({ entries }) => entries).map(({ seq }) => seq)).toEqual((await stream(person)).map(({ seq }) => seq));
    }
    expect(await messages(owner)).toMatchObject([{ seq: 1, sender: null, clientId: null }]);
  });

  it('is refused a conversation before it is signed, and to whom it is none of theirs', async () => {
    const other = await castPerson(app, 'investor');
    const asked = await (await app.request('/api/ndas/request', { body: { pitchId: (await castPitch(app, owner)).id }, cookie: other.cookie })).json() as { id: string };
    expect((await app.request('/api/conversations', { body: { kind: 'nda', ndaId: asked.id }, cookie: other.cookie })).status).toBe(409);
    expect((await app.request('/api/conversations', { body: { kind: 'nda', ndaId }, cookie: other.cookie })).status).toBe(404);
  });

  it('keeps in its evidence what was said, what it said before, and that something was taken back', async () => {
    const [first, second] = [await said(owner, 'The budget is four'), await said(signer, 'Words to take back')];
    await call('PATCH', `/${id}/messages/${first.id}`, owner, { body: 'The budget is five' });
    await call('DELETE', `/${id}/messages/${second.id}`, signer, undefined, 204);
    const zip = unzipSync(new Uint8Array(await (await app.request(`/api/ndas/${ndaId}/evidence.zip`, { cookie: owner.cookie })).arrayBuffer()));
    const text = Object.entries(zip).filter(([name]) => name.endsWith('.json')).map(([, data]) => Buffer.from(data).toString()).join('\n');
    expect(text).toContain('The budget is five');
    expect(text).toContain('The budget is four');
    expect(text).not.toContain('Words to take back');
    expect(text).toContain('"deletedAt": "20');
  });
});

describe('a message', () => {
  it('is changed by its author alone, and always says so', async () => {
    const first = await said(owner, 'Firts');
    const changed = await call<Message>('PATCH', `/${id}/messages/${first.id}`, owner, { body: 'First' });
    expect(changed).toMatchObject({ id: first.id, seq: first.seq, body: 'First' });
    expect(changed.editedAt).not.toBeNull();
    expect((await app.request(`/api/conversations/${id}/messages/${first.id}`, { method: 'PATCH', body: { body: 'Mine' }, cookie: signer.cookie })).status).toBe(403);
    expect((await stream(signer)).at(-1)?.event).toMatchObject({ kind: 'message_edited', message: { body: 'First' } });
    app.clock.advance(24 * 3_600_000 + 1000);
    const later = { ...owner, cookie: await newSession(app, owner.id) };
    const late = await app.request(`/api/conversations/${id}/messages/${first.id}`, { method: 'PATCH', body: { body: 'Never' }, cookie: later.cookie });
    expect([late.status, (await late.json() as { error: { reason: string } }).error.reason]).toEqual([409, 'late']);
    expect(await rows(app.db, z.object({ body: z.string() }), sql`SELECT body FROM message_edits WHERE message_id = ${first.id}`)).toEqual([{ body: 'Firts' }]);
  });

  it('that is taken back leaves its words nowhere', async () => {
    const first = await said(owner, 'CANARY one');
    await call('PATCH', `/${id}/messages/${first.id}`, owner, { body: 'CANARY two' });
    expect((await app.request(`/api/conversations/${id}/messages/${first.id}`, { method: 'DELETE', cookie: signer.cookie })).status).toBe(403);
    await call('DELETE', `/${id}/messages/${first.id}`, owner, undefined, 204);
    await call('DELETE', `/${id}/messages/${first.id}`, owner, undefined, 204);
    expect((await messages(signer))[0]).toMatchObject({ id: first.id, body: '', files: [], reactions: [] });
    expect((await messages(signer))[0]?.deletedAt).not.toBeNull();
    expect(JSON.stringify(await stream(signer))).not.toContain('CANARY');
    expect((await stream(signer)).filter(({ event }) => event.kind === 'message_deleted')).toHaveLength(1);
    expect((await call<FoundMessages>('GET', '/search?q=canary', signer)).items).toEqual([]);
    expect(await scalar(app.db, z.int(), sql`SELECT (SELECT count(*) FROM message_edits WHERE body LIKE 'CANARY%')::int + (SELECT count(*) FROM live_events WHERE payload::text LIKE '%CANARY%')::int`)).toBe(0);
    expect((await app.request(`/api/conversations/${id}/messages/${first.id}`, { method: 'PATCH', body: { body: 'Back' }, cookie: owner.cookie })).status).toBe(404);
  });

  it('is answered with one word of the list a person', async () => {
    const first = await said(owner, 'Wednesday?');
    const react = (word: string | null, status = 204) => call('PUT', `/${id}/messages/${first.id}/reaction`, signer, { word }, status);
    await react('agreed');
    await react('agreed');
    await react('question');
    expect((await messages(owner))[0]?.reactions).toEqual([{ userId: signer.id, word: 'question' }]);
    await react(null);
    expect((await messages(owner))[0]?.reactions).toEqual([]);
    expect((await stream(owner)).flatMap(({ event }) => (event.kind === 'reaction' ? [event.word] : []))).toEqual(['agreed', 'question', null]);
    await react('smile', 400);
  });

  it('answers another of the same conversation, and no other', async () => {
    const first = await said(owner, 'Wednesday?');
    expect((await said(signer, 'Yes', { replyTo: first.id })).replyTo).toEqual({ id: first.id, seq: first.seq });
    const other = await call<Conversation>('POST', '', owner, { kind: 'direct', personId: signer.id }, 201);
    expect((await sayAs(app, owner, other.id, 'Here', { replyTo: first.id })).status).toBe(400);
  });

  it('is found by its words, by those who are in it', async () => {
    await said(owner, 'The harbour office is a build');
    await said(signer, 'A & | ! :* harbor');
    const found = await call<FoundMessages>('GET', '/search?q=harbour%20build', signer);
    expect(found.items).toMatchObject([{ message: { body: 'The harbour office is a build' }, conversation: { id, kind: 'nda', people: [owner.name] } }]);
    for (const q of ['%26%20%7C%20!', "'; DROP TABLE messages", '"unfinished', '%25_']) await call('GET', `/search?q=${q.includes('%') ? q : encodeURIComponent(q)}`, signer);
  });

  it('is paged by its number, newest first, by cursors of this reader and list alone', async () => {
    for (let n = 0; n < 5; n += 1) await said(owner, `Line ${n}`);
    const first = await call<MessageList>('GET', `/${id}/messages?limit=4`, signer);
    expect(first.items.map(({ seq }) => seq)).toEqual([6, 5, 4, 3]);
    const rest = await call<MessageList>('GET', `/${id}/messages?limit=4&cursor=${first.nextCursor}`, signer);
    expect([rest.items.map(({ seq }) => seq), rest.nextCursor]).toEqual([[2, 1], null]);
    expect((await call<MessageList>('GET', `/${id}/messages?before=3`, signer)).items.map(({ seq }) => seq)).toEqual([2, 1]);
    expect((await app.request(`/api/conversations/${id}/messages?cursor=${first.nextCursor}`, { cookie: owner.cookie })).status).toBe(400);
  });

  it('is reported by who can read it, and its words wait for the operator though they were taken back', async () => {
    const [first, admin, stranger] = [await said(owner, 'REPORTED words'), await castPerson(app, 'admin'), await castPerson(app, 'investor')];
    const report = (person: CastMember) => app.request('/api/reports', { body: { subject: { kind: 'message', id: first.id }, reason: 'abuse' }, cookie: person.cookie });
    expect([(await report(stranger)).status, (await report(owner)).status, (await report(signer)).status]).toEqual([404, 404, 202]);
    await call('DELETE', `/${id}/messages/${first.id}`, owner, undefined, 204);
    const { items } = await (await app.request('/api/reports', { cookie: admin.cookie })).json() as { items: { subject: unknown }[] };
    expect(items.map(({ subject }) => subject)).toContainEqual(expect.objectContaining({ kind: 'message', id: first.id, text: 'REPORTED words', state: 'hidden', person: expect.objectContaining({ id: owner.id }) }));
    expect(JSON.stringify([await messages(signer), await stream(signer)])).not.toContain('REPORTED');
  });
});

describe('reading', () => {
  it('moves forward only, to what there is, and counts what is left', async () => {
    await said(owner, 'One');
    await said(owner, 'Two');
    const unread = async () => (await call<Conversation>('GET', `/${id}`, signer)).unread;
    expect(await unread()).toBe(3);
    expect(await call('PUT', `/${id}/read`, signer, { seq: 2 })).toEqual({ seq: 2 });
    expect(await call('PUT', `/${id}/read`, signer, { seq: 1 })).toEqual({ seq: 2 });
    expect(await unread()).toBe(1);
    expect(await call('PUT', `/${id}/read`, signer, { seq: 900 })).toEqual({ seq: 3 });
    expect(await unread()).toBe(0);
    expect((await call<Conversation>('GET', `/${id}`, owner)).people.find((person) => person.id === signer.id)).toMatchObject({ readSeq: 3 });
  });

  it('is muted and put away for oneself, until something is said', async () => {
    await call('PUT', `/${id}/mute`, signer, { until: '2099-01-01T00:00:00.000Z' }, 204);
    await call('PUT', `/${id}/archive`, signer, { archived: true }, 204);
    expect((await call<{ items: Conversation[] }>('GET', '?folder=archived', signer)).items.map((one) => one.id)).toEqual([id]);
    await said(owner, 'Back');
    const { items, counts } = await call<{ items: Conversation[]; counts: { unread: number } }>('GET', '', signer);
    expect([items.map((one) => [one.id, one.mutedUntil]), counts.unread]).toEqual([[[id, '2099-01-01T00:00:00.000Z']], 0]);
    expect((await stream(owner)).filter(({ event }) => event.kind === 'conversation_mine')).toEqual([]);
  });
});

describe('what is told elsewhere', { timeout: 60_000 }, () => {
  const notices = () => rows(app.db, z.object({ kind: z.string(), to: z.array(z.string()) }), sql`
    SELECT payload ->> 'kind' AS kind, payload -> 'to' AS to FROM outbox WHERE topic = 'notify' AND payload ->> 'subject' = ${id} ORDER BY id`);

  it('is that somebody wrote, once until it is read, and not what is muted', async () => {
    await said(owner, 'One');
    await said(owner, 'Two');
    expect(await notices()).toEqual([{ kind: 'message', to: [signer.id] }]);
    // Only this conversation's: what the tests before left waiting is none of this one's.
    await app.db.query(sql`UPDATE outbox SET status = 'done' WHERE topic = 'notify' AND payload ->> 'subject' <> ${id}`);
    await deliverNotices(app);
    const lines = () => rows(app.db, z.object({ isRead: z.boolean() }), sql`SELECT read_at IS NOT NULL AS "isRead" FROM notifications WHERE user_id = ${signer.id} AND group_key = ${`conversation:${id}`}`);
    expect(await lines()).toEqual([{ isRead: false }]);
    await app.db.query(sql`UPDATE notifications SET in_app = true WHERE user_id = ${signer.id}`);
    await call('PUT', `/${id}/read`, signer, { seq: 3 });
    // Read here is read in the bell, and a mail that waited for it is not sent.
    expect(await lines()).toEqual([{ isRead: true }]);
    expect((await stream(signer)).map(({ event }) => event.kind).slice(-2)).toEqual(['read', 'notification_read']);
    await said(owner, 'Three');
    expect(await notices()).toHaveLength(2);
    await call('PUT', `/${id}/read`, signer, { seq: 4 });
    await call('PUT', `/${id}/mute`, signer, { until: '2099-01-01T00:00:00.000Z' }, 204);
    await said(owner, 'Four');
    expect(await notices()).toHaveLength(2);
  });

  it('is a request where they do not know each other', async () => {
    const stranger = await castPerson(app, 'investor');
    id = (await call<Conversation>('POST', '', stranger, { kind: 'direct', personId: owner.id }, 201)).id;
    await said(stranger, 'Hello');
    expect(await notices()).toEqual([{ kind: 'message-request', to: [owner.id] }]);
  });
});

describe('a file', () => {
  it('is for those in the conversation, and goes with the words', async () => {
    const stored = await (await store(owner, pdf(), 'kind=file&name=week-1.pdf')).json() as MessageFile;
    expect(stored).toMatchObject({ source: 'conversation', kind: 'file', fileName: 'week-1.pdf', contentType: 'application/pdf' });
    const get = (person: CastMember, headers = {}) => app.request(stored.url, { cookie: person.cookie, headers });
    // Not sent yet: its owner's alone.
    expect([(await get(owner)).status, (await get(signer)).status]).toEqual([200, 404]);
    expect((await sayAs(app, signer, id, '', { attachments: [stored.id] })).status).toBe(400);
    const sent = await said(owner, '', { attachments: [stored.id] });
    expect(sent.files).toEqual([stored]);
    expect((await messages(signer))[0]?.files).toEqual([stored]);
    const served = await get(signer);
    expect([served.status, served.headers.get('cache-control'), served.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, 'private, no-store', true]);
    const part = await get(signer, { range: 'bytes=0-3' });
    expect([part.status, await part.text(), part.headers.get('content-range')?.startsWith('bytes 0-3/')]).toEqual([206, '%PDF', true]);
    expect((await get(await castPerson(app, 'investor'))).status).toBe(404);
    expect((await sayAs(app, owner, id, 'Again', { attachments: [stored.id] })).status).toBe(400);
    await call('DELETE', `/${id}/messages/${sent.id}`, owner, undefined, 204);
    expect((await get(owner)).status).toBe(404);
    expect(await scalar(app.db, z.string(), sql`SELECT payload::text FROM outbox WHERE topic = 'files.discard' ORDER BY id DESC LIMIT 1`)).toContain(stored.id);
  });

  it('of a pitch keeps its gate: who may not open it is not told its name', async () => {
    const pitch = await castPitch(app, owner);
    const [nda, deal] = [app.services.newId(), app.services.newId()];
    for (const [file, gate] of [[nda, 'public'], [deal, 'deal']] as const) {
      await app.db.batch([
        sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${file}, ${owner.id}, 'attachment', ${gate}, ${`${gate}-name.pdf`}, 'application/pdf', 9, 'x', ${`k/${file}`})`,
        sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${pitch.id}, ${file}, 'attachment')`,
      ]);
    }
    await said(owner, 'Both', { attachments: [deal, nda] });
    expect((await messages(signer))[0]?.files.map(({ fileName, gate }) => [fileName, gate])).toEqual([[null, 'deal'], ['public-name.pdf', 'public']]);
    expect((await messages(owner))[0]?.files.map(({ fileName }) => fileName)).toEqual(['deal-name.pdf', 'public-name.pdf']);
    expect(JSON.stringify([await stream(signer), await stream(owner)])).not.toContain('-name.pdf');
    expect((await sayAs(app, signer, id, 'Yours', { attachments: [nda] })).status).toBe(400);
  });

  it('is what its bytes are: recordings, papers and pictures, and nothing else', async () => {
    const recording = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, '../../testing/recordings', name)));
    const recorded = recording('chromium.webm');
    for (const [bytes, durationMs] of [[recorded, 2279], [webm('A_OPUS'), null]] as const) {
      const voice = await store(signer, bytes, 'kind=voice&name=note.webm');
      expect([voice.status, await voice.json()]).toMatchObject([201, { kind: 'voice', contentType: 'audio/webm', durationMs }]);
    }
    expect((await store(signer, recorded, 'kind=voice&name=note.webm&durationMs=4200')).status).toBe(400);
    for (const [bytes, query] of [
      [webm('V_VP8 A_OPUS'), 'kind=voice&name=film.webm'], [recording('chromium-film.webm'), 'kind=voice&name=a.webm'], [recording('chromium-film.mp4'), 'kind=voice&name=a.m4a'], [pdf(), 'kind=voice&name=a.webm'], [Buffer.from('<html><script>'), 'kind=file&name=a.pdf'], [Buffer.from('%PDF-1.7 <html>%%EOF'), 'kind=file&name=a.pdf'],
      [Buffer.from('<svg onload="x">'), 'kind=file&name=a.svg'],
    ] as const) expect((await store(signer, new Uint8Array(bytes), query)).status).toBe(415);
    // A block of sound at 303 s, whatever else is said of it.
    expect((await store(signer, new Uint8Array([...webm('A_OPUS', 0).subarray(0, 4), 0x8e, ...Buffer.from('webm....A_OPUS'), 0x1f, 0x43, 0xb6, 0x75, 0x8e, 0xe7, 0x83, 0x04, 0x9f, 0x98, 0xa3, 0x84, 0x81, 0, 0, 0x80]), 'kind=voice&name=a.webm')).status).toBe(400);
    expect((await store(signer, webm('A_OPUS', 6 * 1024 * 1024), 'kind=voice&name=a.webm')).status).toBe(413);
    const still = await (await store(signer, await picture(40, 30), 'kind=file&name=still.jpg')).json() as MessageFile;
    expect(still).toMatchObject({ contentType: 'image/webp', fileName: 'still.webp' });
    expect(Buffer.from(await (await app.request(still.url, { cookie: signer.cookie })).arrayBuffer()).toString('latin1')).not.toContain('CANARY-EXIF');
    expect((await store(await castPerson(app, 'investor'), pdf(), 'kind=file&name=a.pdf')).status).toBe(404);
    app.clock.advance(25 * 3_600_000);
    expect(await sweepUnsentFiles(app.services)).toBeGreaterThanOrEqual(2);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM conversation_files WHERE message_id IS NULL`)).toBe(0);
  });
});

describe('a group', { timeout: 60_000 }, () => {
  it('is made of people who know its opener, tells who comes and goes, and hides the past from newcomers', async () => {
    const third = await castPerson(app, 'production');
    expect((await app.request('/api/conversations', { body: { kind: 'group', title: 'Us', personIds: [signer.id, third.id] }, cookie: owner.cookie })).status).toBe(409);
    await signBetween(app, await castPitch(app, owner), owner, third);
    const group = await call<Conversation>('POST', '', owner, { kind: 'group', title: 'Us', personIds: [signer.id] }, 201);
    id = group.id;
    await said(owner, 'Before');
    expect((await app.request(`/api/conversations/${id}/members`, { body: { personIds: [third.id] }, cookie: signer.cookie })).status).toBe(403);
    await call('POST', `/${id}/members`, owner, { personIds: [third.id] });
    expect((await messages(third)).map(({ body }) => body)).toEqual([`${owner.name} added ${third.name}.`]);
    await said(third, 'Hello');
    await call('DELETE', `/${id}/members/${signer.id}`, owner, undefined, 204);
    expect(app.rechecked).toContain(signer.id);
    for (const path of [`/api/conversations/${id}`, `/api/conversations/${id}/messages`]) expect((await app.request(path, { cookie: signer.cookie })).status).toBe(404);
    expect((await sayAs(app, signer, id, 'Still here')).status).toBe(404);
    // What was said while they were in it is no longer told again, and that they are out is.
    expect(JSON.stringify(await stream(signer))).not.toContain('Before');
    expect((await stream(signer)).at(-1)?.event).toMatchObject({ kind: 'conversation_mine', folder: 'left' });
    await call('DELETE', `/${id}/members/${owner.id}`, owner, undefined, 204);
    expect((await call<Conversation>('PATCH', `/${id}`, third, { title: 'Mine now' })).createdBy).toBe(third.id);
    expect((await messages(third)).map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3]);
  });

  it('is not made of people between whom a block stands, whoever of them set it, and says neither who nor why', async () => {
    const [third, fourth] = [await castPerson(app, 'production'), await castPerson(app, 'investor')];
    for (const person of [third, fourth]) await signBetween(app, await castPitch(app, owner), owner, person);
    const open = (...people: CastMember[]) => app.request('/api/conversations', { body: { kind: 'group', title: 'Us', personIds: people.map((person) => person.id) }, cookie: owner.cookie });
    const add = (group: string, ...people: CastMember[]) => app.request(`/api/conversations/${group}/members`, { body: { personIds: people.map((person) => person.id) }, cookie: owner.cookie });
    expect((await app.request(`/api/users/${third.id}/block`, { method: 'PUT', cookie: fourth.cookie })).status).toBe(204);
    const before = await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM conversations`);
    for (const people of [[third, fourth], [fourth, signer, third]]) {
      const refused = await open(...people);
      const text = await refused.text();
      expect([refused.status, (JSON.parse(text) as { error: { reason: string } }).error.reason]).toEqual([409, 'apart']);
      for (const { id: personId, name } of people) for (const word of [personId, name, 'block']) expect(text).not.toContain(word);
    }
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM conversations`)).toBe(before);
    const group = await (await open(third)).json() as Conversation;
    for (const people of [[fourth], [signer, fourth]]) expect((await add(group.id, ...people)).status).toBe(409);
    expect((await add(group.id, signer)).status).toBe(200);
    // Two who fell out in it are no reason to keep others out.
    expect((await app.request(`/api/users/${third.id}/block`, { method: 'PUT', cookie: signer.cookie })).status).toBe(204);
    expect((await app.request(`/api/users/${third.id}/block`, { method: 'DELETE', cookie: fourth.cookie })).status).toBe(204);
    expect((await add(group.id, fourth)).status).toBe(200);
  });

  it('hides two people from each other between whom a block stands, and nobody else', async () => {
    const third = await castPerson(app, 'production');
    await signBetween(app, await castPitch(app, owner), owner, third);
    id = (await call<Conversation>('POST', '', owner, { kind: 'group', title: 'Us', personIds: [signer.id, third.id] }, 201)).id;
    await app.request(`/api/users/${third.id}/block`, { method: 'PUT', cookie: signer.cookie });
    const first = await said(third, 'CANARY for the owner');
    expect((await messages(owner))[0]).toMatchObject({ body: 'CANARY for the owner', hidden: false });
    expect((await messages(signer))[0]).toMatchObject({ id: first.id, body: '', hidden: true });
    expect(JSON.stringify(await stream(signer))).not.toContain('CANARY');
    await call('PATCH', `/${id}/messages/${first.id}`, third, { body: 'CANARY changed' });
    await call('PUT', `/${id}/messages/${first.id}/reaction`, third, { word: 'agreed' }, 204);
    expect(JSON.stringify([await stream(signer), await messages(signer), await call('GET', '/search?q=canary', signer), await call('GET', '', signer)])).not.toMatch(/CANARY|agreed/);
    expect(JSON.stringify(await stream(owner))).toContain('CANARY changed');
    expect((await app.request(`/api/conversations/${id}/messages/${first.id}/reaction`, { method: 'PUT', body: { word: 'no' }, cookie: signer.cookie })).status).toBe(404);
    expect((await stream(signer)).map(({ seq }) => seq)).toEqual((await stream(signer)).map((_, n) => n + 1));
  });
});
