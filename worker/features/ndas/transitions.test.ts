// Every move from every state by every person, over HTTP, generated from the table: legal ones lead where it says, the rest change nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { runNdaClock } from './jobs.ts';
import { settingsOf } from '../../env.ts';
import { newSession } from '../../testing/cast.ts';
import { NDA_STATUSES, type Nda, type NdaStatus } from './schema.ts';
import { destination, MOVES } from './transitions.ts';

const ACTIONS = ['approve', 'reject', 'counter', 'withdraw', 'sign', 'revoke'] as const;
type UserAction = (typeof ACTIONS)[number];
type Who = 'owner' | 'signer' | 'stranger' | 'anonymous';

let app: TestApp;
let owner: CastMember;
let stranger: CastMember;
const DAY = 86_400_000;

beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'production', { name: 'Olive Owner', company: 'Owner Pictures' });
  stranger = await castPerson(app, 'investor');
});
afterAll(() => app.close());

const read = async (response: Response): Promise<Nda> => (await response.json()) as Nda;

interface Scene { nda: Nda; signer: CastMember }

async function act(scene: Scene, action: UserAction, cookie: string | undefined): Promise<Response> {
  const current = await read(await app.request(`/api/ndas/${scene.nda.id}`, { cookie: scene.signer.cookie }));
  const bodies: Record<UserAction, unknown> = {
    approve: {}, reject: { reason: 'Not now.' }, counter: { terms: { termMonths: current.terms.termMonths + 1 }, note: 'Longer.' }, withdraw: { reason: 'Changed my mind.' },
    sign: { name: 'Sig Ner', signature: { kind: 'typed', value: 'Sig Ner' }, accepted: true, documentHash: current.document.hash }, revoke: { reason: 'Enough read.' },
  };
  return app.request(`/api/ndas/${scene.nda.id}/${action}`, { body: bodies[action], cookie });
}

async function requested(): Promise<Scene> {
  const signer = await castPerson(app, 'investor');
  const pitch = await castPitch(app, owner);
  const response = await app.request('/api/ndas/request', { body: { pitchId: pitch.id, message: 'May I read?' }, cookie: signer.cookie });
  expect(response.status, await response.clone().text()).toBe(201);
  return { nda: await read(response), signer };
}

const clock = () => runNdaClock({ services: app.services, settings: settingsOf(app.env), actor: null });

/** Leads a fresh NDA into a state by legal moves. */
async function sceneIn(status: NdaStatus): Promise<Scene> {
  const scene = await requested();
  const go = async (action: UserAction, cookie: string): Promise<void> => {
    const response = await act(scene, action, cookie);
    expect(response.status, await response.clone().text()).toBe(200);
  };
  if (status === 'countered') await go('counter', owner.cookie);
  if (status === 'rejected') await go('reject', owner.cookie);
  if (status === 'withdrawn') await go('withdraw', scene.signer.cookie);
  if (['approved', 'signed', 'revoked', 'expired', 'superseded'].includes(status)) await go('approve', owner.cookie);
  if (['signed', 'revoked', 'expired', 'superseded'].includes(status)) await go('sign', scene.signer.cookie);
  if (status === 'revoked') await go('revoke', owner.cookie);
  if (status === 'superseded') {
    const renewed = await app.request(`/api/ndas/${scene.nda.id}/renew`, { body: {}, cookie: scene.signer.cookie });
    expect(renewed.status, await renewed.clone().text()).toBe(201);
    const next = { nda: await read(renewed), signer: scene.signer };
    expect((await act(next, 'approve', owner.cookie)).status).toBe(200);
    expect((await act(next, 'sign', scene.signer.cookie)).status).toBe(200);
  }
  if (status === 'lapsed' || status === 'expired') {
    app.clock.advance((status === 'lapsed' ? 15 : 366) * DAY);
    await clock();
    owner = { ...owner, cookie: await newSession(app, owner.id) };
    stranger = { ...stranger, cookie: await newSession(app, stranger.id) };
    scene.signer = { ...scene.signer, cookie: await newSession(app, scene.signer.id) };
  }
  scene.nda = await read(await app.request(`/api/ndas/${scene.nda.id}`, { cookie: scene.signer.cookie }));
  expect(scene.nda.status).toBe(status);
  return scene;
}

