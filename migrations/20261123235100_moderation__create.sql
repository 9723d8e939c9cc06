-- migrate:up
-- What operators did about pitches and accounts, and why. A row stays when it is lifted: it is the record. The title stays when the pitch goes.
CREATE TABLE pitch_takedowns (
  id uuid PRIMARY KEY,
  pitch_id uuid,
  pitch_title text NOT NULL,
  reason text NOT NULL,
  taken_down_by uuid,
  taken_down_at timestamptz NOT NULL,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  CONSTRAINT pitch_takedowns_lifted_check CHECK ((lifted_at IS NULL) = (lift_reason IS NULL)),
  CONSTRAINT pitch_takedowns_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE SET NULL,
  CONSTRAINT pitch_takedowns_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES users (id) ON DELETE SET NULL,
  CONSTRAINT pitch_takedowns_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users (id) ON DELETE SET NULL
);
-- whether a pitch is down: publishing asks; one at a time
CREATE UNIQUE INDEX pitch_takedowns_open_key ON pitch_takedowns (pitch_id) WHERE lifted_at IS NULL;
-- what happened to a pitch
CREATE INDEX pitch_takedowns_pitch_id_idx ON pitch_takedowns (pitch_id);
-- erasing an operator's account
CREATE INDEX pitch_takedowns_taken_down_by_idx ON pitch_takedowns (taken_down_by);
CREATE INDEX pitch_takedowns_lifted_by_idx ON pitch_takedowns (lifted_by);

CREATE TABLE account_suspensions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  reason text NOT NULL,
  suspended_by uuid,
  suspended_at timestamptz NOT NULL,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  CONSTRAINT account_suspensions_lifted_check CHECK ((lifted_at IS NULL) = (lift_reason IS NULL)),
  CONSTRAINT account_suspensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT account_suspensions_suspended_by_fkey FOREIGN KEY (suspended_by) REFERENCES users (id) ON DELETE SET NULL,
  CONSTRAINT account_suspensions_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users (id) ON DELETE SET NULL
);
-- whether an account is suspended: signing in, reading a session and profiles ask; one at a time
CREATE UNIQUE INDEX account_suspensions_open_key ON account_suspensions (user_id) WHERE lifted_at IS NULL;
-- what happened to an account
CREATE INDEX account_suspensions_user_id_idx ON account_suspensions (user_id);
-- erasing an operator's account
CREATE INDEX account_suspensions_suspended_by_idx ON account_suspensions (suspended_by);
CREATE INDEX account_suspensions_lifted_by_idx ON account_suspensions (lifted_by);

-- migrate:down
