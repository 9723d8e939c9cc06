-- migrate:up
-- What a person was asked to confirm and how they answered: exactly this name, in this role, with this status. Another status is asked anew.
CREATE TABLE pitch_attachments (
  pitch_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  status text NOT NULL,
  token_digest text,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  declined_at timestamptz,
  CONSTRAINT pitch_attachments_pkey PRIMARY KEY (pitch_id, name, role, status),
  CONSTRAINT pitch_attachments_token_digest_key UNIQUE (token_digest),
  CONSTRAINT pitch_attachments_status_check CHECK (status IN ('letter_of_intent', 'signed')),
  CONSTRAINT pitch_attachments_answer_check CHECK (confirmed_at IS NULL OR declined_at IS NULL),
  CONSTRAINT pitch_attachments_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);
COMMENT ON COLUMN pitch_attachments.token_digest IS 'SHA-256 of the link''s token; gone once it was answered';

-- migrate:down
