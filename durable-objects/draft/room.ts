// The draft of one pitch: who is in it, what they wrote that the pitch does not hold yet, and when it is written there. A shell around
// changes.ts; everything that counts is on its disk, so it may be evicted between any two lines.
import { DurableObject } from 'cloudflare:workers';
import { type Env, settingsOf } from '../../worker/env.ts';
import { AppError } from '../../worker/platform/app-error.ts';
import { systemClock } from '../../worker/platform/clock.ts';
import { createNeonDb } from '../../worker/platform/db/neon.ts';
import { createEpochs } from '../../worker/platform/epochs.ts';
import { uuidv7 } from '../../worker/platform/ids.ts';
import { log } from '../../worker/platform/log.ts';
import type { DraftPatch } from '../hub/protocol.ts';
import { type Attendance, createAttendance } from '../shared/attendance.ts';
import type { Answer, HubPort, Member, RoomFrame, RoomPort } from '../shared/ports.ts';
import { createWhisperer, type Whisperer } from '../shared/whisper.ts';
import { epochRoom, hubRoom } from '../stubs.ts';
import { absorb, take } from './changes.ts';
import { proofsIn } from './fields.ts';
import { dueAt, LONGEST_MS } from './logic.ts';
import type { DraftFrame, DraftPerson, DraftState, PatchResult } from './protocol.ts';
import { createStore, idle, type Store } from './store.ts';
import { createWriter, type DraftDb, type Writer } from './writer.ts';

/** ms that what the database said of the pitch is believed when somebody joins. */
const FRESH_MS = 5_000;
/** ms that a browser whose socket was cut may take to come back. */
const BACK_WITHIN_MS = 6_000;

const nothing: Answer = { ok: false, code: 'not_found', message: 'There is nothing here.' };

