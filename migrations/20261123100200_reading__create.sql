-- migrate:up
-- Who read which page of which copy. A copy is one person's rendering of one file on one day: its code is printed on every page,
-- its mark is hidden in them.
CREATE TABLE document_copies (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  file_id uuid,
  file_sha256 text NOT NULL,
  file_name text NOT NULL,
  pitch_id uuid,
  user_id uuid NOT NULL,
  nda_id uuid,
  day date NOT NULL,
  created_at timestamptz NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  CONSTRAINT document_copies_code_key UNIQUE (code),
  CONSTRAINT document_copies_file_id_user_id_day_key UNIQUE (file_id, user_id, day),
  CONSTRAINT document_copies_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE SET NULL,
  CONSTRAINT document_copies_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE SET NULL,
  CONSTRAINT document_copies_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT document_copies_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id)
);
-- the reading record of a pitch, by reader
CREATE INDEX document_copies_pitch_id_user_id_idx ON document_copies (pitch_id, user_id);
-- a person's own record
CREATE INDEX document_copies_user_id_created_at_idx ON document_copies (user_id, created_at DESC);
CREATE INDEX document_copies_nda_id_idx ON document_copies (nda_id);

CREATE TABLE reading_pages (
  copy_id uuid NOT NULL,
  page integer NOT NULL,
  opens integer NOT NULL DEFAULT 0,
  ms integer NOT NULL DEFAULT 0,
  depth real NOT NULL DEFAULT 0,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  CONSTRAINT reading_pages_pkey PRIMARY KEY (copy_id, page),
  CONSTRAINT reading_pages_page_check CHECK (page BETWEEN 1 AND 10000),
  CONSTRAINT reading_pages_depth_check CHECK (depth BETWEEN 0 AND 1),
  CONSTRAINT reading_pages_copy_id_fkey FOREIGN KEY (copy_id) REFERENCES document_copies (id)
);
COMMENT ON COLUMN reading_pages.opens IS 'pages sent by the server; time and depth are what the reader''s page reported';

-- Attempts to open what was closed, counted by person, file and day.
CREATE TABLE access_denials (
  pitch_id uuid NOT NULL,
  file_id uuid NOT NULL,
  user_id uuid NOT NULL,
  day date NOT NULL,
  tries integer NOT NULL DEFAULT 1,
  last_at timestamptz NOT NULL,
  CONSTRAINT access_denials_pkey PRIMARY KEY (pitch_id, file_id, user_id, day),
  CONSTRAINT access_denials_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT access_denials_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE,
  CONSTRAINT access_denials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX access_denials_file_id_idx ON access_denials (file_id);
CREATE INDEX access_denials_user_id_idx ON access_denials (user_id);

-- When the owner was last told that somebody reads: at most once in six hours a reader and pitch.
CREATE TABLE reading_notices (
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  noticed_at timestamptz NOT NULL,
  CONSTRAINT reading_notices_pkey PRIMARY KEY (pitch_id, user_id),
  CONSTRAINT reading_notices_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT reading_notices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX reading_notices_user_id_idx ON reading_notices (user_id);

-- migrate:down
