// A market in which every shut thing holds a word of its own, and one reader of each tier: what the tier matrix walks through.
import { expect } from 'vitest';
import { createAlerter } from '../features/saved-searches/jobs.ts';
import type { Nda } from '../features/ndas/schema.ts';
import type { Tier } from '../features/pitches/gates.ts';
import { sql } from '../platform/db/sql.ts';
import { castPerson, type CastMember } from './cast.ts';
import { createPitch, picture, publishedPitch, uploaded } from './factories.ts';
import { screenplay } from './screenplay.ts';
import type { TestApp } from './test-app.ts';

/** A word that stands in one place only, and the tier from which on it may be read. */
export interface Secret {
  word: string;
  tier: Tier;
  /** Found in bytes or rendered pages of a file rather than in a text of the API. */
  isBytes?: true;
}

export interface Reader {
  who: string;
  tier: Tier;
  /** Reads and writes the fields of a pitch and its draft with the owner; everything else of them is as for any member. */
  isEditor?: true;
  person: CastMember | null;
  cookie: string | undefined;
}

/** What the fields of a pitch say, as against its files and its history. */
const FIELD = /^zq(?:draft(?:title|logline|synopsis|member|budget|source)|(?:member|confidential|nda|deal)(?:marketingstrategy|distributionplan|budgetbreakdown|contactdetails|financialprojections)|confidential(?:source|note))$|^7171717/;

const order = ['public', 'member', 'confidential', 'nda', 'deal', 'owner'] as const satisfies readonly Tier[];
/** Whether a word is for somebody. */
export const isFor = ({ tier, isEditor }: Pick<Reader, 'tier' | 'isEditor'>, secret: Secret): boolean => (isEditor && FIELD.test(secret.word)) || order.indexOf(tier) >= order.indexOf(secret.tier);

const gated = ['member', 'confidential', 'nda', 'deal'] as const;
type Gated = (typeof gated)[number];
const fields = { marketingStrategy: 'member', distributionPlan: 'confidential', budgetBreakdown: 'nda', contactDetails: 'nda', financialProjections: 'deal' } as const satisfies Record<string, Gated>;

/** A PDF with a word on its page, and another behind its end that only whoever gets the original bytes sees. */
async function paper(text: string, bytes: string): Promise<Uint8Array> {
  return Buffer.concat([await screenplay(1, text), Buffer.from(`\n%${bytes}\n`)]);
}

const made = async <T>(response: Response): Promise<T> => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return await response.json() as T;
};

async function signed(app: TestApp, owner: CastMember, pitchId: string, person: CastMember): Promise<Nda> {
  const asked = await made<Nda>(await app.request('/api/ndas/request', { body: { pitchId }, cookie: person.cookie }));
  const approved = await made<Nda>(await app.request(`/api/ndas/${asked.id}/approve`, { body: {}, cookie: owner.cookie }));
  const body = { name: person.name, signature: { kind: 'typed', value: person.name }, accepted: true, documentHash: approved.document.hash };
  return made<Nda>(await app.request(`/api/ndas/${asked.id}/sign`, { body, cookie: person.cookie }));
}

