-- migrate:up
-- What opens one socket for a client that cannot send the session's cookie. The digest alone is kept; a session takes its tickets with it.
CREATE TABLE socket_tickets (
  digest text NOT NULL,
  session_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT socket_tickets_pkey PRIMARY KEY (digest),
  CONSTRAINT socket_tickets_digest_check CHECK (length(digest) = 43),
  CONSTRAINT socket_tickets_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
-- A session ends with its tickets.
CREATE INDEX socket_tickets_session_id_idx ON socket_tickets (session_id);
-- Every night: tickets that nobody used.
CREATE INDEX socket_tickets_expires_at_idx ON socket_tickets (expires_at);

-- migrate:down
