-- migrate:up
-- Which form a pitch offers; no row: the platform's standard forms.
CREATE TABLE pitch_nda_settings (
  pitch_id uuid PRIMARY KEY,
  template_id uuid,
  updated_at timestamptz NOT NULL,
  CONSTRAINT pitch_nda_settings_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_nda_settings_template_id_fkey FOREIGN KEY (template_id) REFERENCES nda_templates (id)
);
CREATE INDEX pitch_nda_settings_template_id_idx ON pitch_nda_settings (template_id);

-- A company that an operator has looked at; auto-approval may ask for it.
CREATE TABLE company_verifications (
  user_id uuid PRIMARY KEY,
  company_name text NOT NULL,
  evidence text NOT NULL,
  verified_at timestamptz NOT NULL,
  verified_by uuid NOT NULL,
  CONSTRAINT company_verifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT company_verifications_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES users (id)
);
CREATE INDEX company_verifications_verified_by_idx ON company_verifications (verified_by);

-- Standing answers of an owner: a request that fits one is approved at once.
CREATE TABLE nda_auto_approvals (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  pitch_id uuid,
  requester text NOT NULL,
  verified_only boolean NOT NULL,
  passport_only boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT nda_auto_approvals_requester_check CHECK (requester IN ('investor', 'production', 'any')),
  CONSTRAINT nda_auto_approvals_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT nda_auto_approvals_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);
COMMENT ON COLUMN nda_auto_approvals.pitch_id IS 'null: every pitch of the owner';
-- the rules of a pitch's owner, at every request
CREATE INDEX nda_auto_approvals_owner_id_idx ON nda_auto_approvals (owner_id);
CREATE INDEX nda_auto_approvals_pitch_id_idx ON nda_auto_approvals (pitch_id);

-- The standard form, signed once. Per pitch its holder confirms with one click; the signature is taken from here.
CREATE TABLE nda_passports (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  html text NOT NULL,
  sha256 text NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  name text NOT NULL,
  title text,
  company text,
  consent text NOT NULL,
  signed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ip text NOT NULL,
  user_agent text NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT nda_passports_kind_check CHECK (kind IN ('typed', 'drawn')),
  CONSTRAINT nda_passports_sha256_check CHECK (sha256 = encode(sha256(convert_to(html, 'UTF8')), 'hex')),
  CONSTRAINT nda_passports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);
-- one passport a person at a time
CREATE UNIQUE INDEX nda_passports_user_id_key ON nda_passports (user_id) WHERE ended_at IS NULL;
CREATE INDEX nda_passports_user_id_idx ON nda_passports (user_id, signed_at DESC);

-- What somebody is bound by, and until when. Written at the signature; ending access does not end a row here.
CREATE TABLE obligations (
  id uuid PRIMARY KEY,
  nda_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  CONSTRAINT obligations_nda_id_user_id_kind_key UNIQUE (nda_id, user_id, kind),
  CONSTRAINT obligations_kind_check CHECK (kind IN ('secrecy', 'return_or_destroy', 'non_circumvention', 'no_publicity', 'submission_release')),
  CONSTRAINT obligations_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id),
  CONSTRAINT obligations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);
COMMENT ON COLUMN obligations.ends_at IS 'null: without end';
-- a person's ledger, what ends next first
CREATE INDEX obligations_user_id_ends_at_idx ON obligations (user_id, ends_at);

-- migrate:down