export async function tierWorld(app: TestApp) {
  const secrets: Secret[] = [];
  const secret = (word: string, tier: Tier, isBytes?: true): string => {
    secrets.push({ word, tier, ...(isBytes && { isBytes }) });
    return word;
  };
  const owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
  const [rival, admin, member, clicked, signer, dealer, former, unverified] = await Promise.all(
    (['creator', 'admin', 'investor', 'investor', 'production', 'investor', 'investor', 'investor'] as const).map((portal) => castPerson(app, portal)),
  ) as [CastMember, CastMember, CastMember, CastMember, CastMember, CastMember, CastMember, CastMember];
  await app.db.query(sql`UPDATE users SET email_verified = false WHERE id = ${unverified.id}`);
  const call = (person: CastMember, method: string, path: string, body?: unknown): Promise<Response> => app.request(path, { method, cookie: person.cookie, ...(body !== undefined && { body }) });
  const editor = await castPerson(app, 'production');
  const followers = [rival, admin, member, clicked, signer, dealer, former];
  const alerts: string[] = [];
  for (const person of followers) {
    await call(person, 'PUT', `/api/users/${owner.id}/follow`);
    alerts.push((await made<{ id: string }>(await call(person, 'POST', '/api/saved-searches', { name: 'All drama', filters: { genre: 'drama' }, frequency: 'instant' }))).id);
  }

  const draft = await createPitch(app, owner, {
    title: `The ${secret('zqdrafttitle', 'owner')}`, logline: `A ${secret('zqdraftlogline', 'owner')}.`, synopsis: `${secret('zqdraftsynopsis', 'owner')} `.repeat(20),
    team: [{ name: secret('zqdraftmember', 'owner'), role: 'Lead', status: 'interested' }], protected: { budgetBreakdown: secret('zqdraftbudget', 'owner') }, financePlan: { currency: 'USD', budget: null, sources: [{ kind: 'equity', name: secret('zqdraftsource', 'owner'), amount: 1, status: 'sought', note: '' }] },
  });
  const draftFile = await uploaded(app, owner, draft.id, { kind: 'deck', contentType: 'application/pdf', gate: 'public', fileName: `${secret('zqdraftname', 'owner')}.pdf`, bytes: await paper(secret('zqdrafttext', 'owner', true), secret('zqdraftbytes', 'owner', true)) });

  const invite = async (pitchId: string): Promise<void> => {
    await app.db.query(sql`INSERT INTO pitch_editors (pitch_id, user_id, invited_at) VALUES (${pitchId}, ${editor.id}, ${new Date(app.clock.now()).toISOString()})`);
    expect((await call(editor, 'POST', `/api/pitches/${pitchId}/editors/accept`)).status).toBe(204);
  };
  await invite(draft.id);

  // What a pitch said before it was published, and what one said that has left the market, is its owner's again.
  const { id } = await createPitch(app, owner, { title: 'Salt Year', tone: secret('zqbeforetone', 'owner'), financePlan: { currency: 'USD', budget: 71_717_171, sources: [{ kind: 'grant', name: secret('zqconfidentialsource', 'confidential'), amount: 71_717_172, status: 'secured', note: secret('zqconfidentialnote', 'confidential') }] }, protected: Object.fromEntries(Object.entries(fields).map(([field, gate]) => [field, `The ${secret(`zq${gate}${field.toLowerCase()}`, gate)} text`])) });
  await made(await call(owner, 'PATCH', `/api/pitches/${id}`, { tone: 'Dry' }));
  await made(await call(owner, 'PUT', `/api/pitches/${id}/access`, { fields: { ...fields, financePlan: 'confidential' } }));
  for (const figure of ['71717171', '71717172']) secret(figure, 'confidential');
  const kinds = { member: 'deck', confidential: 'treatment', nda: 'script', deal: 'budget' } as const;
  const files: string[] = [];
  for (const gate of gated) {
    const { id: fileId } = await uploaded(app, owner, id, {
      kind: kinds[gate], contentType: 'application/pdf', gate, fileName: `${secret(`zq${gate}name`, gate)}.pdf`, bytes: await paper(secret(`zq${gate}text`, gate, true), secret(`zq${gate}bytes`, gate, true)),
    });
    files.push(fileId);
  }
  const still = await uploaded(app, owner, id, { kind: 'gallery', contentType: 'image/png', gate: 'nda', fileName: `${secret('zqndastill', 'nda', true)}.png`, bytes: await picture(40, 30, 'png') });
  const proof = await uploaded(app, owner, id, { kind: 'attachment', contentType: 'application/pdf', gate: 'deal', fileName: `${secret('zqdealproof', 'deal')}.pdf`, bytes: await paper('proof', secret('zqdealproofbytes', 'deal', true)) });
  await made(await call(owner, 'PATCH', `/api/pitches/${id}`, { team: [{ name: 'Petra', role: 'Ada', status: 'signed', proofFileId: proof.id }] }));
  const pitch = await made<{ id: string; slug: string }>(await call(owner, 'POST', `/api/pitches/${id}/publish`));

  const gone = await publishedPitch(app, owner, { title: `Gone ${secret('zqgonetitle', 'owner')}`, logline: `${secret('zqgonelogline', 'owner')} leaves.` });
  for (const path of ['/api/pitches', `/api/pitches/${gone.id}`, `/api/pitches/${gone.slug}`, `/api/pitches/${gone.slug}/head`, '/api/pitches/suggest?q=gone', '/api/pitches/suggest?q=zqgo']) await (await app.request(path)).text();
  await made(await call(owner, 'POST', `/api/pitches/${gone.id}/unpublish`));

  await invite(id);
  await made(await call(clicked, 'POST', `/api/pitches/${id}/click-through`, { accepted: true }));
  const nda = await signed(app, owner, id, signer);
  const ended = await signed(app, owner, id, former);
  await made(await call(owner, 'POST', `/api/ndas/${ended.id}/revoke`, { reason: 'Sold.' }));
  await app.db.query(sql`INSERT INTO content_access (id, pitch_id, user_id, tier, source, download, granted_at) VALUES (${app.services.newId()}, ${id}, ${dealer.id}, 'deal', 'deal', true, ${new Date(app.clock.now()).toISOString()})`);
  const question = await made<{ id: string }>(await call(signer, 'POST', `/api/ndas/${nda.id}/info-requests`, { subject: 'The budget', body: 'May I see it?' }));
  const answer = (fileId: string | undefined): Promise<Response> => call(owner, 'POST', `/api/info-requests/${question.id}/answers`, { body: 'Here it is.', fileIds: [fileId] });
  expect((await answer(files[3])).status, 'a file that needs more than the agreement').toBe(400);
  // Attached while the agreement opened it, and moved behind a deal since.
  const moved = await uploaded(app, owner, id, { kind: 'budget', contentType: 'application/pdf', gate: 'nda', fileName: `${secret('zqmovedname', 'deal')}.pdf`, bytes: await paper(secret('zqmovedtext', 'deal', true), secret('zqmovedbytes', 'deal', true)) });
  await made(await answer(moved.id));
  expect((await call(owner, 'PATCH', `/api/pitches/${id}/documents/${moved.id}`, { gate: 'deal' })).status).toBe(204);
  files.push(moved.id);
  // A talk between two, of whom one is no reader here, and one under the agreement in which a file is shown that needs more than it.
  const talk = await made<{ id: string }>(await call(owner, 'POST', '/api/conversations', { kind: 'direct', personId: (await castPerson(app, 'investor')).id }));
  const stored = await made<{ id: string }>(await app.request(`/api/conversations/${talk.id}/files?kind=file&name=${secret('zqsaidname', 'owner')}.pdf`, { method: 'POST', body: await paper('said', secret('zqsaidbytes', 'owner', true)), headers: { 'content-type': 'application/octet-stream' }, cookie: owner.cookie }));
  const said = await made<{ id: string }>(await call(owner, 'POST', `/api/conversations/${talk.id}/messages`, { clientId: '1', body: `The ${secret('zqsaid', 'owner')} is ours`, attachments: [stored.id] }));
  const underNda = await made<{ id: string }>(await call(signer, 'POST', '/api/conversations', { kind: 'nda', ndaId: nda.id }));
  await made(await call(owner, 'POST', `/api/conversations/${underNda.id}/messages`, { clientId: '1', body: 'Not yet for you.', attachments: [files[3]] }));
  const comment = await made<{ id: string }>(await call(member, 'POST', `/api/pitches/${id}/comments`, { body: 'When do you shoot?' }));
  // An operator sees what was reported; that opens nothing.
  for (const subject of [id, draft.id, gone.id]) await (await call(member, 'POST', '/api/reports', { subject: { kind: 'pitch', id: subject }, reason: 'spam' })).text();
  const ticket = await made<{ uploadId: string }>(await call(owner, 'POST', '/api/uploads', { pitchId: id, kind: 'script', fileName: `${secret('zqunfinished', 'owner')}.pdf`, size: 10, contentType: 'application/pdf' }));
  // Somebody waits for a word that only stands behind a gate: no mail may ever tell that it is there.
  await made(await call(await castPerson(app, 'investor'), 'POST', '/api/saved-searches', { name: 'Peeping', filters: { q: 'zqndatext zqmembermarketingstrategy' }, frequency: 'instant' }));
  await app.settle();
  for (const pitchId of [id, gone.id]) await createAlerter({ services: app.services })({ id: app.services.newId(), topic: 'pitch.published', payload: { pitchId }, attempt: 1 });

  const reader = (who: string, tier: Tier, person: CastMember | null): Reader => ({ who, tier, person, cookie: person?.cookie });
  /** The highest first: what they leave in a cache is there for all who follow. */
  const readers = [
    reader('owner', 'owner', owner), { ...reader('editor', 'member', editor), isEditor: true as const }, reader('deal', 'deal', dealer), reader('NDA', 'nda', signer), reader('confidential', 'confidential', clicked), reader('former NDA', 'member', former),
    reader('admin', 'member', admin), reader('other owner', 'member', rival), reader('member', 'member', member), reader('unverified', 'public', unverified), reader('anonymous', 'public', null),
  ];
  return {
    secrets, readers, owner, pitch, draft, gone, ndas: [nda.id, ended.id], files: [...files, still.id, proof.id, draftFile.id], pdfs: [...files, proof.id, draftFile.id], signer, former, editor, question: question.id,
    talk: { id: talk.id, messageId: said.id, fileId: stored.id }, underNda: underNda.id, comment: comment.id, upload: ticket.uploadId, search: alerts[0] as string,
  };
}

export type TierWorld = Awaited<ReturnType<typeof tierWorld>>;