/** Where a call leads: the table's word, and the one call that stands for two moves. */
function expected(from: NdaStatus, action: UserAction, who: Who): NdaStatus | undefined {
  if (who === 'stranger' || who === 'anonymous') return undefined;
  if (from === 'countered' && action === 'approve' && who === 'signer') return 'approved';
  return destination(from, action, who);
}

describe('the table', () => {
  it('is the one that the database enforces', async () => {
    const Row = z.object({ from: z.string(), action: z.string(), by: z.string(), to: z.string() });
    const inDatabase = await rows(app.db, Row, sql`SELECT from_status AS "from", action, actor AS by, to_status AS "to" FROM nda_transitions ORDER BY 1, 2, 3`);
    const key = (move: z.output<typeof Row>): string => `${move.from} ${move.action} ${move.by} ${move.to}`;
    expect(inDatabase.map(key).toSorted()).toEqual(MOVES.map(key).toSorted());
  });

  it('is refused to be passed by in SQL', async () => {
    const { nda } = await requested();
    await expect(app.db.query(sql`UPDATE ndas SET status = 'signed', signed_at = now(), expires_at = now() + interval '1 day' WHERE id = ${nda.id}`)).rejects.toThrow(/does not go from requested to signed/);
    await expect(app.db.query(sql`UPDATE ndas SET terms = '{}' WHERE id = ${nda.id}`)).rejects.toThrow(/terms change only with the status/);
    await expect(app.db.query(sql`DELETE FROM ndas WHERE id = ${nda.id}`)).rejects.toThrow(/never altered/);
    await expect(app.db.query(sql`UPDATE nda_events SET reason = 'x' WHERE nda_id = ${nda.id}`)).rejects.toThrow(/never altered/);
  });
});

describe.each(NDA_STATUSES)('from %s', (from) => {
  it('every action of everybody', async () => {
    let scene = await sceneIn(from);
    for (const action of ACTIONS) {
      for (const who of ['owner', 'signer', 'stranger', 'anonymous'] as const) {
        const at = `${action} by ${who}`;
        const cookie = { owner: owner.cookie, signer: scene.signer.cookie, stranger: stranger.cookie, anonymous: undefined }[who];
        const to = expected(from, action, who);
        const before = await scalar(app.db, z.number(), sql`SELECT count(*) FROM nda_audit_log WHERE nda_id = ${scene.nda.id}`);
        const response = await act(scene, action, cookie);
        const events = await rows(app.db, z.object({ to: z.string() }), sql`SELECT to_status AS "to" FROM nda_events WHERE nda_id = ${scene.nda.id} ORDER BY seq`);
        if (to === undefined) {
          expect(response.status, at).toBe({ owner: 409, signer: 409, stranger: 404, anonymous: 401 }[who]);
          if (response.status === 409) expect(((await response.json()) as { error: { code: string } }).error.code, at).toBe('illegal_transition');
          expect(events.at(-1)?.to, at).toBe(from);
          expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM nda_audit_log WHERE nda_id = ${scene.nda.id}`), at).toBe(before);
          continue;
        }
        expect(response.status, `${at}: ${await response.clone().text()}`).toBe(200);
        const nda = await read(response);
        expect(nda.status, at).toBe(to);
        expect(events.at(-1)?.to, at).toBe(to);
        const last = nda.history.at(-1);
        expect(last, at).toMatchObject({ to, at: expect.any(String) });
        expect(nda.history.map(({ to: step }) => step), at).toEqual(events.map(({ to: step }) => step));
        scene = await sceneIn(from);
      }
    }
  }, 60_000);
});
