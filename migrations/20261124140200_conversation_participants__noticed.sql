-- migrate:up
-- How far somebody was told of messages they had not read: each is told of once.
ALTER TABLE conversation_participants ADD COLUMN noticed_seq integer NOT NULL DEFAULT 0;
UPDATE conversation_participants p SET noticed_seq = c.last_seq FROM conversations c WHERE c.id = p.conversation_id;
-- conversations in which something was said lately
CREATE INDEX conversations_last_at_idx ON conversations (last_at);

-- migrate:down
