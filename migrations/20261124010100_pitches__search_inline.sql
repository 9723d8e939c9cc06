-- migrate:up
-- A search ranks up to thousands of hits and unpacks the vector of each. Kept in the row itself it costs one page a hit instead of five: other long
-- texts leave the row first. The expression is the one it had; naming it again writes existing rows anew.
ALTER TABLE pitches
  ALTER COLUMN search SET STORAGE MAIN,
  ALTER COLUMN search SET EXPRESSION AS (
    setweight(to_tsvector('english', plain_text(title)), 'A') ||
    setweight(to_tsvector('simple', plain_text(title || ' ' || people)), 'A') ||
    setweight(to_tsvector('english', plain_text(logline)), 'B') ||
    setweight(to_tsvector('english', plain_words(genres) || ' ' || plain_text(plain_words(themes))), 'C') ||
    setweight(to_tsvector('english', plain_text(synopsis)), 'D'));
ANALYZE pitches;

-- migrate:down
