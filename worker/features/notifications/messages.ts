// Who has messages that they did not read, once a minute. Messages are not told one by one: whoever is there reads them as they come, and
// whoever is not hears of a conversation once a minute at most. The note how far somebody was told and the notice are one transaction.
import { z } from 'zod';
import { sql } from '../../platform/db/sql.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { noticeMessage } from './actions.ts';
import type { Used } from './tell.ts';

/** ms a message is left alone: whoever has the page open has read it by then. */
const SETTLED_MS = 20_000;
/** ms after which nobody is told any more: the job was away for longer. */
const LATE_MS = 86_400_000;
const MOST = 500;
const ROUNDS = 10;

const Unread = z.object({ userId: z.string(), conversationId: z.string(), senderId: z.string(), folder: z.string(), project: z.string().nullable(), seq: z.int() });

/** The latest message of somebody else that a participant has neither read nor been told of. Muted, left and declined conversations say nothing, nor does somebody across a block. */
const takeUnread = (settled: string, late: string, now: string) => sql`
  WITH due AS MATERIALIZED (
    SELECT p.conversation_id, p.user_id, p.folder, m.sender_id, m.seq, CASE WHEN pi.status = 'published' THEN left(pi.title, 200) END AS project
    FROM conversations c JOIN conversation_participants p ON p.conversation_id = c.id AND p.left_at IS NULL AND p.folder <> 'declined' AND (p.muted_until IS NULL OR p.muted_until <= ${now}::timestamptz)
      LEFT JOIN pitches pi ON pi.id = c.pitch_id
      CROSS JOIN LATERAL (SELECT m.seq, m.sender_id FROM messages m
        WHERE m.conversation_id = c.id AND m.seq > greatest(p.read_seq, p.from_seq, p.noticed_seq) AND m.sender_id <> p.user_id AND m.deleted_at IS NULL AND m.sent_at <= ${settled}::timestamptz AND m.sent_at > ${late}::timestamptz
          AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = p.user_id AND b.blocked_id = m.sender_id) OR (b.blocker_id = m.sender_id AND b.blocked_id = p.user_id))
        ORDER BY m.seq DESC LIMIT 1) m
    WHERE c.last_at > ${late}::timestamptz AND c.last_seq > p.noticed_seq AND c.last_seq > p.read_seq
    LIMIT ${MOST} FOR UPDATE OF p SKIP LOCKED),
    noted AS (UPDATE conversation_participants p SET noticed_seq = d.seq FROM due d WHERE p.conversation_id = d.conversation_id AND p.user_id = d.user_id)
  SELECT user_id AS "userId", conversation_id AS "conversationId", sender_id AS "senderId", folder, project, seq FROM due`;

/** Gives how many people were told. */
export async function tellOfMessages({ services: { db, clock, newId, outbox } }: { services: Pick<Used['services'], 'db' | 'clock' | 'newId' | 'outbox'> }): Promise<number> {
  const now = clock.now();
  const iso = (ms: number): string => new Date(ms).toISOString();
  let total = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ids = await db.transaction(async (tx) => {
      const { rows } = await tx.query(takeUnread(iso(now - SETTLED_MS), iso(now - LATE_MS), iso(now)));
      const notices = rows.map((row) => {
        const { userId, conversationId, senderId, folder, project, seq } = Unread.parse(row);
        return noticeMessage(newId(), { kind: folder === 'requests' ? 'message-request' : 'message', to: [userId], by: senderId, subject: conversationId, data: { seq, ...(project !== null && { project }) } });
      });
      if (notices.length > 0) await tx.query(insertOutbox(notices));
      return notices.map(({ id }) => id);
    });
    await outbox.relay(ids);
    total += ids.length;
    if (ids.length < MOST) break;
  }
  return total;
}
