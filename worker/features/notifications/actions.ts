// What a fact leaves in the outbox so that people hear of it. Written in the transaction of the fact; everything else is decided by the consumer.
import { z } from 'zod';
import type { OutboxMessage } from '../../platform/outbox/outbox.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { NoticeData } from './catalogue.ts';
import { NoticeKind } from './schema.ts';

export const NOTICE_TOPIC = 'notify';
/** People told by one row. */
export const MOST_TOLD = 500;

/** `by`: whose doing it was; a person whom they blocked, or who blocked them, is not told unless it binds them. `subject`: what it is about, as the catalogue groups and links it. */
export const Notice = z.strictObject({ kind: NoticeKind, to: z.array(z.uuid()).min(1).max(MOST_TOLD), by: z.uuid().nullable(), subject: z.uuid(), data: NoticeData });
export type Notice = z.output<typeof Notice>;

/** An outbox message; insert it with `insertOutbox` beside the fact, then relay its id. */
export const noticeMessage = (id: string, notice: Notice): OutboxMessage => ({ id, topic: NOTICE_TOPIC, payload: { ...Notice.parse(notice) } });

/** The same from rows of the statement that makes the fact: `source` gives (user_id uuid, data jsonb); no row, nothing told. */
export const insertNoticeFrom = (source: Sql, { id, kind, by, subject }: { id: string; kind: NoticeKind; by: string | null; subject: Sql }): Sql => sql`
  INSERT INTO outbox (id, topic, payload) SELECT ${id}::uuid, ${NOTICE_TOPIC}, jsonb_build_object('kind', ${kind}::text, 'to', jsonb_build_array(s.user_id), 'by', ${by}::text, 'subject', ${subject}, 'data', s.data)
  FROM (${source}) s`;
