-- migrate:up
-- What people do about pitches and each other. One table a fact; counters in pitch_stats move in the statement of the fact.
CREATE TABLE pitch_likes (
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pitch_likes_pkey PRIMARY KEY (pitch_id, user_id),
  CONSTRAINT pitch_likes_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- what one person likes
CREATE INDEX pitch_likes_user_id_idx ON pitch_likes (user_id);

CREATE TABLE watchlist_items (
  user_id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  folder text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT watchlist_items_pkey PRIMARY KEY (user_id, pitch_id),
  CONSTRAINT watchlist_items_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT watchlist_items_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);
COMMENT ON COLUMN watchlist_items.note IS 'private: read by nobody but the person';
-- who watches a pitch
CREATE INDEX watchlist_items_pitch_id_idx ON watchlist_items (pitch_id);
-- the list of one person, newest first
CREATE INDEX watchlist_items_user_id_created_at_idx ON watchlist_items (user_id, created_at DESC, pitch_id DESC);

CREATE TABLE pitch_comments (
  id uuid PRIMARY KEY,
  pitch_id uuid NOT NULL,
  author_id uuid NOT NULL,
  parent_id uuid,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  CONSTRAINT pitch_comments_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT pitch_comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES pitch_comments (id) ON DELETE CASCADE
);
-- the threads of a pitch, newest first
CREATE INDEX pitch_comments_pitch_id_created_at_idx ON pitch_comments (pitch_id, created_at DESC, id DESC) WHERE parent_id IS NULL;
-- the answers of a thread
CREATE INDEX pitch_comments_parent_id_created_at_idx ON pitch_comments (parent_id, created_at);
CREATE INDEX pitch_comments_author_id_idx ON pitch_comments (author_id);
-- erasing a pitch takes its answers too
CREATE INDEX pitch_comments_pitch_id_idx ON pitch_comments (pitch_id) WHERE parent_id IS NOT NULL;

CREATE TABLE follows (
  follower_id uuid NOT NULL,
  followed_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT follows_pkey PRIMARY KEY (follower_id, followed_id),
  CONSTRAINT follows_self_check CHECK (follower_id <> followed_id),
  CONSTRAINT follows_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT follows_followed_id_fkey FOREIGN KEY (followed_id) REFERENCES users (id) ON DELETE CASCADE
);
-- who follows a person
CREATE INDEX follows_followed_id_idx ON follows (followed_id);

CREATE TABLE blocks (
  blocker_id uuid NOT NULL,
  blocked_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT blocks_pkey PRIMARY KEY (blocker_id, blocked_id),
  CONSTRAINT blocks_self_check CHECK (blocker_id <> blocked_id),
  CONSTRAINT blocks_blocker_id_fkey FOREIGN KEY (blocker_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT blocks_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES users (id) ON DELETE CASCADE
);
-- whether somebody blocked me
CREATE INDEX blocks_blocked_id_idx ON blocks (blocked_id);

CREATE TABLE reports (
  id uuid PRIMARY KEY,
  reporter_id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  reason text NOT NULL,
  note text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'open',
  resolved_by uuid,
  resolved_at timestamptz,
  resolution text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT reports_subject_kind_check CHECK (subject_kind IN ('pitch', 'comment', 'user')),
  CONSTRAINT reports_reason_check CHECK (reason IN ('spam', 'abuse', 'rights', 'fraud', 'other')),
  CONSTRAINT reports_status_check CHECK (status IN ('open', 'upheld', 'dismissed')),
  CONSTRAINT reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT reports_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES users (id) ON DELETE SET NULL
);
-- one open report of a subject by one person
CREATE UNIQUE INDEX reports_open_key ON reports (reporter_id, subject_kind, subject_id) WHERE status = 'open';
-- the operator's queue, oldest first
CREATE INDEX reports_status_created_at_idx ON reports (status, created_at, id);
CREATE INDEX reports_reporter_id_idx ON reports (reporter_id);
CREATE INDEX reports_resolved_by_idx ON reports (resolved_by);

-- migrate:down
