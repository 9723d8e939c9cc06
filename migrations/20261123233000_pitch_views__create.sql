-- migrate:up
-- Days as partitions: made ahead, and dropped whole when they have served their time. Both functions may run at any moment, as often as anybody likes.
CREATE FUNCTION make_day_partitions(parent regclass, first_day date, last_day date) RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  day date;
  part text;
  key text;
  lower text;
  upper text;
  made integer := 0;
BEGIN
  FOR day IN SELECT d::date FROM generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') AS d LOOP
    part := parent::text || '_' || to_char(day, 'YYYYMMDD');
    CONTINUE WHEN to_regclass(part) IS NOT NULL;
    PERFORM pg_advisory_xact_lock(hashtext('day partitions'), parent::oid::integer);
    CONTINUE WHEN to_regclass(part) IS NOT NULL;
    SELECT a.attname INTO key FROM pg_partitioned_table p JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0] WHERE p.partrelid = parent;
    lower := day || ' 00:00:00+00';
    upper := day + 1 || ' 00:00:00+00';
    EXECUTE format('CREATE TABLE %I (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', part, parent);
    -- What came before its day was made waits in the default partition.
    EXECUTE format('WITH stray AS (DELETE FROM %1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING *) INSERT INTO %5$I SELECT * FROM stray', parent::text || '_default', key, lower, upper, part);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, lower, upper);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;

CREATE FUNCTION drop_day_partitions(parent regclass, before_day date) RETURNS text[]
  LANGUAGE plpgsql AS $$
DECLARE
  part text;
  dropped text[] := '{}';
BEGIN
  -- Dropping waits for readers; readers that come later must not wait behind it for long.
  PERFORM set_config('lock_timeout', '1s', true);
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = parent AND CASE WHEN c.relname ~ '_[0-9]{8}$' THEN to_date(right(c.relname, 8), 'YYYYMMDD') < before_day END ORDER BY c.relname
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped || part;
  END LOOP;
  RETURN dropped;
END
$$;

-- Batches of events that are counted already: a queue delivers at least once. `claim` is of the delivery that counted it.
CREATE TABLE event_batches (
  id uuid PRIMARY KEY,
  claim uuid NOT NULL,
  events integer NOT NULL,
  counted_at timestamptz NOT NULL DEFAULT now()
);
-- batches that no queue delivers again; also when the last one came
CREATE INDEX event_batches_counted_at_idx ON event_batches (counted_at);

-- Who opened a pitch on a day, once. No foreign keys: dropping a day would lock people and pitches.
CREATE TABLE pitch_views (
  day date NOT NULL,
  pitch_id uuid NOT NULL,
  visitor uuid NOT NULL,
  audience text NOT NULL,
  source text NOT NULL,
  seconds integer NOT NULL DEFAULT 0,
  depth smallint NOT NULL DEFAULT 0,
  is_read boolean NOT NULL DEFAULT false,
  viewed_at timestamptz NOT NULL,
  CONSTRAINT pitch_views_pkey PRIMARY KEY (day, pitch_id, visitor),
  CONSTRAINT pitch_views_audience_check CHECK (audience IN ('anonymous', 'creator', 'investor', 'production')),
  CONSTRAINT pitch_views_source_check CHECK (source IN ('search', 'browse', 'feed', 'share', 'direct', 'mail'))
) PARTITION BY RANGE (day);
CREATE TABLE pitch_views_default PARTITION OF pitch_views DEFAULT;
COMMENT ON COLUMN pitch_views.visitor IS 'keyed hash: of the person, or of the day, address and browser of somebody without a session';
COMMENT ON COLUMN pitch_views.depth IS 'percent of the page that was scrolled past';

-- Roll-ups that stay. UTC days.
CREATE TABLE pitch_stats_daily (
  pitch_id uuid NOT NULL,
  day date NOT NULL,
  views integer NOT NULL DEFAULT 0,
  reads integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_stats_daily_pkey PRIMARY KEY (pitch_id, day),
  CONSTRAINT pitch_stats_daily_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);
COMMENT ON COLUMN pitch_stats_daily.likes IS 'given less taken back on this day; watchers and comments likewise';

