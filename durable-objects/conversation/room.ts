// One conversation: puts what people do in an order, writes it in groups, and tells who is in it. Postgres is the record; what is lost with
// this object's memory is asked for again by those who did not get an answer.
import { DurableObject } from 'cloudflare:workers';
import { type Env, settingsOf } from '../../worker/env.ts';
import type { PendingDeed } from '../../worker/features/conversations/deed-plan.ts';
import { type Committed, commitDeeds } from '../../worker/features/conversations/deeds.ts';
import { refused } from '../../worker/features/conversations/refusals.ts';
import { hearers, selectSilence, type Silence } from '../../worker/features/conversations/silence.ts';
import { AppError } from '../../worker/platform/app-error.ts';
import type { Db } from '../../worker/platform/db/db.ts';
import { createNeonDb } from '../../worker/platform/db/neon.ts';
import { uuidv7 } from '../../worker/platform/ids.ts';
import { log } from '../../worker/platform/log.ts';
import { createQueueRelay } from '../../worker/platform/outbox/queue-relay.ts';
import type { Room } from '../hub/protocol.ts';
import { createAttendance } from '../shared/attendance.ts';
import { createDeliveries } from '../shared/deliveries.ts';
import type { Answer, Doing, HubPort, Member, Presence, Reply, RoomFrame, RoomPort } from '../shared/ports.ts';
import { createWhisperer } from '../shared/whisper.ts';
import { hubRoom } from '../stubs.ts';
import { createGroupCommit, createTyping, TYPING_MS } from './logic.ts';

/** ms of one round trip of a group; past it nobody knows, and everybody asks again. */
const COMMIT_MS = 5000;
/** ms that a look at blocks and folders is believed for passing signs. */
const SILENCE_MS = 4000;
/** ms between two looks at whether tabs that never said goodbye are still there. */
const VERIFY_MS = 2 * 60_000;

