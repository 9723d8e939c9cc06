// Proof that proof works: whatever row is touched, service and offline program name it; what is untouched passes both.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, type Sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Nda } from '../ndas/schema.ts';

let app: TestApp;
let owner: CastMember;
let signer: CastMember;
const folder = mkdtempSync(join(tmpdir(), 'pitchey-evidence-'));

beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const post = async (path: string, body: unknown, person: CastMember): Promise<Nda> => {
  const response = await app.request(path, { body, cookie: person.cookie });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as Nda;
};

const PNG = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** request, counter, accept (two entries), sign, revoke: six entries. */
async function signedNda(): Promise<Nda> {
  // A reader of its own for each: ten requests a day are all one has.
  signer = await castPerson(app, 'investor', { name: 'Łukasz 山田 O\'Neil', company: 'Northlight' });
  const pitch = await castPitch(app, owner, { title: 'Night Ferry' });
  const asked = await post('/api/ndas/request', { pitchId: pitch.id, message: 'Please.' }, signer);
  await post(`/api/ndas/${asked.id}/counter`, { terms: { termMonths: 40 }, note: 'Longer.' }, owner);
  const approved = await post(`/api/ndas/${asked.id}/approve`, {}, signer);
  await post(`/api/ndas/${asked.id}/sign`, { name: 'Łukasz O\'Neil', title: 'Partner', signature: { kind: 'drawn', value: PNG }, accepted: true, documentHash: approved.document.hash }, signer);
  const revoked = await post(`/api/ndas/${asked.id}/revoke`, { reason: 'Sold.' }, owner);
  // The PDF is made behind the answer, from rows that a test may then take away.
  await app.settle();
  return revoked;
}

interface Verdict { valid: boolean; entries: number; firstBroken?: number }
const verify = async (id: string): Promise<Verdict> => (await (await app.request(`/api/ndas/${id}/verify`, { cookie: owner.cookie })).json()) as Verdict;

/** What somebody with every right on the database can do. */
async function tamper(...statements: Sql[]): Promise<void> {
  await app.db.batch([sql`SET LOCAL session_replication_role = replica`, ...statements]);
}

const TABLES = ['nda_audit_log', 'nda_audit_heads', 'nda_documents', 'nda_events', 'nda_signatures'] as const;

/** Gives a function that puts every row of an NDA back as it is now. */
async function snapshot(id: string): Promise<() => Promise<void>> {
  const kept = await Promise.all(TABLES.map(async (table) => JSON.stringify((await app.db.query(sql`SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') AS rows FROM ${sql.ident(table)} t WHERE nda_id = ${id}`)).rows[0]?.rows)));
  const nda = JSON.stringify((await app.db.query(sql`SELECT to_jsonb(t) AS nda FROM ndas t WHERE id = ${id}`)).rows[0]?.nda);
  return () => tamper(
    ...TABLES.flatMap((table, index) => [
      sql`DELETE FROM ${sql.ident(table)} WHERE nda_id = ${id}`,
      sql`INSERT INTO ${sql.ident(table)} SELECT * FROM jsonb_populate_recordset(NULL::${sql.ident(table)}, ${kept[index]}::jsonb)`,
    ]),
    sql`UPDATE ndas n SET (status, terms, expires_at) = (SELECT status, terms, expires_at FROM jsonb_populate_record(NULL::ndas, ${nda}::jsonb)) WHERE id = ${id}`,
  );
}

const runVerifier = (at: string, ...args: string[]): Promise<{ code: number; out: string }> => new Promise((done) => {
  execFile(process.execPath, ['verify.mjs', ...args], { cwd: at, env: {} as NodeJS.ProcessEnv }, (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, out: stdout + stderr }));
});

let unpacked = 0;
async function unpack(id: string): Promise<string> {
  const response = await app.request(`/api/ndas/${id}/evidence.zip`, { cookie: signer.cookie });
  expect(response.status, response.ok ? '' : await response.clone().text()).toBe(200);
  const at = join(folder, String(++unpacked));
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())))) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), bytes);
  }
  return at;
}