export class DraftRoom extends DurableObject<Env> implements RoomPort {
  readonly #pitchId: string;
  readonly #store: Store;
  readonly #attendance: Attendance;
  readonly #whisperer: Whisperer;
  readonly #writer: Writer;
  #writing: Promise<boolean> | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    // Rooms are only ever made by the pitch's id (stubs.ts).
    this.#pitchId = ctx.id.name ?? '';
    this.#store = createStore(ctx.storage);
    this.#attendance = createAttendance(ctx.storage);
    this.#whisperer = createWhisperer({ room: `draft:${this.#pitchId}`, attendance: this.#attendance, hubOf: (userId) => this.#hub(userId) });
    const { DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, NEON_WS_PROXY: wsProxy } = settingsOf(env);
    const services: DraftDb = {
      db: createNeonDb({ connectionString, fetchEndpoint, wsProxy }), clock: systemClock, newId: () => uuidv7(Date.now()),
      epochs: createEpochs({ current: (name) => epochRoom(env.EPOCHS, name).current(), bump: (name) => epochRoom(env.EPOCHS, name).bump() }, systemClock, new Map()),
      // A change of fields sends no mail.
      outbox: { relay: () => Promise.resolve() },
      defer: (work) => ctx.waitUntil(work),
    };
    this.#writer = createWriter({ services, store: this.#store, pitchId: this.#pitchId, absorbed: (values, sent) => this.#absorb(values, sent), parked: (authorId) => this.#tell({ kind: 'parked', parked: this.#store.parked(authorId) }, { only: [authorId] }) });
  }

  #hub(userId: string): HubPort {
    return hubRoom(this.env.HUB, userId) as unknown as HubPort;
  }

  #tell(frame: DraftFrame, to: Parameters<Whisperer['tell']>[1] = {}): void {
    this.#whisperer.tell(frame, to);
  }

  /** What the database holds now, beside what is not there yet. */
  #absorb(values: Parameters<typeof absorb>[1], sent?: Parameters<typeof absorb>[2]): boolean {
    const { changed, apart } = absorb(this.#store, values, sent);
    if (changed.length > 0) this.#tell({ kind: 'fields', by: null, fields: changed });
    this.#tell({ kind: 'written', version: this.#store.standing()?.version ?? 0 }, { key: 'written' });
    return apart;
  }

  #people(): DraftPerson[] {
    const sections = this.#store.sections();
    return this.#attendance.people().map(({ userId, name, connections }) => ({ userId, name, section: connections.map((connection) => sections.get(connection) ?? null).findLast((section) => section !== null) ?? null }));
  }

  #tellPeople(): void {
    this.#tell({ kind: 'people', people: this.#people() }, { key: 'people' });
  }

  /** Looks at the pitch; false when it is not there for this person. */
  async #isThere(userId: string): Promise<boolean> {
    try {
      await this.#writer.look(userId);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return false;
      throw error;
    }
  }

  async join(member: Member): Promise<Answer> {
    const known = this.#store.standing();
    try {
      if ((!known || Date.now() - known.lookedAt > FRESH_MS) && !(await this.#isThere(member.userId))) return nothing;
    } catch (error) {
      // What is on this disk is the newest there is, as long as it is there.
      if (!known) throw error;
      log('warn', 'draft.join', { pitchId: this.#pitchId, cause: String(error).slice(0, 300) });
    }
    for (const { connections } of await this.#attendance.verify((userId) => this.#hub(userId))) for (const connection of connections) this.#store.setSection(connection, null);
    this.#attendance.join(member, Date.now());
    this.#tellPeople();
    const state: DraftState = {
      written: this.#store.standing()?.version ?? 0,
      fields: Object.fromEntries([...this.#store.all()].map(([name, { version, value }]) => [name, { version, value }])),
      people: this.#people(), parked: this.#store.parked(member.userId),
    };
    return { ok: true, result: state };
  }

  async leave(connection: string): Promise<void> {
    this.#store.setSection(connection, null);
    if (!this.#attendance.leave(connection)) return;
    this.#tellPeople();
    // The last one turns off the light; whose socket was only cut is back before that.
    if (this.#attendance.count() === 0 && this.#store.dirty().length > 0) await this.ctx.storage.setAlarm(Math.min(Date.now() + BACK_WITHIN_MS, dueAt(this.#store.timing())));
  }

  async say(member: Member, frame: RoomFrame): Promise<Answer> {
    if (frame.type === 'patch') return this.#patch(member, frame.id, frame.patches);
    if (frame.type !== 'focus') return { ok: false, code: 'bad_frame', message: 'The room of a draft does not understand that.' };
    this.#store.setSection(member.connection, frame.section);
    this.#tellPeople();
    return { ok: true, result: null };
  }

  async #patch(member: Member, id: string, patches: readonly DraftPatch[]): Promise<Answer> {
    if (!this.#store.standing() && !(await this.#isThere(member.userId))) return nothing;
    const unknown = patches.filter(({ field }) => field === 'team').flatMap(({ value }) => proofsIn(value)).filter((proof) => !proofsIn(this.#store.field('team')?.value).includes(proof));
    const missing = unknown.length === 0 ? [] : await this.#writer.missingProofs(unknown);
    // From here on nothing waits: what comes first is first.
    const before = this.#store.answer(id, member.userId);
    if (before !== undefined) return { ok: true, result: before };
    const now = Date.now();
    const fit = patches.filter(({ field, value }) => field !== 'team' || !proofsIn(value).some((proof) => missing.includes(proof)));
    const { result, changed } = this.#store.together(() => {
      const taken = take(this.#store, member.userId, fit);
      const refused = patches.filter((patch) => !fit.includes(patch)).map(({ field }) => ({ field, status: 'refused' as const, message: 'A proof has to be uploaded to this pitch first.' }));
      const answer: PatchResult = { at: new Date(now).toISOString(), results: [...taken.results, ...refused] };
      this.#store.keepAnswer(id, member.userId, now, answer);
      const timing = this.#store.timing();
      // Whom a team names is asked by the server itself, so that is not kept waiting.
      const isPressing = taken.changed.some(({ field }) => field === 'team');
      if (taken.changed.length > 0) this.#store.setTiming({ ...timing, changedAt: now, dirtySince: isPressing ? now - LONGEST_MS : timing.dirtySince || now });
      return { result: answer, changed: taken.changed };
    });
    if (changed.length > 0) {
      this.#tell({ kind: 'fields', by: { userId: member.userId, name: member.name }, fields: changed }, { except: member.connection });
      await this.#arm();
    }
    return { ok: true, result };
  }

  /** Sees to it that there is an alarm. One that comes too early looks at the time and waits on: setting it with every patch would cost a write each. */
  async #arm(): Promise<void> {
    const [due, set] = [dueAt(this.#store.timing()), await this.ctx.storage.getAlarm()];
    if (set === null || (due <= Date.now() && set > Date.now())) await this.ctx.storage.setAlarm(due);
  }

  override async alarm(): Promise<void> {
    const timing = this.#store.timing();
    const due = dueAt(timing);
    if (this.#store.dirty().length === 0) return this.#store.setTiming(idle);
    if (due > Date.now() && this.#attendance.count() > 0) return this.ctx.storage.setAlarm(due);
    await this.settle();
  }

  /** Writes what is not written yet; gives the pitch's version before and after, null when it could not be written now. That is tried again by itself. */
  async settle(): Promise<{ from: number; to: number } | null> {
    const version = (): number => this.#store.standing()?.version ?? 0;
    const from = version();
    return await this.#writeInTurn() ? { from, to: version() } : null;
  }

  async #writeInTurn(): Promise<boolean> {
    // One at a time: two writers of one draft would only be late to each other.
    const mine = (this.#writing ?? Promise.resolve(true)).then(() => this.#write());
    this.#writing = mine;
    const done = await mine;
    if (this.#writing === mine) this.#writing = undefined;
    return done;
  }

  async #write(): Promise<boolean> {
    if (this.#store.dirty().length === 0) return true;
    try {
      await this.#writer.write();
      this.#store.prune(Date.now());
    } catch (error) {
      const timing = this.#store.timing();
      log('warn', 'draft.write', { pitchId: this.#pitchId, failures: timing.failures + 1, cause: String((error as Error)?.stack ?? error).slice(0, 600) });
      this.#store.setTiming({ ...timing, failures: timing.failures + 1, failedAt: Date.now() });
      await this.ctx.storage.setAlarm(dueAt(this.#store.timing()));
      return false;
    }
    // Somebody wrote on meanwhile.
    const isWhole = this.#store.dirty().length === 0;
    if (!isWhole) await this.#arm();
    return isWhole;
  }

  /** The pitch was changed outside of this room: look at it, when anybody was ever here. */
  async moved(version: number): Promise<void> {
    const known = this.#store.standing();
    if (known && known.version < version) await this.#writer.look(known.ownerId);
  }
}
