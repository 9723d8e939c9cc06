-- migrate:up
-- Completing an upload takes a while; a claim that its holder never ended can be taken again after some minutes.
ALTER TABLE uploads ADD COLUMN claimed_at timestamptz;
DROP INDEX uploads_open_idx;
-- the sweep of uploads that nobody finished
CREATE INDEX uploads_unfinished_idx ON uploads (created_at) WHERE status IN ('open', 'completing');

-- migrate:down
