-- migrate:up
-- A browser hears of somebody as long as they are signed in there: signing out, or a session ended from elsewhere, ends its pushes.
DELETE FROM push_subscriptions;
ALTER TABLE push_subscriptions ADD COLUMN session_id uuid NOT NULL;
ALTER TABLE push_subscriptions ADD CONSTRAINT push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
CREATE INDEX push_subscriptions_session_id_idx ON push_subscriptions (session_id);

-- migrate:down
