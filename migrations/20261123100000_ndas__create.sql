-- migrate:up
-- The NDA vault. One row of ndas is one agreement between one person and one pitch, from request to end; the rules that must hold
-- whoever writes stand here, so that no second code path can come to know them differently.

-- The legal moves. worker/features/ndas/transitions.ts holds the same list; a test compares the two.
CREATE TABLE nda_transitions (
  from_status text NOT NULL,
  action text NOT NULL,
  actor text NOT NULL,
  to_status text NOT NULL,
  CONSTRAINT nda_transitions_pkey PRIMARY KEY (from_status, action, actor),
  CONSTRAINT nda_transitions_actor_check CHECK (actor IN ('owner', 'signer', 'system'))
);

INSERT INTO nda_transitions (from_status, action, actor, to_status) VALUES
  ('requested', 'approve', 'owner', 'approved'), ('requested', 'approve', 'system', 'approved'),
  ('requested', 'reject', 'owner', 'rejected'), ('requested', 'counter', 'owner', 'countered'),
  ('requested', 'withdraw', 'signer', 'withdrawn'), ('requested', 'lapse', 'system', 'lapsed'),
  ('countered', 'counter', 'signer', 'requested'), ('countered', 'accept', 'signer', 'requested'),
  ('countered', 'withdraw', 'signer', 'withdrawn'), ('countered', 'lapse', 'system', 'lapsed'),
  ('approved', 'sign', 'signer', 'signed'), ('approved', 'withdraw', 'owner', 'withdrawn'),
  ('approved', 'withdraw', 'signer', 'withdrawn'), ('approved', 'lapse', 'system', 'lapsed'),
  ('signed', 'revoke', 'owner', 'revoked'), ('signed', 'expire', 'system', 'expired'),
  ('signed', 'supersede', 'system', 'superseded');

CREATE TABLE nda_templates (
  id uuid PRIMARY KEY,
  owner_id uuid,
  name text NOT NULL,
  type text NOT NULL,
  requester text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  archived_at timestamptz,
  CONSTRAINT nda_templates_type_check CHECK (type IN ('basic', 'enhanced', 'custom')),
  CONSTRAINT nda_templates_requester_check CHECK (requester IN ('investor', 'production', 'any')),
  CONSTRAINT nda_templates_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id)
);
COMMENT ON COLUMN nda_templates.owner_id IS 'null: a standard form of the platform';
-- a person's templates, last changed first
CREATE INDEX nda_templates_owner_id_updated_at_idx ON nda_templates (owner_id, updated_at DESC);

-- Every change of a template is a new row here; none is ever altered, so an acceptance always finds its words.
CREATE TABLE nda_template_versions (
  template_id uuid NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  clauses jsonb NOT NULL,
  terms jsonb NOT NULL,
  file_sha256 text,
  file_name text,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT nda_template_versions_pkey PRIMARY KEY (template_id, version),
  CONSTRAINT nda_template_versions_template_id_fkey FOREIGN KEY (template_id) REFERENCES nda_templates (id)
);
COMMENT ON COLUMN nda_template_versions.file_sha256 IS 'SHA-256 of the owner''s own PDF, kept at nda/files/<sha256>.pdf; null when the clauses are the text';

