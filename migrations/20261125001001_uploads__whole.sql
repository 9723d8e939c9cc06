-- migrate:up
-- A file that comes in one request is noted before its bytes, for the sweep; the object store knows no upload of it.
ALTER TABLE uploads ALTER COLUMN storage_upload_id DROP NOT NULL;

-- migrate:down