export class ConversationRoom extends DurableObject<Env> implements RoomPort {
  readonly #id = this.ctx.id.name ?? '';
  readonly #db: Db;
  readonly #attendance = createAttendance(this.ctx.storage);
  readonly #typing = createTyping();
  readonly #hubOf = (userId: string): HubPort => hubRoom(this.env.HUB, userId) as unknown as HubPort;
  readonly #deliveries = createDeliveries(this.#hubOf);
  readonly #whisperer = createWhisperer({ room: `conversation:${this.#id}` as Room, attendance: this.#attendance, hubOf: this.#hubOf });
  readonly #commit = createGroupCommit<PendingDeed, Answer, Committed>({
    commit: (pending) => commitDeeds({ db: this.#db, newId: () => uuidv7(Date.now()), now: Date.now(), here: this.#here() }, this.#id, pending),
    told: (written, pending) => this.#told(written, pending),
    failed: (error) => this.#failed(error),
    full: () => ({ ...refused('too_many', 'Too much is being said here at once. Try again in a moment.'), retryAfter: 1 }),
  });
  /** Of those whose hubs tell this room; forgotten when it is empty, or sleeps. */
  readonly #presence = new Map<string, Presence>();
  readonly #asked = new Map<string, Promise<void>>();
  #silence: { silence: Silence; at: number } | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, NEON_WS_PROXY: wsProxy } = settingsOf(env);
    this.#db = createNeonDb({ connectionString, fetchEndpoint, wsProxy, timeoutMs: COMMIT_MS });
  }

  /** People who have the conversation before them. A tab that is turned away from is told elsewhere too. */
  #here(): string[] {
    return this.#attendance.people().flatMap(({ userId }) => (this.#presence.get(userId)?.state === 'away' ? [] : [userId]));
  }

  #failed(error: unknown): Answer {
    log('error', 'conversation.commit', { conversationId: this.#id, cause: String((error as Error)?.stack ?? error).slice(0, 1000) });
    const isAway = error instanceof AppError && error.code === 'unavailable';
    // Not "nothing was written": an answer that was lost on the way may have been a yes. The same id tells.
    return isAway ? { ...refused('unavailable', 'This could not be saved just now. It is sent again in a moment.'), retryAfter: error.details.retryAfter ?? 2 } : refused('internal', 'This could not be written. It has been noted.');
  }

  #told({ tellings, outcomes, outbox }: Committed, pending: readonly PendingDeed[]): void {
    this.ctx.waitUntil(this.#deliveries.deliver(tellings));
    if (outbox.length > 0) this.ctx.waitUntil(createQueueRelay(this.env.OUTBOX).relay(outbox));
    // Whoever has sent is not writing any more.
    pending.forEach(({ person, deed }, index) => {
      if (deed.kind === 'send' && outcomes[index]?.ok && this.#typing.note(person.id, false, Date.now())) this.ctx.waitUntil(this.#sign(person.id, { kind: 'typing', userId: person.id, name: person.name, on: false }));
    });
  }

  /** Who may learn of whom, never older than `SILENCE_MS`. */
  async #look(): Promise<Silence> {
    const now = Date.now();
    if (!this.#silence || now - this.#silence.at > SILENCE_MS) this.#silence = { silence: await selectSilence(this.#db, this.#id), at: now };
    return this.#silence.silence;
  }

  /** Tells a passing sign of somebody to those who may learn of it. Without the database nobody is told. */
  async #sign(userId: string, frame: { kind: string } & Record<string, unknown>): Promise<void> {
    try {
      const only = hearers(await this.#look(), userId, this.#attendance.people().map((person) => person.userId));
      if (only.length > 0) this.#whisperer.tell(frame, { key: `${frame.kind}:${userId}`, only });
    } catch (error) {
      log('warn', 'conversation.sign', { conversationId: this.#id, cause: String(error).slice(0, 200) });
    }
  }

  /** Asks the hubs of these people to tell whether they are there, unless they do. */
  async #watch(userIds: readonly string[]): Promise<void> {
    await Promise.all(userIds.filter((userId) => !this.#presence.has(userId)).map((userId) => {
      // After a deploy everybody joins at once: each hub is asked once, not once by every tab.
      let asked = this.#asked.get(userId);
      if (!asked) this.#asked.set(userId, (asked = this.#ask(userId).finally(() => this.#asked.delete(userId))));
      return asked;
    }));
  }

  async #ask(userId: string): Promise<void> {
    try {
      const there = await this.#hubOf(userId).watch(`conversation:${this.#id}`);
      // What the hub told by itself meanwhile is newer.
      if (!this.#presence.has(userId)) this.#presence.set(userId, there);
    } catch (error) {
      log('warn', 'conversation.watch', { conversationId: this.#id, userId, cause: String(error).slice(0, 200) });
    }
  }

  async saw(userId: string, presence: Presence): Promise<boolean> {
    if (this.#attendance.count() === 0) {
      this.#presence.clear();
      return false;
    }
    this.#presence.set(userId, presence);
    await this.#sign(userId, { kind: 'presence', userId, ...presence });
    return true;
  }

  /** State: who else has the conversation open, who of them is writing, and who is there at all. */
  async join(member: Member): Promise<Answer> {
    const now = Date.now();
    const { came } = this.#attendance.join(member, now);
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now + VERIFY_MS);
    if (came) await this.#sign(member.userId, { kind: 'here', userId: member.userId, on: true });
    const silence = await this.#look();
    const heard = silence.people.filter((userId) => hearers(silence, userId, [member.userId]).length > 0);
    await this.#watch(heard);
    const typing = new Set(this.#typing.people(now));
    return { ok: true, result: {
      here: heard.filter((userId) => this.#attendance.isHere(userId)).map((userId) => ({ userId, typing: typing.has(userId) })), typingMs: TYPING_MS,
      presence: heard.map((userId) => ({ userId, ...(this.#presence.get(userId) ?? { state: 'hidden', lastSeenAt: null }) })),
    } };
  }

  async leave(connection: string): Promise<void> {
    const left = this.#attendance.leave(connection);
    if (!left?.gone) return;
    const { userId, name } = left.tab;
    if (this.#typing.note(userId, false, Date.now())) await this.#sign(userId, { kind: 'typing', userId, name, on: false });
    await this.#sign(userId, { kind: 'here', userId, on: false });
  }

  async say({ userId, name }: Member, frame: RoomFrame): Promise<Answer> {
    if (frame.type === 'deed') return this.#commit({ id: frame.id, person: { id: userId, name }, deed: frame.deed });
    if (frame.type !== 'typing') return refused('bad_frame', 'A conversation does not understand that.');
    if (this.#typing.note(userId, frame.on, Date.now())) await this.#sign(userId, { kind: 'typing', userId, name, on: frame.on });
    return { ok: true, result: null };
  }

  async sayAll(userId: string, doings: readonly Doing[]): Promise<Reply[]> {
    return Promise.all(doings.map(async ({ id, name, deed }): Promise<Reply> => {
      const answer = await this.#commit({ id, person: { id: userId, name }, deed });
      return answer.ok ? { ok: true, text: JSON.stringify(answer.result) } : answer;
    }));
  }

  override async alarm(): Promise<void> {
    for (const { userId } of await this.#attendance.verify(this.#hubOf)) await this.#sign(userId, { kind: 'here', userId, on: false });
    if (this.#attendance.count() > 0) await this.ctx.storage.setAlarm(Date.now() + VERIFY_MS);
  }
}
