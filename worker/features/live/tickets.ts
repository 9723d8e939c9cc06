// Tickets: what opens one socket for a client that cannot send the session's cookie with the upgrade.
import type { UserActor } from '../../http/context.ts';
import { actorOf } from '../../auth/session-reader.ts';
import { liveSession, SessionRow } from '../../auth/session-queries.ts';
import { digestOf, randomToken } from '../../auth/signing.ts';
import { AppError } from '../../platform/app-error.ts';
import { execute, optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { SUBPROTOCOL, type SocketTicket } from './schema.ts';

/** ms for which a ticket opens a socket. */
export const TICKET_MS = 60_000;

const iso = (ms: number): string => new Date(ms).toISOString();
const PREFIX = 'ticket.';

/** Writes a ticket of a session and gives it: the only time that it is seen. `now` in ms. */
export async function issueTicket(db: Queryable, sessionId: string, now: number): Promise<SocketTicket> {
  const ticket = randomToken();
  const expiresAt = iso(now + TICKET_MS);
  await execute(db, sql`INSERT INTO socket_tickets (digest, session_id, expires_at) VALUES (${digestOf(ticket)}, ${sessionId}, ${expiresAt})`);
  return { ticket, protocols: [SUBPROTOCOL, `${PREFIX}${ticket}`], expiresAt };
}

/**
 * Uses a ticket up, whatever comes of it: of two at once one finds it. Gives whose session it stands for, or null when it is unknown, used or
 * lapsed, or when its session has ended.
 */
export async function redeemTicket(db: Queryable, ticket: string, now: number): Promise<UserActor | null> {
  const row = await optionalRow(db, SessionRow, sql`
    WITH used AS MATERIALIZED (DELETE FROM socket_tickets WHERE digest = ${digestOf(ticket)} RETURNING session_id, expires_at)
    ${liveSession(sql`s.id = (SELECT session_id FROM used WHERE expires_at > ${iso(now)}::timestamptz)`, now)}`);
  return row && actorOf(row);
}

/** What a client offers as WebSocket subprotocols. Throws for a ticket that no answer could be given to. */
export function readOffer(header: string | undefined): { speaksOurs: boolean; ticket: string | undefined } {
  const offered = (header ?? '').split(',').map((item) => item.trim());
  const speaksOurs = offered.includes(SUBPROTOCOL);
  const ticket = offered.find((item) => item.startsWith(PREFIX))?.slice(PREFIX.length);
  // A browser gives a socket up when none of the subprotocols it offered is chosen, and a ticket is never said back.
  if (ticket !== undefined && !speaksOurs) throw new AppError('bad_request', `Offer ${SUBPROTOCOL} beside the ticket.`);
  return { speaksOurs, ticket };
}
