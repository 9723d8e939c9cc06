// Lives through the demo's agreements in the order of their days, by the product's own actions: chains, seals, documents and signed papers are what anybody gets.
import type pg from 'pg';
import { runNdaClock } from '../../../worker/features/ndas/jobs.ts';
import { approveNda, counterNda, rejectNda, revokeNda, withdrawNda } from '../../../worker/features/ndas/actions.ts';
import { requestNda } from '../../../worker/features/ndas/request.ts';
import { signNda, signNdaWithPassport } from '../../../worker/features/ndas/signing.ts';
import { lockNda } from '../../../worker/features/ndas/queries.ts';
import { answerQuestion, ask } from '../../../worker/features/info-requests/actions.ts';
import { passportDocument, signPassport } from '../../../worker/features/passports/actions.ts';
import { addReading } from '../../../worker/features/reading/queries.ts';
import { copyOf, viewedFile } from '../../../worker/features/viewer/copies.ts';
import type { UserDeed } from '../../../worker/http/deed.ts';
import type { Storage } from '../../../worker/platform/storage/storage.ts';
import { plantConversations } from '../conversations/plant.ts';
import { type AgreementStep, agreements, passports, type SeedAgreement, SCRIPT_OF } from '../content/agreements.ts';
import { allPeople, allPitches } from '../content/all.ts';
import { idAt } from '../ids.ts';
import { insertRows } from '../insert.ts';
import { random } from '../random.ts';
import { stageOver, type Stage } from './acting.ts';
import { plantNotices } from './notices.ts';
import { type Script, scriptOf } from './script.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

export interface Vault {
  client: pg.ClientBase;
  storage: Storage;
  people: ReadonlyMap<string, string>;
  pitches: ReadonlyMap<string, string>;
  /** Seals the evidence, as the Worker's will. */
  secret: string;
  origin: string;
  now: number;
}

