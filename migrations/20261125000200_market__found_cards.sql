-- migrate:up
-- Of a synopsis what stands around the first word that `pattern` finds, unless title and logline hold one; the whole of it where its words are written with
-- accents. A space at either end is its own. One look at all three, so that the pattern is made and its texts are read once.
CREATE FUNCTION found_passage(title text, logline text, synopsis text, pattern text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  before CONSTANT text := title || ' ' || logline || E'\n';
  found CONSTANT int := regexp_instr(before || synopsis, pattern, 1, 1, 0, 'i');
BEGIN
  RETURN CASE
    WHEN found = 0 THEN ' ' || synopsis || ' '
    WHEN found > length(before) THEN substr(' ' || synopsis || ' ', greatest(1, found - length(before) - 120), 320)
  END;
END $$;

-- Cards of what a search found, in any order, with what is needed to say where its words stand. Of a card only what changes all the time is put together here.
-- Planned once a session: over HTTP every statement is planned when it is asked. A word that is asked for with a weight is looked up where it stands so, without
-- another vector being made of the pitch's.
CREATE FUNCTION found_cards(ids uuid[], words tsquery, pattern text) RETURNS TABLE (
  id uuid, card text, views int, likes int, watchers int, comments int, people text, "inGenres" boolean, passage text
) LANGUAGE plpgsql STABLE ROWS 24 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  every_word CONSTANT text := '''(?:[^'']|'''')*''';
  in_genres CONSTANT tsquery := regexp_replace(words::text, every_word, '\&:C', 'g');
  in_synopsis CONSTANT tsquery := regexp_replace(words::text, every_word, '\&:D', 'g');
BEGIN
  RETURN QUERY
  SELECT p.id, c.card, coalesce(s.views, 0), coalesce(s.likes, 0), coalesce(s.watchers, 0), coalesce(s.comments, 0), p.people, p.search @@ in_genres,
    CASE WHEN p.search @@ in_synopsis THEN found_passage(p.title, p.logline, p.synopsis, pattern) END
  FROM unnest(ids) AS wanted (id) JOIN pitches p ON p.id = wanted.id JOIN pitch_cards c ON c.pitch_id = wanted.id LEFT JOIN pitch_stats s ON s.pitch_id = wanted.id;
END $$;

-- migrate:down
