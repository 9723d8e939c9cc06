-- migrate:up
-- PDFs that owners brought as agreements. The bytes lie under their hash (nda/files/<sha256>.pdf) and stay: templates and signed agreements name them by it.
CREATE TABLE nda_files (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  sha256 text NOT NULL,
  file_name text NOT NULL,
  size integer NOT NULL,
  page_count integer NOT NULL,
  created_at timestamptz NOT NULL,
  -- the same bytes again are the same file
  CONSTRAINT nda_files_owner_id_sha256_key UNIQUE (owner_id, sha256),
  CONSTRAINT nda_files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
);
-- who may see the PDF behind a form: the parties of its agreements, and those who may ask for its pitches
CREATE INDEX nda_template_versions_file_sha256_idx ON nda_template_versions (file_sha256) WHERE file_sha256 IS NOT NULL;

-- Where a reader stopped, by person and not by device.
CREATE TABLE reading_positions (
  user_id uuid NOT NULL,
  file_id uuid NOT NULL,
  page integer NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT reading_positions_pkey PRIMARY KEY (user_id, file_id),
  CONSTRAINT reading_positions_page_check CHECK (page BETWEEN 1 AND 10000),
  CONSTRAINT reading_positions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT reading_positions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);
-- a document that is deleted
CREATE INDEX reading_positions_file_id_idx ON reading_positions (file_id);

-- migrate:down
