-- migrate:up
-- The best of few hits of one word, every one of them ranked. `facets`: of each filter the tags, as the text of an array; `from_*`: where the page before ended, null for the first.
-- Planned once a session, like what follows: over HTTP a statement is planned every time it is asked.
CREATE FUNCTION market_few(query tsquery, facets text[], wanted int, from_value float8, from_micros int8, from_id uuid) RETURNS TABLE (id uuid, at int8, value float8)
LANGUAGE plpgsql STABLE ROWS 24 SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT hit.id, hit.at, hit.value FROM (
    SELECT p.id, (extract(epoch FROM p.published_at) * 1000000)::int8 AS at, ts_rank_cd(p.search, query)::float8 AS value
    FROM pitches p WHERE p.status = 'published' AND p.search @@ query AND NOT EXISTS (SELECT FROM unnest(facets) AS f (tags) WHERE NOT p.tags && f.tags::text[]) OFFSET 0) hit
  WHERE from_id IS NULL OR (hit.value, hit.at, hit.id) < (from_value, from_micros, from_id)
  ORDER BY hit.value DESC, hit.at DESC, hit.id DESC LIMIT wanted;
END $$;

-- Facts on words that may be searched instead of another: words that share a stem count together; more forms than a language has are names that look like one.
CREATE FUNCTION market_candidates(names text[]) RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (SELECT json_agg(c) FROM (
    SELECT l.word, l.lexeme, (SELECT max(k.pitches) FROM search_lexemes k WHERE k.lexeme = l.lexeme) AS pitches,
      ARRAY(SELECT k.word FROM search_lexemes k WHERE k.lexeme = l.lexeme ORDER BY k.pitches DESC, k.word LIMIT 20) AS forms
    FROM search_lexemes l WHERE l.word = ANY (names)) c);
END $$;

-- What is known of the words of a search, in the order given. Only for an unknown word that may be corrected (`correctable`, a regular expression) there is more:
-- `begins`, the commonest word that begins with it, and `near`, words that it may have been meant to be.
CREATE FUNCTION market_words(given text[], correctable text) RETURNS TABLE (word text, lexeme text, pitches int, forms text[], begins json, near json)
LANGUAGE plpgsql STABLE ROWS 4 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  typed text;
  plain text COLLATE "C";
  stem text;
  names text[];
BEGIN
  FOREACH typed IN ARRAY given LOOP
    plain := lower(plain_text(typed));
    stem := (ts_lexize('english_stem', plain))[1];
    word := plain;
    lexeme := stem;
    pitches := greatest((SELECT max(l.pitches) FROM search_lexemes l WHERE l.lexeme = stem), (SELECT l.pitches FROM search_lexemes l WHERE l.word = plain));
    forms := ARRAY(SELECT l.word FROM search_lexemes l WHERE l.lexeme = stem ORDER BY l.pitches DESC, l.word LIMIT 20);
    begins := NULL;
    near := NULL;
    IF pitches IS NULL AND stem IS NOT NULL AND plain ~ correctable THEN
      begins := market_candidates(ARRAY(SELECT l.word FROM search_lexemes l WHERE l.word >= plain AND l.word < plain || chr(1114111) ORDER BY l.pitches DESC, l.word LIMIT 1));
      names := ARRAY(SELECT l.word FROM search_lexemes l WHERE word_slips(l.word) && word_slips(plain) AND is_one_slip(l.word, plain));
      IF cardinality(names) = 0 THEN
        names := ARRAY(SELECT l.word FROM search_lexemes l ORDER BY l.word <-> plain LIMIT 30);
      END IF;
      near := market_candidates(names);
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

-- migrate:down
