-- migrate:up
-- Going through weeks costs more than reading a few hundred hits more, so it begins later; and few hits need few bands.
-- The hits of one word by points and date, best first: band after band of points from the top, so that about as many are read as are wanted. A band
-- that holds too many is halved; where one number of points alone does, its weeks are gone through, newest first. Hits with one point are left to the
-- planner, which knows how common the word is.
-- `words`: what the search looks for, any of them, `expected`: how many hits there may be. `facets`: lists of tags as text, of each of which one must be there. `from_*`: the hit to go on behind, or NULL.
DROP FUNCTION market_ranked(text[], tsquery, text[], int, int, timestamptz, uuid);
CREATE FUNCTION market_ranked(words text[], query tsquery, expected int, facets text[], wanted int, from_points int, from_at timestamptz, from_id uuid)
  RETURNS TABLE (id uuid, published_at timestamptz, points int) LANGUAGE plpgsql STABLE ROWS 50
  SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- Where points are known from the key a hit costs little to read; where they are not, it is ranked as well.
  most_known CONSTANT int := 600;
  most_ranked CONSTANT int := 150;
  most int;
  is_one CONSTANT boolean := cardinality(words) = 1;
  -- Fewer hits than these fit into few bands.
  many CONSTANT int := 3000;
  tops int[] := CASE WHEN expected < many THEN '{3,9,19,63}' ELSE '{2,3,4,5,9,10,12,19,20,25,63}' END;
  lows int[] := CASE WHEN expected < many THEN '{2,4,10,20}' ELSE '{2,3,4,5,6,10,11,13,20,21,26}' END;
  last int := cardinality(tops);
  top int;
  low int;
  every_key CONSTANT text := '''/2''|''/3''|''/4''|''/5''|''/6''|''/7''|''/8''|''/9''|''/10''|''/11''|''/12''|''/13''|''/14''|''/15''|''/16''|''/17''|''/18''|''/19''|''/20''|''/21''|''/22''|''/23''|''/24''|''/25''|''/26''|''/27''|''/28''|''/29''|''/30''|''/31''|''/32''|''/33''|''/34''|''/35''|''/36''|''/37''|''/38''|''/39''|''/40''|''/41''|''/42''|''/43''|''/44''|''/45''|''/46''|''/47''|''/48''|''/49''|''/50''|''/51''|''/52''|''/53''|''/54''|''/55''|''/56''|''/57''|''/58''|''/59''|''/60''|''/61''|''/62''|''/63''|''/64''';
  facet text;
  tag text;
  narrowing text := '';
  conditions text := '';
  keys text;
  band text;
  weeks text;
  needed int := wanted;
  hit record;
  week int;
  oldest int;
  span int;
BEGIN
  FOREACH facet IN ARRAY facets LOOP
    keys := NULL;
    FOREACH tag IN ARRAY facet::text[] LOOP
      keys := concat_ws('|', keys, quote_literal('#' || tag));
    END LOOP;
    narrowing := narrowing || '&(' || keys || ')';
    conditions := conditions || format(' AND p.tags && %L::text[]', facet);
  END LOOP;
  WHILE last > 0 AND needed > 0 LOOP
    top := tops[last];
    low := lows[last];
    last := last - 1;
    CONTINUE WHEN low > from_points;
    top := least(top, from_points);
    most := CASE WHEN low = top AND is_one THEN most_known ELSE most_ranked END;
    keys := substr(every_key, strpos(every_key, format('''/%s''', low)), strpos(every_key, format('''/%s''', top + 1)) - strpos(every_key, format('''/%s''', low)) - 1);
    band := '(' || replace(keys, '''/', '''' || words[1] || '/') || CASE WHEN is_one THEN '' ELSE '|' || replace(keys, '''/', '''' || words[2] || '/') END || ')' || narrowing;
    FOR hit IN
      SELECT f.*, count(*) OVER () AS found FROM (
        SELECT every.id, every.published_at, every.points FROM (
          SELECT p.id, p.published_at, CASE WHEN low = top AND is_one THEN low ELSE least(63, (ts_rank_cd(p.search, query) * 10)::int) END AS points
          FROM pitches p WHERE p.status = 'published' AND market_keys(p.search, p.tags, p.published_at) @@ band::tsquery OFFSET 0) every
        WHERE every.points BETWEEN low AND top AND (from_points IS NULL OR (every.points, every.published_at, every.id) < (from_points, from_at, from_id))
        LIMIT most + 1) f
      ORDER BY f.points DESC, f.published_at DESC, f.id DESC LIMIT needed
    LOOP
      EXIT WHEN hit.found > most;
      needed := needed - 1;
      id := hit.id;
      published_at := hit.published_at;
      points := hit.points;
      RETURN NEXT;
    END LOOP;
    CONTINUE WHEN hit IS NULL OR hit.found <= most;
    IF low < top THEN
      tops[last + 1] := (low + top) / 2;
      lows[last + 1] := low;
      tops[last + 2] := top;
      lows[last + 2] := (low + top) / 2 + 1;
      last := last + 2;
      CONTINUE;
    END IF;
    week := (market_weeks((SELECT p.published_at FROM pitches p WHERE p.status = 'published' ORDER BY p.published_at DESC, p.id DESC LIMIT 1)))[1];
    oldest := (market_weeks((SELECT p.published_at FROM pitches p WHERE p.status = 'published' ORDER BY p.published_at, p.id LIMIT 1)))[1];
    IF low = from_points THEN
      week := (market_weeks(from_at))[1];
    END IF;
    span := 1;
    WHILE needed > 0 AND week >= oldest LOOP
      weeks := NULL;
      FOR w IN greatest(oldest, week - span + 1)..week LOOP
        weeks := concat_ws('|', weeks, quote_literal('@' || w));
      END LOOP;
      weeks := band || '&(' || weeks || ')';
      FOR hit IN
        SELECT * FROM (
          SELECT p.id, p.published_at, CASE WHEN is_one THEN low ELSE least(63, (ts_rank_cd(p.search, query) * 10)::int) END AS points
          FROM pitches p WHERE p.status = 'published' AND market_keys(p.search, p.tags, p.published_at) @@ weeks::tsquery OFFSET 0) every
        WHERE every.points = low AND (from_points IS NULL OR (low, every.published_at, every.id) < (from_points, from_at, from_id))
        ORDER BY every.published_at DESC, every.id DESC LIMIT needed
      LOOP
        needed := needed - 1;
        id := hit.id;
        published_at := hit.published_at;
        points := low;
        RETURN NEXT;
      END LOOP;
      week := week - span;
      span := least(64, span * 2);
    END LOOP;
  END LOOP;
  IF needed > 0 THEN
    IF from_points = 1 THEN
      conditions := conditions || format(' AND (p.published_at, p.id) < (%L::timestamptz, %L::uuid)', from_at, from_id);
    END IF;
    RETURN QUERY EXECUTE format(
      'SELECT p.id, p.published_at, 1 FROM pitches p WHERE p.status = ''published'' AND p.search @@ %L::tsquery AND ts_rank_cd(p.search, %L::tsquery) < 0.15 %s ORDER BY p.published_at DESC, p.id DESC LIMIT %s',
      query, query, conditions, needed);
  END IF;
END $$;

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

-- A page of a search comes from one statement that is planned once: the cards, and what is needed to say where the words stand. `words` and `pattern` are
-- those of the search, or NULL: then the last three columns are.
DROP FUNCTION market_cards(uuid[]);
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
