-- migrate:up
CREATE TABLE files (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  kind text NOT NULL,
  gate text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  width integer,
  height integer,
  blurhash text,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT files_storage_key_key UNIQUE (storage_key),
  CONSTRAINT files_kind_check CHECK (kind IN ('poster', 'gallery', 'trailer', 'lookbook', 'deck', 'script', 'treatment', 'budget', 'attachment')),
  CONSTRAINT files_gate_check CHECK (gate IN ('public', 'member', 'confidential', 'nda', 'deal')),
  CONSTRAINT files_size_check CHECK (size > 0),
  CONSTRAINT files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX files_owner_id_idx ON files (owner_id, created_at DESC);

CREATE TABLE uploads (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  kind text NOT NULL,
  gate text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  part_size integer NOT NULL,
  storage_key text NOT NULL,
  storage_upload_id text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  file_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT uploads_status_check CHECK (status IN ('open', 'completing', 'complete', 'aborted')),
  CONSTRAINT uploads_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT uploads_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE SET NULL
);
CREATE INDEX uploads_owner_id_idx ON uploads (owner_id);
CREATE INDEX uploads_file_id_idx ON uploads (file_id);
-- the sweep of uploads that nobody finished
CREATE INDEX uploads_open_idx ON uploads (created_at) WHERE status = 'open';

CREATE TABLE upload_parts (
  upload_id uuid NOT NULL,
  part_number integer NOT NULL,
  etag text NOT NULL,
  size integer NOT NULL,
  arrived_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT upload_parts_pkey PRIMARY KEY (upload_id, part_number),
  CONSTRAINT upload_parts_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads (id) ON DELETE CASCADE
);

-- migrate:down
