-- migrate:up
-- Filters and words meet in one index, so that a rare combination is found at once however many pitches there are.
CREATE FUNCTION market_tags(format text, genres text[], stage text, budget_band text, seeking_investment boolean, ask_kind text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY['format:' || format, 'stage:' || stage, 'budgetBand:' || budget_band, 'seeking:' || ask_kind,
    CASE WHEN seeking_investment THEN 'seeking:investment' END], NULL) || genres;

ALTER TABLE pitches ADD COLUMN tags text[] GENERATED ALWAYS AS (market_tags(format, genres, stage, budget_band, seeking_investment, ask_kind)) STORED;
COMMENT ON COLUMN pitches.tags IS 'every filterable value: genres bare, the rest as <filter>:<value>';
-- Long texts and the search vector lie outside the row: counting and sorting a hundred thousand pitches reads 60 MB instead of 200.
-- What filters and counts look at stays in the row.
ALTER TABLE pitches ALTER COLUMN search SET STORAGE EXTERNAL;
ALTER TABLE pitches ALTER COLUMN tags SET STORAGE MAIN;
ALTER TABLE pitches ALTER COLUMN genres SET STORAGE MAIN;
ALTER TABLE pitches SET (toast_tuple_target = 512);

DROP INDEX pitches_search_idx;
DROP INDEX pitches_genres_idx;
-- full-text search and filters among published pitches, in any combination; no pending list, so that a search never has to read one
CREATE INDEX pitches_search_tags_idx ON pitches USING gin (search, tags) WITH (fastupdate = off) WHERE status = 'published';
-- suggestions: titles in which some word begins with what is typed
CREATE INDEX pitches_title_trgm_idx ON pitches USING gin ((' ' || lower(plain_text(title))) gin_trgm_ops) WHERE status = 'published';
-- suggestions: people whose name has a word that begins with what is typed
CREATE INDEX users_name_trgm_idx ON users USING gin ((' ' || lower(plain_text(name))) gin_trgm_ops);

-- A word as people write it, the lexeme it is searched by, and how many published pitches that lexeme finds: past 5,000 a search only ranks a part.
-- Byte order, so that the primary key also finds the words that begin with what is typed.
-- contract: only the collation changes, which no running code sees
ALTER TABLE search_lexemes ALTER COLUMN word TYPE text COLLATE "C";
ALTER TABLE search_lexemes ADD COLUMN lexeme text NOT NULL;
ALTER TABLE search_lexemes ADD COLUMN counted_at timestamptz;
COMMENT ON COLUMN search_lexemes.counted_at IS 'NULL: new, not counted yet';
DROP INDEX search_lexemes_word_trgm_idx;
-- the words nearest to a misspelt one, nearest first
CREATE INDEX search_lexemes_word_trgm_idx ON search_lexemes USING gist (word gist_trgm_ops (siglen = 64));
-- how common a lexeme is
CREATE INDEX search_lexemes_lexeme_idx ON search_lexemes (lexeme);
-- the words whose count is oldest
CREATE INDEX search_lexemes_counted_at_idx ON search_lexemes (counted_at NULLS FIRST);

-- migrate:down
