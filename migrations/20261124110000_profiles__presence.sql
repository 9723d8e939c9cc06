-- migrate:up
-- Who is there. Live it is known to a person's hub alone; here is only when they were last there, written when the last tab is gone.
ALTER TABLE profiles
  -- false: others learn neither that somebody is there nor when they last were
  ADD COLUMN shows_presence boolean NOT NULL DEFAULT true,
  ADD COLUMN last_seen_at timestamptz;

-- migrate:down
