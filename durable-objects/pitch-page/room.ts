// The page of one pitch: who is on it, and what is counted of it. Nothing here is durable but who has joined.
import { DurableObject } from 'cloudflare:workers';
import { type Env, settingsOf } from '../../worker/env.ts';
import { createNeonDb } from '../../worker/platform/db/neon.ts';
import type { Db } from '../../worker/platform/db/db.ts';
import { log } from '../../worker/platform/log.ts';
import { createAttendance } from '../shared/attendance.ts';
import type { Answer, HubPort, Member, RoomFrame, RoomPort } from '../shared/ports.ts';
import { createWhisperer } from '../shared/whisper.ts';
import { hubRoom } from '../stubs.ts';
import { readersOf } from './logic.ts';
import { selectCounts, selectOptionalOwner } from './queries.ts';

/** ms between two looks at whether tabs that never said goodbye are still there. */
const VERIFY_MS = 2 * 60_000;
/** ms that changes wait for others: a page is no race. */
const WINDOW_MS = 250;
/** ms between two readings of what is counted. */
const COUNTS_MS = 1_000;

export class PitchPageRoom extends DurableObject<Env> implements RoomPort {
  readonly #pitchId = this.ctx.id.name as string;
  readonly #db: Db;
  readonly #attendance = createAttendance(this.ctx.storage);
  #countsAt = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, NEON_WS_PROXY: wsProxy } = settingsOf(env);
    this.#db = createNeonDb({ connectionString, fetchEndpoint, wsProxy });
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS named (user_id TEXT PRIMARY KEY)');
  }

  // The types of RPC promise stubs of what is plain data here.
  readonly #hubOf = (userId: string): HubPort => hubRoom(this.env.HUB, userId) as unknown as HubPort;

  readonly #whisperer = createWhisperer({ room: `pitch:${this.#pitchId}`, attendance: this.#attendance, hubOf: this.#hubOf, windowMs: WINDOW_MS });

  #readers() {
    const named = new Set(this.ctx.storage.sql.exec<{ user_id: string }>('SELECT user_id FROM named').toArray().map(({ user_id }) => user_id));
    return readersOf(this.#attendance.people(), this.ctx.storage.kv.get<string>('ownerId') ?? '', named);
  }

  #tellReaders(): void {
    const ownerId = this.ctx.storage.kv.get<string>('ownerId') ?? '';
    const { all, owner } = this.#readers();
    this.#whisperer.tell(all, { key: 'readers', notTo: ownerId });
    this.#whisperer.tell(owner, { key: 'readers:owner', only: [ownerId] });
  }

  async join(member: Member): Promise<Answer> {
    const found = await selectOptionalOwner(this.#db, this.#pitchId, member.userId);
    if (!found) return { ok: false, code: 'not_found', message: 'There is nothing here.' };
    const { kv, sql } = this.ctx.storage;
    if (kv.get('ownerId') !== found.ownerId) kv.put('ownerId', found.ownerId);
    if (found.isNamed) sql.exec('INSERT OR IGNORE INTO named (user_id) VALUES (?)', member.userId);
    else sql.exec('DELETE FROM named WHERE user_id = ?', member.userId);
    const { came } = this.#attendance.join(member, Date.now());
    if (came) this.#tellReaders();
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + VERIFY_MS);
    const { all, owner } = this.#readers();
    return { ok: true, result: member.userId === found.ownerId ? owner : all };
  }

  async leave(connection: string): Promise<void> {
    if (this.#attendance.leave(connection)?.gone) this.#tellReaders();
  }

  async say(_member: Member, _frame: RoomFrame): Promise<Answer> {
    return { ok: false, code: 'bad_frame', message: 'This room does not understand that.' };
  }

  /** What is counted of the pitch has moved: tells whoever is here. */
  async pulse(): Promise<void> {
    if (this.#attendance.count() === 0 || Date.now() - this.#countsAt < COUNTS_MS) return;
    this.#countsAt = Date.now();
    const counts = await selectCounts(this.#db, this.#pitchId);
    this.#whisperer.tell({ kind: 'counts', ...counts }, { key: 'counts' });
  }

  override async alarm(): Promise<void> {
    try {
      const gone = await this.#attendance.verify(this.#hubOf);
      if (gone.length > 0) this.#tellReaders();
    } catch (error) {
      log('warn', 'pitch-page', { what: 'verify', cause: String(error).slice(0, 300) });
    }
    if (this.#attendance.count() > 0) await this.ctx.storage.setAlarm(Date.now() + VERIFY_MS);
    // An empty room keeps nothing of anybody.
    else this.ctx.storage.sql.exec('DELETE FROM named');
  }
}