const known = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} is nobody and nothing of the demo data`);
  return value;
};

/** The script hangs on its pitch, read like one that was uploaded. */
async function hangScript({ client, storage, pitches, people, now }: Vault): Promise<Script> {
  const pitch = allPitches.find(({ slug }) => slug === SCRIPT_OF);
  if (!pitch) throw new Error(`there is no pitch ${SCRIPT_OF}`);
  const at = now - 100 * DAY;
  const script = await scriptOf(idAt(random('script'), at), at);
  await storage.put(script.storageKey, script.bytes, 'application/pdf');
  const stamp = new Date(at).toISOString();
  await insertRows(client, 'files', [{
    id: script.fileId, owner_id: known(people, pitch.owner), kind: 'script', gate: 'nda', file_name: script.fileName, content_type: 'application/pdf', size: script.bytes.length, sha256: script.sha256,
    storage_key: script.storageKey, page_count: script.pages.length, created_at: stamp,
  }]);
  await insertRows(client, 'pitch_media', [{ pitch_id: known(pitches, SCRIPT_OF), file_id: script.fileId, kind: 'script', position: 0, created_at: stamp }]);
  await insertRows(client, 'file_texts', [{ file_id: script.fileId, pages: script.pages, read_at: stamp }]);
  return script;
}

interface Cast {
  stage: Stage;
  owner: UserDeed;
  signer: UserDeed;
  script: Script;
  story: SeedAgreement;
  pitchId: string;
}

async function documentHash({ stage }: Cast, ndaId: string): Promise<string> {
  const nda = await lockNda(stage.services.db, ndaId, null);
  if (!nda) throw new Error(`the agreement ${ndaId} is gone`);
  return nda.documentHash;
}

/** Pages read one after the other, the time spread over them. */
async function read({ stage, signer, script }: Cast, [, , from, to, minutes, depth]: Extract<AgreementStep, readonly [number, 'read', ...unknown[]]>): Promise<void> {
  const file = await viewedFile(signer, script.fileId);
  const copy = await copyOf(signer, file);
  if (!copy) throw new Error('a reader of the demo reads a file of their own');
  const many = to - from + 1;
  const pages = Array.from({ length: many }, (_, index) => ({ page: from + index, opens: 1, ms: Math.round(((minutes * MINUTE) / many) * (0.7 + (0.6 * ((index * 7) % many)) / many)), depth: index === many - 1 ? depth : 1 }));
  await addReading(stage.services.db, copy.id, pages, new Date(stage.services.clock.now()).toISOString());
}

async function act(cast: Cast, step: AgreementStep, ndaId: string): Promise<string> {
  const { stage, owner, signer, pitchId } = cast;
  const deed = step[1];
  if (deed === 'ask') return (await requestNda(signer, { pitchId, message: step[2] }, null)).id;
  if (deed === 'approve') await approveNda(owner, ndaId, step[2]);
  else if (deed === 'counter') await counterNda(step[2] === 'owner' ? owner : signer, ndaId, step[3], step[4]);
  else if (deed === 'reject') await rejectNda(owner, ndaId, step[2]);
  else if (deed === 'revoke') await revokeNda(owner, ndaId, step[2]);
  else if (deed === 'withdraw') await withdrawNda(signer, ndaId, step[2]);
  else if (deed === 'sign') {
    const { name } = signer.actor;
    const company = allPeople.find(({ handle }) => handle === cast.story.signer)?.company;
    await signNda(signer, ndaId, { name, title: step[2], ...(company && { company }), signature: { kind: 'typed', value: name }, accepted: true, documentHash: await documentHash(cast, ndaId) });
  } else if (deed === 'sign-with-passport') await signNdaWithPassport(signer, ndaId, await documentHash(cast, ndaId));
  else if (deed === 'read') await read(cast, step);
  else if (deed === 'question') {
    const id = await ask(signer, ndaId, { subject: step[2], priority: 'normal', body: step[3] });
    await stage.at(stage.services.clock.now() + 0.7 * DAY, () => answerQuestion(owner, id, { body: step[4], fileIds: [] }));
  } else await runNdaClock({ services: stage.services, settings: stage.settings, actor: null });
  return ndaId;
}

/** Plants all of it. Mails of the past are not sent: what the deeds left in the outbox is told, then taken out again. */
export async function plantVault(vault: Vault): Promise<{ agreements: number; conversations: number }> {
  const { client, storage, people, pitches, secret, origin, now } = vault;
  const stage = stageOver(client, storage, { secret, origin });
  const script = await hangScript(vault);
  const deedOf = (handle: string): UserDeed => {
    const person = allPeople.find((one) => one.handle === handle);
    if (!person) throw new Error(`${handle} is nobody of the demo data`);
    return stage.deedOf(person, known(people, handle));
  };
  for (const [handle, daysAgo, title] of passports) {
    await stage.at(now - daysAgo * DAY, async () => {
      const holder = deedOf(handle);
      const { name } = holder.actor;
      await signPassport(holder, { name, title, signature: { kind: 'typed', value: name }, accepted: true, documentHash: (await passportDocument(holder)).sha256 });
    });
  }
  const ids = new Map<SeedAgreement, string>();
  const timeline = agreements.flatMap((story) => story.steps.map((step) => ({ story, step }))).toSorted((a, b) => b.step[0] - a.step[0]);
  for (const { story, step } of timeline) {
    const pitch = allPitches.find(({ slug }) => slug === story.pitch);
    if (!pitch) throw new Error(`there is no pitch ${story.pitch}`);
    await stage.at(now - step[0] * DAY, async () => {
      const cast: Cast = { stage, story, script, owner: deedOf(pitch.owner), signer: deedOf(story.signer), pitchId: known(pitches, story.pitch) };
      ids.set(story, await act(cast, step, ids.get(story) ?? ''));
    });
  }
  const conversations = await plantConversations({ stage, people, pitches, now });
  await plantNotices({ stage, client, now });
  await client.query('DELETE FROM outbox');
  return { agreements: ids.size, conversations };
}
