-- migrate:up
-- Conversations that people open themselves, the folder of those who are asked, and everything a message can carry.
ALTER TABLE conversations
  ADD COLUMN title text,
  ADD COLUMN created_by uuid,
  -- what may be open only once: direct:<person>:<person>, pitch:<pitch>:<person>
  ADD COLUMN opened_key text,
  ADD CONSTRAINT conversations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users (id),
  ADD CONSTRAINT conversations_opened_key_key UNIQUE (opened_key),
  ADD CONSTRAINT conversations_title_check CHECK (title IS NULL OR char_length(title) <= 120);
-- what somebody opened in the last day: the cap on requests
CREATE INDEX conversations_created_by_created_at_idx ON conversations (created_by, created_at);

ALTER TABLE conversation_participants
  -- requests: asked by somebody without a common NDA, not answered yet; declined: out of sight
  ADD COLUMN folder text NOT NULL DEFAULT 'inbox',
  ADD COLUMN accepted_at timestamptz,
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN read_at timestamptz,
  -- what was said before somebody was added is not theirs
  ADD COLUMN from_seq integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT conversation_participants_folder_check CHECK (folder IN ('inbox', 'requests', 'declined'));

-- A client's id is its sender's own: somebody else's same id is another message.
ALTER TABLE messages DROP CONSTRAINT messages_conversation_id_client_id_key;
ALTER TABLE messages
  ADD COLUMN reply_to uuid,
  ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('public.market', body)) STORED,
  ADD CONSTRAINT messages_conversation_id_sender_id_client_id_key UNIQUE (conversation_id, sender_id, client_id),
  ADD CONSTRAINT messages_reply_to_fkey FOREIGN KEY (reply_to) REFERENCES messages (id) ON DELETE SET NULL;
CREATE INDEX messages_reply_to_idx ON messages (reply_to);
-- words in one's own conversations
CREATE INDEX messages_search_idx ON messages USING gin (search);

-- The words before each edit: what a report or the record of an agreement may have to show.
CREATE TABLE message_edits (
  message_id uuid NOT NULL,
  replaced_at timestamptz NOT NULL,
  body text NOT NULL,
  CONSTRAINT message_edits_pkey PRIMARY KEY (message_id, replaced_at),
  CONSTRAINT message_edits_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
);

-- One word a person and message.
CREATE TABLE message_reactions (
  message_id uuid NOT NULL,
  user_id uuid NOT NULL,
  word text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT message_reactions_pkey PRIMARY KEY (message_id, user_id),
  CONSTRAINT message_reactions_word_check CHECK (word IN ('agreed', 'thanks', 'on_it', 'question', 'read', 'no')),
  CONSTRAINT message_reactions_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE,
  CONSTRAINT message_reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX message_reactions_user_id_idx ON message_reactions (user_id);

-- Files and voice notes of a conversation: for those who are in it and nobody else. Stored first, then sent with a message.
CREATE TABLE conversation_files (
  id uuid PRIMARY KEY,
  conversation_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  message_id uuid,
  position integer NOT NULL DEFAULT 0,
  kind text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  duration_ms integer,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT conversation_files_kind_check CHECK (kind IN ('file', 'voice')),
  CONSTRAINT conversation_files_duration_check CHECK ((kind = 'voice') = (duration_ms IS NOT NULL)),
  CONSTRAINT conversation_files_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations (id),
  CONSTRAINT conversation_files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id),
  CONSTRAINT conversation_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages (id)
);
CREATE INDEX conversation_files_conversation_id_idx ON conversation_files (conversation_id);
CREATE INDEX conversation_files_owner_id_idx ON conversation_files (owner_id);
CREATE INDEX conversation_files_message_id_idx ON conversation_files (message_id);
-- what was stored and never sent
CREATE INDEX conversation_files_unsent_idx ON conversation_files (created_at) WHERE message_id IS NULL;

-- Files of a pitch shown in a conversation: they keep their gate.
CREATE TABLE message_pitch_files (
  message_id uuid NOT NULL,
  file_id uuid NOT NULL,
  position integer NOT NULL,
  CONSTRAINT message_pitch_files_pkey PRIMARY KEY (message_id, file_id),
  CONSTRAINT message_pitch_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE,
  CONSTRAINT message_pitch_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);
CREATE INDEX message_pitch_files_file_id_idx ON message_pitch_files (file_id);

ALTER TABLE reports DROP CONSTRAINT reports_subject_kind_check;
ALTER TABLE reports ADD CONSTRAINT reports_subject_kind_check CHECK (subject_kind IN ('pitch', 'comment', 'user', 'message'));

-- migrate:down
