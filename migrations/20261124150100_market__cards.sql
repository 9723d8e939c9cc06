-- migrate:up
-- Of a synopsis what stands around the first word that `pattern` finds, where title and logline hold none; the whole of it where its words are written with
-- accents. A space at either end is its own. The search vector knows by its weights where a word stands, so that most synopses are not read.
CREATE FUNCTION market_passage(title text, logline text, synopsis text, search tsvector, words tsquery, pattern text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  found int;
BEGIN
  IF pattern IS NULL OR title || ' ' || logline ~* pattern OR NOT ts_filter(search, '{d}'::"char"[]) @@ words THEN
    RETURN NULL;
  END IF;
  found := regexp_instr(synopsis, pattern, 1, 1, 0, 'i');
  RETURN CASE WHEN found > 0 THEN substr(' ' || synopsis || ' ', greatest(1, found - 120), 320) ELSE ' ' || synopsis || ' ' END;
END $$;

-- What everyone may read of published pitches, as the cards of a list, in any order. A card is put together from eight tables: planning that takes as
-- long as doing it, so it is planned once a session. Columns are those of `cardColumns` (features/pitches/queries.ts), which a test holds against it.
-- `words` and `pattern` are those of the search, for what is needed to say where they stand, or NULL: then the last three columns are.
CREATE FUNCTION market_cards(ids uuid[], words tsquery, pattern text) RETURNS TABLE (
  id uuid, slug text, title text, logline text, format text, genres text[], stage text, "budgetBand" text, "publishedAt" timestamptz,
  poster json, stats json, "ndaRequired" boolean, creator json, people text, "inGenres" boolean, passage text
) LANGUAGE plpgsql STABLE ROWS 24 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT p.id, p.slug, p.title, p.logline, p.format, p.genres, p.stage, p.budget_band, p.published_at,
    (SELECT json_build_object('fileId', f.id, 'width', f.width, 'height', f.height, 'blurhash', f.blurhash)
       FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND m.kind = 'poster'),
    json_build_object('views', coalesce(s.views, 0), 'likes', coalesce(s.likes, 0), 'watchers', coalesce(s.watchers, 0), 'comments', coalesce(s.comments, 0)),
    (EXISTS (SELECT FROM pitch_protected x WHERE x.pitch_id = p.id AND x.gate IN ('nda', 'deal') AND (x.body <> '' OR x.plan IS NOT NULL))
      OR EXISTS (SELECT FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND f.gate IN ('nda', 'deal'))),
    (SELECT json_build_object('id', u.id, 'name', u.name, 'handle', pr.handle) FROM users u JOIN profiles pr ON pr.user_id = u.id WHERE u.id = p.owner_id),
    CASE WHEN pattern IS NOT NULL THEN p.people END,
    ts_filter(p.search, '{c}'::"char"[]) @@ words,
    market_passage(p.title, p.logline, p.synopsis, p.search, words, pattern)
  FROM unnest(ids) AS wanted (id) JOIN pitches p ON p.id = wanted.id LEFT JOIN pitch_stats s ON s.pitch_id = p.id;
END $$;

-- migrate:down
