-- migrate:up
-- Most misspelt words are one letter off. Two words one slip apart share a form with at most one letter left out, so those forms are keys of an index,
-- and only what is further off is looked for by likeness.
CREATE FUNCTION word_slips(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT array_agg(left(word, i - 1) || substr(word, i + 1)) FROM generate_series(1, length(word)) i) || word;

-- One letter added, dropped, changed or swapped with its neighbour.
CREATE FUNCTION is_one_slip(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE length(a) - length(b)
    WHEN 1 THEN b = ANY (word_slips(a))
    WHEN -1 THEN a = ANY (word_slips(b))
    WHEN 0 THEN a <> b AND EXISTS (SELECT FROM generate_series(1, length(a)) i WHERE left(a, i - 1) = left(b, i - 1) AND (substr(a, i + 1) = substr(b, i + 1)
      OR (substr(a, i, 1) = substr(b, i + 1, 1) AND substr(a, i + 1, 1) = substr(b, i, 1) AND substr(a, i + 2) = substr(b, i + 2))))
    ELSE false END;

-- the words one slip away from a misspelt one
CREATE INDEX search_lexemes_word_slips_idx ON search_lexemes USING gin (word_slips(word)) WITH (fastupdate = off);

-- migrate:down
