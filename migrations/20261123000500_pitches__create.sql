-- migrate:up
-- What anyone may read of a published pitch. A protected text cannot leak from a table that does not hold it: those are in pitch_protected.
CREATE TABLE pitches (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  slug text NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  logline text NOT NULL DEFAULT '',
  synopsis text NOT NULL DEFAULT '',
  format text NOT NULL,
  genres text[] NOT NULL,
  stage text,
  budget_band text,
  ask_amount bigint,
  ask_currency text,
  ask_kind text,
  seeking_investment boolean NOT NULL DEFAULT false,
  comps jsonb NOT NULL DEFAULT '[]',
  tone text NOT NULL DEFAULT '',
  themes text[] NOT NULL DEFAULT '{}',
  audience text NOT NULL DEFAULT '',
  why_now text NOT NULL DEFAULT '',
  production_plan text NOT NULL DEFAULT '',
  people text NOT NULL DEFAULT '',
  published_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', plain_text(title)), 'A')
    || setweight(to_tsvector('simple', plain_text(title || ' ' || people)), 'A')
    || setweight(to_tsvector('english', plain_text(logline)), 'B')
    || setweight(to_tsvector('english', plain_words(genres) || ' ' || plain_text(plain_words(themes))), 'C')
    || setweight(to_tsvector('english', plain_text(synopsis)), 'D')
  ) STORED,
  CONSTRAINT pitches_slug_key UNIQUE (slug),
  CONSTRAINT pitches_status_check CHECK (status IN ('draft', 'published', 'unpublished', 'archived')),
  CONSTRAINT pitches_genres_check CHECK (cardinality(genres) BETWEEN 1 AND 3),
  CONSTRAINT pitches_ask_check CHECK ((ask_amount IS NULL) = (ask_currency IS NULL) AND (ask_amount IS NULL) = (ask_kind IS NULL) AND ask_amount > 0),
  CONSTRAINT pitches_published_check CHECK (status <> 'published' OR published_at IS NOT NULL),
  CONSTRAINT pitches_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
);
COMMENT ON COLUMN pitches.people IS 'names of owner and team, kept by the actions that change them, for search';
COMMENT ON COLUMN pitches.ask_amount IS 'minor units of ask_currency';
-- browse, newest first; also the candidates of a common search word
CREATE INDEX pitches_published_at_id_idx ON pitches (published_at DESC, id DESC) WHERE status = 'published';
-- full-text search among published pitches
CREATE INDEX pitches_search_idx ON pitches USING gin (search) WHERE status = 'published';
-- own list, any status, last changed first
CREATE INDEX pitches_owner_id_updated_at_idx ON pitches (owner_id, updated_at DESC, id DESC);
-- filters by genre
CREATE INDEX pitches_genres_idx ON pitches USING gin (genres) WHERE status = 'published';

-- One row a protected field: its text and the gate its owner set.
CREATE TABLE pitch_protected (
  pitch_id uuid NOT NULL,
  field text NOT NULL,
  gate text NOT NULL,
  body text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pitch_protected_pkey PRIMARY KEY (pitch_id, field),
  CONSTRAINT pitch_protected_field_check CHECK (field IN ('budgetBreakdown', 'financialProjections', 'distributionPlan', 'marketingStrategy', 'contactDetails')),
  CONSTRAINT pitch_protected_gate_check CHECK (gate IN ('public', 'member', 'confidential', 'nda', 'deal')),
  CONSTRAINT pitch_protected_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);

CREATE TABLE pitch_team (
  id uuid PRIMARY KEY,
  pitch_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  status text NOT NULL,
  proof_file_id uuid,
  CONSTRAINT pitch_team_pitch_id_position_key UNIQUE (pitch_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT pitch_team_status_check CHECK (status IN ('interested', 'letter_of_intent', 'signed')),
  CONSTRAINT pitch_team_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_team_proof_file_id_fkey FOREIGN KEY (proof_file_id) REFERENCES files (id) ON DELETE SET NULL
);
CREATE INDEX pitch_team_proof_file_id_idx ON pitch_team (proof_file_id);

CREATE TABLE pitch_media (
  pitch_id uuid NOT NULL,
  file_id uuid NOT NULL,
  kind text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pitch_media_pkey PRIMARY KEY (pitch_id, file_id),
  CONSTRAINT pitch_media_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_media_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);
-- which pitch a file belongs to: the gate check of every file request
CREATE UNIQUE INDEX pitch_media_file_id_key ON pitch_media (file_id);
-- one poster a pitch
CREATE UNIQUE INDEX pitch_media_poster_key ON pitch_media (pitch_id) WHERE kind = 'poster';

ALTER TABLE uploads ADD CONSTRAINT uploads_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE;
CREATE INDEX uploads_pitch_id_idx ON uploads (pitch_id);

-- Counters live apart, so that a view never touches a pitch's updated_at.
CREATE TABLE pitch_stats (
  pitch_id uuid PRIMARY KEY,
  views integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  trending double precision NOT NULL DEFAULT 0,
  refreshed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pitch_stats_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);
-- browse by popularity and by trend
CREATE INDEX pitch_stats_views_idx ON pitch_stats (views DESC, pitch_id DESC);
CREATE INDEX pitch_stats_trending_idx ON pitch_stats (trending DESC, pitch_id DESC);

-- The distinct words of published pitches: the typo path looks a misspelt word up here instead of in every title.
CREATE TABLE search_lexemes (
  word text PRIMARY KEY,
  pitches integer NOT NULL
);
-- nearest words by trigram
CREATE INDEX search_lexemes_word_trgm_idx ON search_lexemes USING gin (word gin_trgm_ops);

-- migrate:down
