-- migrate:up
-- What an owner says against a takedown, and what was answered. A takedown can be appealed a few times, once at a time.
CREATE TABLE takedown_appeals (
  id uuid PRIMARY KEY,
  takedown_id uuid NOT NULL,
  author_id uuid,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  decision text,
  answer text,
  decided_by uuid,
  decided_at timestamptz,
  CONSTRAINT takedown_appeals_decision_check CHECK (decision IN ('granted', 'declined')),
  CONSTRAINT takedown_appeals_decided_check CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (answer IS NULL)),
  CONSTRAINT takedown_appeals_takedown_id_fkey FOREIGN KEY (takedown_id) REFERENCES pitch_takedowns (id) ON DELETE CASCADE,
  CONSTRAINT takedown_appeals_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL,
  CONSTRAINT takedown_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users (id) ON DELETE SET NULL
);
-- one open appeal a takedown
CREATE UNIQUE INDEX takedown_appeals_open_key ON takedown_appeals (takedown_id) WHERE decided_at IS NULL;
-- what was said about a takedown, the latest first
CREATE INDEX takedown_appeals_takedown_id_created_at_idx ON takedown_appeals (takedown_id, created_at);
-- the operator's queue, and what was decided
CREATE INDEX takedown_appeals_created_at_open_idx ON takedown_appeals (created_at) WHERE decided_at IS NULL;
CREATE INDEX takedown_appeals_decided_at_idx ON takedown_appeals (decided_at) WHERE decided_at IS NOT NULL;
-- erasing an account
CREATE INDEX takedown_appeals_author_id_idx ON takedown_appeals (author_id);
CREATE INDEX takedown_appeals_decided_by_idx ON takedown_appeals (decided_by);

-- migrate:down
