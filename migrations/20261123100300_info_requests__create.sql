-- migrate:up
-- Questions under an NDA, and the conversation that its signature opens.
CREATE TABLE info_requests (
  id uuid PRIMARY KEY,
  nda_id uuid NOT NULL,
  author_id uuid NOT NULL,
  subject text NOT NULL,
  priority text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  closed_at timestamptz,
  CONSTRAINT info_requests_priority_check CHECK (priority IN ('low', 'normal', 'high')),
  CONSTRAINT info_requests_status_check CHECK (status IN ('open', 'answered', 'closed')),
  CONSTRAINT info_requests_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id),
  CONSTRAINT info_requests_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id)
);
-- the questions of an NDA, oldest first
CREATE INDEX info_requests_nda_id_created_at_idx ON info_requests (nda_id, created_at);
CREATE INDEX info_requests_author_id_idx ON info_requests (author_id);

CREATE TABLE info_answers (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT info_answers_request_id_fkey FOREIGN KEY (request_id) REFERENCES info_requests (id),
  CONSTRAINT info_answers_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id)
);
-- the answers of a question, oldest first
CREATE INDEX info_answers_request_id_created_at_idx ON info_answers (request_id, created_at);
CREATE INDEX info_answers_author_id_idx ON info_answers (author_id);

CREATE TABLE info_answer_files (
  answer_id uuid NOT NULL,
  file_id uuid NOT NULL,
  CONSTRAINT info_answer_files_pkey PRIMARY KEY (answer_id, file_id),
  CONSTRAINT info_answer_files_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES info_answers (id),
  CONSTRAINT info_answer_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);
CREATE INDEX info_answer_files_file_id_idx ON info_answer_files (file_id);

-- The record of conversations. Ordering and fan-out are the rooms' work; the rows are here.
CREATE TABLE conversations (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  pitch_id uuid,
  nda_id uuid,
  created_at timestamptz NOT NULL,
  last_seq integer NOT NULL DEFAULT 0,
  last_at timestamptz NOT NULL,
  CONSTRAINT conversations_kind_check CHECK (kind IN ('nda', 'pitch', 'direct', 'group')),
  CONSTRAINT conversations_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE SET NULL,
  CONSTRAINT conversations_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id)
);
-- one conversation an NDA
CREATE UNIQUE INDEX conversations_nda_id_key ON conversations (nda_id);
CREATE INDEX conversations_pitch_id_idx ON conversations (pitch_id);

CREATE TABLE conversation_participants (
  conversation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  joined_at timestamptz NOT NULL,
  left_at timestamptz,
  read_seq integer NOT NULL DEFAULT 0,
  muted_until timestamptz,
  CONSTRAINT conversation_participants_pkey PRIMARY KEY (conversation_id, user_id),
  CONSTRAINT conversation_participants_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
  CONSTRAINT conversation_participants_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);
-- a person's conversations
CREATE INDEX conversation_participants_user_id_idx ON conversation_participants (user_id);

CREATE TABLE messages (
  id uuid PRIMARY KEY,
  conversation_id uuid NOT NULL,
  seq integer NOT NULL,
  sender_id uuid,
  client_id text NOT NULL,
  body text NOT NULL,
  sent_at timestamptz NOT NULL,
  edited_at timestamptz,
  deleted_at timestamptz,
  CONSTRAINT messages_conversation_id_seq_key UNIQUE (conversation_id, seq),
  CONSTRAINT messages_conversation_id_client_id_key UNIQUE (conversation_id, client_id),
  CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
  CONSTRAINT messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES users (id)
);
COMMENT ON COLUMN messages.sender_id IS 'null: the platform itself';
CREATE INDEX messages_sender_id_idx ON messages (sender_id);

-- migrate:down