CREATE TABLE pitch_sources_daily (
  pitch_id uuid NOT NULL,
  day date NOT NULL,
  audience text NOT NULL,
  source text NOT NULL,
  views integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_sources_daily_pkey PRIMARY KEY (pitch_id, day, audience, source),
  CONSTRAINT pitch_sources_daily_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);

-- Words that somebody searched for and then opened the pitch.
CREATE TABLE pitch_words_daily (
  pitch_id uuid NOT NULL,
  day date NOT NULL,
  words text NOT NULL,
  clicks integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_words_daily_pkey PRIMARY KEY (pitch_id, day, words),
  CONSTRAINT pitch_words_daily_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);

CREATE TABLE pitch_stats_hourly (
  hour timestamptz NOT NULL,
  pitch_id uuid NOT NULL,
  views integer NOT NULL DEFAULT 0,
  reads integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_stats_hourly_pkey PRIMARY KEY (hour, pitch_id)
) PARTITION BY RANGE (hour);
CREATE TABLE pitch_stats_hourly_default PARTITION OF pitch_stats_hourly DEFAULT;

-- The whole market by the hour.
CREATE TABLE market_stats_hourly (
  hour timestamptz NOT NULL,
  views integer NOT NULL DEFAULT 0,
  reads integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  searches integer NOT NULL DEFAULT 0,
  misses integer NOT NULL DEFAULT 0,
  CONSTRAINT market_stats_hourly_pkey PRIMARY KEY (hour)
);

-- One row a search that somebody looked at, and the pitch that was opened from it.
CREATE TABLE search_analytics (
  day date NOT NULL,
  id uuid NOT NULL,
  words text NOT NULL,
  hits integer NOT NULL,
  audience text NOT NULL,
  clicked_pitch_id uuid,
  searched_at timestamptz NOT NULL,
  CONSTRAINT search_analytics_pkey PRIMARY KEY (day, id),
  CONSTRAINT search_analytics_audience_check CHECK (audience IN ('anonymous', 'creator', 'investor', 'production'))
) PARTITION BY RANGE (day);
CREATE TABLE search_analytics_default PARTITION OF search_analytics DEFAULT;

CREATE TABLE search_words_daily (
  day date NOT NULL,
  words text NOT NULL,
  searches integer NOT NULL DEFAULT 0,
  misses integer NOT NULL DEFAULT 0,
  clicks integer NOT NULL DEFAULT 0,
  CONSTRAINT search_words_daily_pkey PRIMARY KEY (day, words)
);

ALTER TABLE pitch_stats ADD COLUMN trended integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN pitch_stats.trended IS 'the points that `trending` was made of: others mean that it is due';
-- the pitches whose trend is due
CREATE INDEX pitch_stats_trended_idx ON pitch_stats (pitch_id) WHERE trended <> views + 8 * likes + 12 * watchers + 6 * comments;

CREATE VIEW pitch_analytics_summary AS
SELECT p.id AS pitch_id, p.owner_id, coalesce(s.views, 0) AS views, coalesce(s.likes, 0) AS likes, coalesce(s.watchers, 0) AS watchers, coalesce(s.comments, 0) AS comments,
  coalesce(d.reads, 0) AS reads, coalesce(d.views_7d, 0) AS views_7d, coalesce(d.views_30d, 0) AS views_30d, coalesce(d.views_before_30d, 0) AS views_before_30d, d.last_viewed_on
FROM pitches p
LEFT JOIN pitch_stats s ON s.pitch_id = p.id
LEFT JOIN LATERAL (
  SELECT sum(x.reads)::int AS reads, max(x.day) FILTER (WHERE x.views > 0) AS last_viewed_on,
    (sum(x.views) FILTER (WHERE x.day > (now() AT TIME ZONE 'UTC')::date - 7))::int AS views_7d,
    (sum(x.views) FILTER (WHERE x.day > (now() AT TIME ZONE 'UTC')::date - 30))::int AS views_30d,
    (sum(x.views) FILTER (WHERE x.day > (now() AT TIME ZONE 'UTC')::date - 60 AND x.day <= (now() AT TIME ZONE 'UTC')::date - 30))::int AS views_before_30d
  FROM pitch_stats_daily x WHERE x.pitch_id = p.id) d ON true;

-- migrate:down
