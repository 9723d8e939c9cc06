// Lives through what people of the demo say to each other, in the order of their days and by the product's own rules: who may write to whom,
// whose request waits, what is read.
import type { Deed } from '../../../durable-objects/hub/protocol.ts';
import { open } from '../../../worker/features/conversations/actions.ts';
import { commitDeeds } from '../../../worker/features/conversations/deeds.ts';
import type { Message } from '../../../worker/features/conversations/schema.ts';
import { scalar } from '../../../worker/platform/db/db.ts';
import { sql } from '../../../worker/platform/db/sql.ts';
import { z } from 'zod';
import { allPeople } from '../content/all.ts';
import { conversations, type ConversationStep, type SeedConversation } from '../content/conversations.ts';
import type { Stage } from '../ndas/acting.ts';

const DAY = 86_400_000;

export interface Talk {
  stage: Stage;
  people: ReadonlyMap<string, string>;
  pitches: ReadonlyMap<string, string>;
  now: number;
}

const known = (map: ReadonlyMap<string, string>, key: string): string => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} is nobody and nothing of the demo data`);
  return value;
};

function deedOf({ stage, people }: Talk, handle: string) {
  const person = allPeople.find((one) => one.handle === handle);
  if (!person) throw new Error(`${handle} is nobody of the demo data`);
  return stage.deedOf(person, known(people, handle));
}

async function opened(talk: Talk, { about }: SeedConversation): Promise<string> {
  const { stage, people, pitches } = talk;
  if ('nda' in about) {
    return scalar(stage.services.db, z.uuid(), sql`SELECT c.id FROM conversations c JOIN ndas n ON n.id = c.nda_id WHERE n.pitch_id = ${known(pitches, about.nda)} AND n.signer_id = ${known(people, about.signer)}`);
  }
  const opener = deedOf(talk, about.by);
  if ('group' in about) return (await open(opener, { kind: 'group', title: about.group, pitchId: known(pitches, about.pitch), personIds: about.with.map((handle) => known(people, handle)) })).conversation.id;
  if ('pitch' in about) return (await open(opener, { kind: 'pitch', pitchId: known(pitches, about.pitch), ...(about.with !== undefined && { personId: known(people, about.with) }) })).conversation.id;
  return (await open(opener, { kind: 'direct', personId: known(people, about.with) })).conversation.id;
}

/** `said`: messages by their number. */
function deedFor([, , what, answers]: ConversationStep, said: ReadonlyMap<number, string>, last: number): Deed {
  const nth = (number: number): string => {
    const id = said.get(number);
    if (id === undefined) throw new Error(`nothing was said as number ${number}`);
    return id;
  };
  if (typeof what === 'string' && what !== 'reads') return { kind: 'send', body: what, ...(answers !== undefined && { replyTo: nth(answers) }) };
  if (what === 'reads') return { kind: 'read', seq: last };
  if ('edit' in what) return { kind: 'edit', messageId: nth(what.edit), body: what.body };
  if ('takeBack' in what) return { kind: 'delete', messageId: nth(what.takeBack) };
  return { kind: 'react', messageId: nth(what.to), word: what.word };
}

/** Plants all of it, on the stage of the agreements. Gives how many conversations there are. */
export async function plantConversations(talk: Talk): Promise<number> {
  const { stage, people, now } = talk;
  const { db, newId, clock } = stage.services;
  const state = new Map<SeedConversation, { id: string; said: Map<number, string>; last: number }>();
  const timeline = conversations.flatMap((story) => story.steps.map((step) => ({ story, step }))).toSorted((a, b) => b.step[0] - a.step[0]);
  for (const { story, step } of timeline) {
    await stage.at(now - step[0] * DAY, async () => {
      const held = state.get(story) ?? { id: await opened(talk, story), said: new Map<number, string>(), last: 0 };
      state.set(story, held);
      const { name } = deedOf(talk, step[1]).actor;
      const { outcomes } = await commitDeeds({ db, newId, now: clock.now() }, held.id, [{ id: newId(), person: { id: known(people, step[1]), name }, deed: deedFor(step, held.said, held.last) }]);
      const [outcome] = outcomes;
      if (!outcome?.ok) throw new Error(`${step[1]} cannot do that ${step[0]} days ago: ${outcome?.message ?? 'no outcome'}`);
      if (outcome.result.kind !== 'send') return;
      const message: Message = outcome.result.message;
      held.said.set(message.seq, message.id);
      held.last = message.seq;
    });
  }
  return state.size;
}
