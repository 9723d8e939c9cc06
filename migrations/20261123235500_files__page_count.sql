-- migrate:up
-- How many pages a PDF has, and what stands on them: read once in the queue instead of at every search. Null: not read yet, no PDF, or one that cannot be read.
ALTER TABLE files ADD COLUMN page_count int, ADD CONSTRAINT files_page_count_check CHECK (page_count > 0);

-- Behind the gate of its file, in a table of its own, so that no statement which lists files brings it along.
CREATE TABLE file_texts (
  file_id uuid NOT NULL,
  pages text[] NOT NULL,
  read_at timestamptz NOT NULL,
  CONSTRAINT file_texts_pkey PRIMARY KEY (file_id),
  CONSTRAINT file_texts_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);
COMMENT ON COLUMN file_texts.pages IS 'Text of each page in order, empty where a page has none';

-- migrate:down
