-- migrate:up
-- What a person is told live, in one gapless order a person. A socket and GET /api/sync both read it, so they say the same.
CREATE TABLE streams (
  user_id uuid NOT NULL,
  last_seq bigint NOT NULL DEFAULT 0,
  -- events at or below it were dropped by age: an older cursor is answered with a reset
  floor_seq bigint NOT NULL DEFAULT 0,
  CONSTRAINT streams_pkey PRIMARY KEY (user_id),
  CONSTRAINT streams_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE live_events (
  id uuid NOT NULL,
  kind text NOT NULL,
  -- what it is about (a message, a notification), so that its words can be taken back
  subject_id uuid,
  -- null: of no conversation; else only people who are in it now are told
  conversation_id uuid,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT live_events_pkey PRIMARY KEY (id),
  CONSTRAINT live_events_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
-- taking back what was said of a subject
CREATE INDEX live_events_subject_id_idx ON live_events (subject_id);
CREATE INDEX live_events_conversation_id_idx ON live_events (conversation_id);
-- dropping by age
CREATE INDEX live_events_created_at_idx ON live_events (created_at);

CREATE TABLE stream_entries (
  user_id uuid NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  CONSTRAINT stream_entries_pkey PRIMARY KEY (user_id, seq),
  CONSTRAINT stream_entries_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT stream_entries_event_id_fkey FOREIGN KEY (event_id) REFERENCES live_events (id) ON DELETE CASCADE
);
CREATE INDEX stream_entries_event_id_idx ON stream_entries (event_id);

-- migrate:down
