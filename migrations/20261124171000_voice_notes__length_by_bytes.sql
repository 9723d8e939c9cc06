-- migrate:up
-- How long a voice note lasts is read from its bytes, and not every recording tells.
ALTER TABLE conversation_files DROP CONSTRAINT conversation_files_duration_check;
ALTER TABLE conversation_files ADD CONSTRAINT conversation_files_duration_check CHECK (duration_ms IS NULL OR (kind = 'voice' AND duration_ms > 0));

-- migrate:down