CREATE TABLE ndas (
  id uuid PRIMARY KEY,
  pitch_id uuid,
  pitch_title text NOT NULL,
  owner_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  type text NOT NULL,
  status text NOT NULL DEFAULT 'requested',
  terms jsonb NOT NULL,
  message text NOT NULL DEFAULT '',
  template_id uuid NOT NULL,
  template_version integer NOT NULL,
  document_id uuid NOT NULL,
  supersedes_id uuid,
  due_at timestamptz,
  expires_at timestamptz,
  reminded_at timestamptz,
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  signed_at timestamptz,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  changed_as text NOT NULL,
  change_action text NOT NULL,
  change_reason text,
  CONSTRAINT ndas_type_check CHECK (type IN ('basic', 'enhanced', 'custom')),
  CONSTRAINT ndas_status_check CHECK (status IN ('requested', 'countered', 'approved', 'signed', 'rejected', 'withdrawn', 'lapsed', 'revoked', 'expired', 'superseded')),
  CONSTRAINT ndas_parties_check CHECK (owner_id <> signer_id),
  CONSTRAINT ndas_signed_check CHECK ((status IN ('signed', 'revoked', 'expired', 'superseded')) = (signed_at IS NOT NULL)),
  CONSTRAINT ndas_expires_check CHECK (signed_at IS NULL OR expires_at > signed_at),
  CONSTRAINT ndas_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE SET NULL,
  CONSTRAINT ndas_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id),
  CONSTRAINT ndas_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES users (id),
  CONSTRAINT ndas_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users (id),
  CONSTRAINT ndas_template_fkey FOREIGN KEY (template_id, template_version) REFERENCES nda_template_versions (template_id, version),
  CONSTRAINT ndas_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES ndas (id)
);
COMMENT ON COLUMN ndas.due_at IS 'until when the next move must come; null once signed or closed';
COMMENT ON COLUMN ndas.expires_at IS 'when access ends; what was promised about secrecy ends later, see obligations';
-- one open request a person and pitch; one signed agreement beside it only while a successor is on its way
CREATE UNIQUE INDEX ndas_open_key ON ndas (pitch_id, signer_id) WHERE status IN ('requested', 'countered', 'approved');
CREATE UNIQUE INDEX ndas_signed_key ON ndas (pitch_id, signer_id) WHERE status = 'signed';
-- what a pitch has: the interest page, the check before a delete
CREATE INDEX ndas_pitch_id_idx ON ndas (pitch_id);
-- the owner's inbox, newest first, and its counts by status
CREATE INDEX ndas_owner_id_created_at_idx ON ndas (owner_id, created_at DESC, id DESC);
-- the signer's list, newest first, and requests of the last day
CREATE INDEX ndas_signer_id_created_at_idx ON ndas (signer_id, created_at DESC, id DESC);
CREATE INDEX ndas_changed_by_idx ON ndas (changed_by);
CREATE INDEX ndas_template_id_template_version_idx ON ndas (template_id, template_version);
CREATE INDEX ndas_supersedes_id_idx ON ndas (supersedes_id);
-- cron: what lapses
CREATE INDEX ndas_due_at_idx ON ndas (due_at) WHERE due_at IS NOT NULL;
-- cron: what expires
CREATE INDEX ndas_expires_at_idx ON ndas (expires_at) WHERE status = 'signed';

-- The exact bytes that were shown and, when signed, signed. A new round adds a row.
CREATE TABLE nda_documents (
  id uuid PRIMARY KEY,
  nda_id uuid NOT NULL,
  round integer NOT NULL,
  html text NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT nda_documents_nda_id_round_key UNIQUE (nda_id, round),
  CONSTRAINT nda_documents_sha256_check CHECK (sha256 = encode(sha256(convert_to(html, 'UTF8')), 'hex')),
  CONSTRAINT nda_documents_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id) DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE ndas ADD CONSTRAINT ndas_document_id_fkey FOREIGN KEY (document_id) REFERENCES nda_documents (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX ndas_document_id_idx ON ndas (document_id);

-- The history, written by the database itself whenever a status is set.
CREATE TABLE nda_events (
  nda_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  document_id uuid NOT NULL,
  CONSTRAINT nda_events_pkey PRIMARY KEY (nda_id, seq),
  CONSTRAINT nda_events_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id),
  CONSTRAINT nda_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users (id),
  CONSTRAINT nda_events_document_id_fkey FOREIGN KEY (document_id) REFERENCES nda_documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX nda_events_actor_id_idx ON nda_events (actor_id);
CREATE INDEX nda_events_document_id_idx ON nda_events (document_id);

CREATE TABLE nda_signatures (
  nda_id uuid PRIMARY KEY,
  document_sha256 text NOT NULL,
  signer_id uuid NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  name text NOT NULL,
  title text,
  company text,
  consent text NOT NULL,
  signed_at timestamptz NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT nda_signatures_kind_check CHECK (kind IN ('typed', 'drawn', 'passport')),
  CONSTRAINT nda_signatures_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id),
  CONSTRAINT nda_signatures_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES users (id)
);
CREATE INDEX nda_signatures_signer_id_idx ON nda_signatures (signer_id);

-- Each entry's hash covers the one before; the head is sealed with a key that the database does not hold.
CREATE TABLE nda_audit_log (
  nda_id uuid NOT NULL,
  seq integer NOT NULL,
  entry text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT nda_audit_log_pkey PRIMARY KEY (nda_id, seq),
  CONSTRAINT nda_audit_log_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id)
);

CREATE TABLE nda_audit_heads (
  nda_id uuid PRIMARY KEY,
  seq integer NOT NULL,
  hash text NOT NULL,
  seal text NOT NULL,
  key_id text NOT NULL,
  sealed_at timestamptz NOT NULL,
  CONSTRAINT nda_audit_heads_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas (id)
);

