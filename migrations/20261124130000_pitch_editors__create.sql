-- migrate:up
-- Who may write on a pitch beside its owner. An invitation opens nothing until the person has accepted it.
CREATE TABLE pitch_editors (
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  invited_at timestamptz NOT NULL,
  accepted_at timestamptz,
  CONSTRAINT pitch_editors_pkey PRIMARY KEY (pitch_id, user_id),
  CONSTRAINT pitch_editors_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_editors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- what somebody is invited to, or edits; erasing an account
CREATE INDEX pitch_editors_user_id_idx ON pitch_editors (user_id);

-- migrate:down
