-- migrate:up
-- What a search matched is shown in the words as they were written: this configuration looks past accents as the search vector does, and leaves the text alone.
CREATE TEXT SEARCH CONFIGURATION market (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION market ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, english_stem;

-- migrate:down
