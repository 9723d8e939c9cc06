-- migrate:up
-- A search somebody keeps, in the form that a pitch is held against when it is published: the words as one query, each filter as the tags it allows.
CREATE TABLE saved_searches (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  name text NOT NULL,
  words text NOT NULL DEFAULT '',
  query tsquery,
  genres text[] NOT NULL DEFAULT '{}',
  formats text[] NOT NULL DEFAULT '{}',
  stages text[] NOT NULL DEFAULT '{}',
  budget_bands text[] NOT NULL DEFAULT '{}',
  seekings text[] NOT NULL DEFAULT '{}',
  frequency text NOT NULL DEFAULT 'off',
  since timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz,
  looked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT saved_searches_frequency_check CHECK (frequency IN ('instant', 'daily', 'weekly', 'off')),
  CONSTRAINT saved_searches_due_at_check CHECK ((due_at IS NOT NULL) = (frequency IN ('daily', 'weekly'))),
  CONSTRAINT saved_searches_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
COMMENT ON COLUMN saved_searches.query IS 'of the words as typed and as corrected; NULL without words';
COMMENT ON COLUMN saved_searches.since IS 'alerts tell of pitches published later than this: set when alerts are switched on';
-- the list of one person, newest first
CREATE INDEX saved_searches_user_id_created_at_idx ON saved_searches (user_id, created_at DESC, id DESC);
-- daily and weekly alerts whose time has come
CREATE INDEX saved_searches_due_at_idx ON saved_searches (due_at) WHERE due_at IS NOT NULL;
-- the searches that a pitch just published is held against
CREATE INDEX saved_searches_since_idx ON saved_searches (since) WHERE frequency = 'instant';

-- What was told: a pitch is news to a search once.
CREATE TABLE saved_search_alerts (
  search_id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT saved_search_alerts_pkey PRIMARY KEY (search_id, pitch_id),
  CONSTRAINT saved_search_alerts_search_id_fkey FOREIGN KEY (search_id) REFERENCES saved_searches (id) ON DELETE CASCADE,
  CONSTRAINT saved_search_alerts_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);
CREATE INDEX saved_search_alerts_pitch_id_idx ON saved_search_alerts (pitch_id);

-- migrate:down
