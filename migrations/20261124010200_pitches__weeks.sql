-- migrate:up
-- The week that a pitch came out in, counted from 1970, as a key of the search's index: the newest hits of a common word are then found without
-- reading all the others.
CREATE FUNCTION market_weeks(published_at timestamptz) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY[floor(extract(epoch FROM published_at AT TIME ZONE 'UTC') / 604800)::int];

DROP INDEX pitches_search_tags_idx;
-- words, filters and newest weeks of published pitches, together
CREATE INDEX pitches_search_tags_weeks_idx ON pitches USING gin (search, tags, market_weeks(published_at)) WITH (fastupdate = off) WHERE status = 'published';

-- How many pitches came out in a week, counted by cron: how many weeks back a search must look. What it says may be old, never wrong enough to lose a hit.
CREATE TABLE published_weeks (
  week int PRIMARY KEY,
  pitches int NOT NULL
);
INSERT INTO published_weeks (week, pitches) SELECT (market_weeks(published_at))[1], count(*) FROM pitches WHERE status = 'published' GROUP BY 1;

-- Signatures four times as long: half of what was looked at for a misspelt word was no near word.
DROP INDEX search_lexemes_word_trgm_idx;
-- the words nearest to a misspelt one, nearest first
CREATE INDEX search_lexemes_word_trgm_idx ON search_lexemes USING gist (word gist_trgm_ops (siglen = 256));
ANALYZE pitches;

-- migrate:down
