-- migrate:up
ALTER TABLE pitches ADD COLUMN details jsonb, ADD COLUMN characters jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN pitches.details IS 'what its format asks for; names the format, and counts only while that is the pitch''s';

-- migrate:down
