-- migrate:up
-- A film of many parts is hashed behind the request that completes it; until then nothing is known of it.
ALTER TABLE files ALTER COLUMN sha256 DROP NOT NULL;
ALTER TABLE files ADD CONSTRAINT files_sha256_check CHECK (sha256 IS NOT NULL OR content_type LIKE 'video/%');

-- A file of one part is hashed while it arrives.
ALTER TABLE upload_parts ADD COLUMN sha256 text;

-- migrate:down