describe('an untouched record', () => {
  it('is valid here and offline, and names its key', async () => {
    const nda = await signedNda();
    await app.settle();
    expect(await verify(nda.id)).toMatchObject({ valid: true, entries: 6 });
    const at = await unpack(nda.id);
    const { keys } = (await (await app.request('/api/evidence/keys')).json()) as { keys: { id: string }[] };
    const result = await runVerifier(at, keys[0]?.id ?? '');
    expect(result.out).toContain(`VALID: 6 entries, sealed with key ${keys[0]?.id}`);
    expect(result.code).toBe(0);
    expect((await runVerifier(at, '0000000000000000')).code).toBe(1);
  });

  it('comes as a PDF with the exact text inside, the same bytes each time', async () => {
    const nda = await signedNda();
    await app.settle();
    const get = async (): Promise<Uint8Array> => new Uint8Array(await (await app.request(`/api/ndas/${nda.id}/document.pdf`, { cookie: signer.cookie })).arrayBuffer());
    const [one, two] = [await get(), await get()];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    await app.services.storage.delete(`nda/signed/${nda.id}.pdf`);
    expect(Buffer.from(await get()).equals(Buffer.from(one))).toBe(true);
    const pdf = await PDFDocument.load(one);
    expect(pdf.getTitle()).toContain('Night Ferry');
    expect(pdf.getPageCount()).toBeGreaterThanOrEqual(3);
  });

  it('is for the parties alone', async () => {
    const nda = await signedNda();
    const stranger = await castPerson(app, 'investor');
    for (const paper of ['verify', 'document.pdf', 'evidence.zip']) {
      expect((await app.request(`/api/ndas/${nda.id}/${paper}`, { cookie: stranger.cookie })).status).toBe(404);
      expect((await app.request(`/api/ndas/${nda.id}/${paper}`)).status).toBe(401);
    }
  });

  it('is never called valid when it cannot be read', async () => {
    const nda = await signedNda();
    await app.db.query(sql`ALTER TABLE nda_audit_heads RENAME TO nda_audit_heads_away`);
    const response = await app.request(`/api/ndas/${nda.id}/verify`, { cookie: owner.cookie });
    await app.db.query(sql`ALTER TABLE nda_audit_heads_away RENAME TO nda_audit_heads`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('"valid"');
  });
});

describe('a touched record', () => {
  it('breaks at each entry that is edited, also with its own hash made to fit', async () => {
    const nda = await signedNda();
    const restore = await snapshot(nda.id);
    for (let seq = 1; seq <= 6; seq += 1) {
      await restore();
      await tamper(sql`UPDATE nda_audit_log SET entry = replace(entry, '"by"', '"By"') WHERE nda_id = ${nda.id} AND seq = ${seq}`);
      expect(await verify(nda.id), `edited ${seq}`).toMatchObject({ valid: false, firstBroken: seq });
      await tamper(sql`UPDATE nda_audit_log SET hash = encode(sha256(convert_to(prev_hash || E'\n' || entry, 'UTF8')), 'hex') WHERE nda_id = ${nda.id} AND seq = ${seq}`);
      const refitted = await verify(nda.id);
      expect(refitted.valid, `refitted ${seq}`).toBe(false);
      expect(refitted.firstBroken, `refitted ${seq}`).toBeLessThanOrEqual(seq + 1);
    }
  });

  it('breaks at each entry that is taken away, the last one included', async () => {
    const nda = await signedNda();
    await app.settle();
    const restore = await snapshot(nda.id);
    for (let seq = 1; seq <= 6; seq += 1) {
      await restore();
      await tamper(sql`DELETE FROM nda_audit_log WHERE nda_id = ${nda.id} AND seq = ${seq}`);
      expect(await verify(nda.id), `deleted ${seq}`).toMatchObject({ valid: false, firstBroken: seq });
      const result = await runVerifier(await unpack(nda.id));
      expect(result.out, `deleted ${seq}`).toContain(`BROKEN at entry ${seq}`);
      expect(result.code).toBe(1);
    }
  });

  it('breaks when the tail is cut together with the head, the status and the history', async () => {
    const nda = await signedNda();
    await app.settle();
    await tamper(
      sql`DELETE FROM nda_audit_log WHERE nda_id = ${nda.id} AND seq = 6`,
      sql`UPDATE nda_audit_heads h SET seq = 5, hash = (SELECT hash FROM nda_audit_log l WHERE l.nda_id = h.nda_id AND l.seq = 5) WHERE nda_id = ${nda.id}`,
      sql`DELETE FROM nda_events WHERE nda_id = ${nda.id} AND seq = 6`, sql`UPDATE ndas SET status = 'signed' WHERE id = ${nda.id}`,
    );
    expect(await verify(nda.id)).toMatchObject({ valid: false, firstBroken: 5 });
  });

  it('breaks when an old head that was really sealed is put back: the witness outside of the database knows better', async () => {
    signer = await castPerson(app, 'investor');
    const pitch = await castPitch(app, owner);
    const asked = await post('/api/ndas/request', { pitchId: pitch.id }, signer);
    const old = (await app.db.query(sql`SELECT * FROM nda_audit_heads WHERE nda_id = ${asked.id}`)).rows[0] as { seq: number; hash: string; seal: string; sealed_at: string };
    await post(`/api/ndas/${asked.id}/reject`, { reason: 'No.' }, owner);
    await app.settle();
    await tamper(
      sql`DELETE FROM nda_audit_log WHERE nda_id = ${asked.id} AND seq = 2`, sql`DELETE FROM nda_events WHERE nda_id = ${asked.id} AND seq = 2`,
      sql`UPDATE nda_audit_heads SET seq = ${old.seq}, hash = ${old.hash}, seal = ${old.seal}, sealed_at = ${old.sealed_at} WHERE nda_id = ${asked.id}`,
      sql`UPDATE ndas SET status = 'requested' WHERE id = ${asked.id}`,
    );
    expect(await verify(asked.id)).toMatchObject({ valid: false, firstBroken: 2 });
  });

  it('breaks when a row that it speaks of is edited', async () => {
    const cases: [string, (id: string) => Sql, number][] = [
      ['document', (id) => sql`UPDATE nda_documents SET html = replace(html, '40 months', '4 months'), sha256 = encode(sha256(convert_to(replace(html, '40 months', '4 months'), 'UTF8')), 'hex') WHERE nda_id = ${id}`, 2],
      ['status', (id) => sql`UPDATE ndas SET status = 'signed' WHERE id = ${id}`, 6],
      ['terms', (id) => sql`UPDATE ndas SET terms = jsonb_set(terms, '{download}', 'false') WHERE id = ${id}`, 2],
      ['end', (id) => sql`UPDATE ndas SET expires_at = expires_at + interval '1 year' WHERE id = ${id}`, 5],
      ['signature', (id) => sql`UPDATE nda_signatures SET name = 'Somebody Else' WHERE nda_id = ${id}`, 5],
      ['drawing', (id) => sql`UPDATE nda_signatures SET value = value || 'A' WHERE nda_id = ${id}`, 5],
      ['address', (id) => sql`UPDATE nda_signatures SET ip = '203.0.113.1' WHERE nda_id = ${id}`, 5],
      ['history', (id) => sql`UPDATE nda_events SET reason = 'Other.' WHERE nda_id = ${id} AND seq = 6`, 6],
      ['history gone', (id) => sql`DELETE FROM nda_events WHERE nda_id = ${id} AND seq = 6`, 6],
      ['head gone', (id) => sql`DELETE FROM nda_audit_heads WHERE nda_id = ${id}`, 7],
      ['seal', (id) => sql`UPDATE nda_audit_heads SET seal = CASE WHEN left(seal, 1) = 'A' THEN 'B' ELSE 'A' END || substr(seal, 2) WHERE nda_id = ${id}`, 6],
    ];
    const nda = await signedNda();
    const restore = await snapshot(nda.id);
    for (const [name, statement, seq] of cases) {
      await tamper(statement(nda.id));
      expect(await verify(nda.id), name).toMatchObject({ valid: false, firstBroken: seq });
      await restore();
      expect(await verify(nda.id), `${name}, put back`).toMatchObject({ valid: true });
    }
  });

  it('breaks offline when a file of the bundle is edited, added or taken away', async () => {
    const at = await unpack((await signedNda()).id);
    const pdf = join(at, 'agreement.pdf');
    const whole = readFileSync(pdf);
    writeFileSync(pdf, Buffer.concat([whole, Buffer.from(' ')]));
    expect((await runVerifier(at)).out).toContain('agreement.pdf: not the file that was packed');
    rmSync(pdf);
    expect((await runVerifier(at)).out).toContain('agreement.pdf: missing');
    writeFileSync(pdf, whole);
    expect((await runVerifier(at)).code).toBe(0);
    writeFileSync(join(at, 'note.txt'), 'x');
    expect((await runVerifier(at)).out).toContain('note.txt: not part of the bundle');
    rmSync(join(at, 'note.txt'));
    const chain = readFileSync(join(at, 'chain.json'), 'utf8');
    writeFileSync(join(at, 'chain.json'), chain.replace('Longer.', 'Shorter.'));
    expect((await runVerifier(at)).out).toContain('BROKEN at entry 2');
  });
});