-- Who may read what of a pitch beyond the public and member tiers, until when, and because of what.
CREATE TABLE content_access (
  id uuid PRIMARY KEY,
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  tier text NOT NULL,
  source text NOT NULL,
  source_id uuid,
  download boolean NOT NULL DEFAULT false,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  ip text,
  user_agent text,
  wording text,
  CONSTRAINT content_access_tier_check CHECK (tier IN ('confidential', 'nda', 'deal')),
  CONSTRAINT content_access_source_check CHECK (source IN ('click_through', 'nda', 'deal')),
  CONSTRAINT content_access_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT content_access_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
COMMENT ON COLUMN content_access.wording IS 'click-through only: the sentence that was agreed to';
-- the tier of a person on a pitch: part of every pitch and file read
CREATE UNIQUE INDEX content_access_open_key ON content_access (pitch_id, user_id, source) WHERE revoked_at IS NULL;
CREATE INDEX content_access_pitch_id_idx ON content_access (pitch_id);
CREATE INDEX content_access_user_id_idx ON content_access (user_id);
-- closing what a source opened
CREATE INDEX content_access_source_id_idx ON content_access (source_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never altered', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_immutable';
END $$;

CREATE TRIGGER nda_documents_immutable BEFORE UPDATE OR DELETE ON nda_documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_template_versions_immutable BEFORE UPDATE OR DELETE ON nda_template_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_events_immutable BEFORE UPDATE OR DELETE ON nda_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_signatures_immutable BEFORE UPDATE OR DELETE ON nda_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_audit_log_immutable BEFORE UPDATE OR DELETE ON nda_audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_audit_heads_kept BEFORE DELETE ON nda_audit_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ndas_kept BEFORE DELETE ON ndas FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION nda_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.owner_id <> OLD.owner_id OR NEW.signer_id <> OLD.signer_id OR NEW.created_at <> OLD.created_at OR NEW.supersedes_id IS DISTINCT FROM OLD.supersedes_id THEN
    RAISE EXCEPTION 'the parties of an NDA do not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_parties_fixed';
  END IF;
  IF NEW.status <> OLD.status THEN
    IF NOT EXISTS (SELECT FROM nda_transitions t
      WHERE t.from_status = OLD.status AND t.action = NEW.change_action AND t.actor = NEW.changed_as AND t.to_status = NEW.status) THEN
      RAISE EXCEPTION 'an NDA does not go from % to % by % of %', OLD.status, NEW.status, NEW.change_action, NEW.changed_as
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
    END IF;
  ELSIF NEW.terms <> OLD.terms OR NEW.document_id <> OLD.document_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.expires_at IS DISTINCT FROM OLD.expires_at THEN
    RAISE EXCEPTION 'terms change only with the status' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
  END IF;
  IF OLD.signed_at IS NOT NULL AND (NEW.terms <> OLD.terms OR NEW.document_id <> OLD.document_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.expires_at IS DISTINCT FROM OLD.expires_at) THEN
    RAISE EXCEPTION 'what is signed does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ndas_guard BEFORE UPDATE ON ndas FOR EACH ROW EXECUTE FUNCTION nda_guard();

CREATE FUNCTION nda_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  INSERT INTO nda_events (nda_id, seq, at, actor, actor_id, action, from_status, to_status, reason, document_id)
  SELECT NEW.id, 1 + count(*), NEW.changed_at, NEW.changed_as, NEW.changed_by, NEW.change_action,
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status, NEW.change_reason, NEW.document_id
  FROM nda_events e WHERE e.nda_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ndas_record AFTER INSERT OR UPDATE ON ndas FOR EACH ROW EXECUTE FUNCTION nda_record();

CREATE FUNCTION nda_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'requested' OR NEW.changed_as <> 'signer' OR NEW.change_action <> 'request' THEN
    RAISE EXCEPTION 'an NDA begins as a request' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ndas_guard_insert BEFORE INSERT ON ndas FOR EACH ROW EXECUTE FUNCTION nda_guard_insert();

-- A pitch that somebody signed for stays (archive it); what was only asked for lapses with it.
CREATE FUNCTION pitch_guard_ndas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM ndas WHERE pitch_id = OLD.id AND signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a signed NDA refers to this pitch' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'ndas_pitch_id_fkey';
  END IF;
  UPDATE ndas SET status = 'lapsed', due_at = NULL, changed_at = now(), changed_by = NULL, changed_as = 'system', change_action = 'lapse', change_reason = 'The pitch was deleted.'
  WHERE pitch_id = OLD.id AND status IN ('requested', 'countered', 'approved');
  RETURN OLD;
END $$;
CREATE TRIGGER pitches_guard_ndas BEFORE DELETE ON pitches FOR EACH ROW EXECUTE FUNCTION pitch_guard_ndas();

-- migrate:down
