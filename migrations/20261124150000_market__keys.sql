-- migrate:up
-- The rank of a pitch for one word is the sum of its weights, a whole number of tenths: title and people 10, logline 4, genres and themes 2,
-- synopsis 1, once for every time it stands there. As a key of an index, word and points together give the best hits of a word without
-- reading the others, however many there are; filters and weeks are keys of the same index, so that they narrow before anything is read.
-- `word/points` from 2 on (one mention in the synopsis is the rest, and goes by date), `#tag`, `@week`. A word that is its own stem's other form
-- counts with it, as a search for it does. More than 63 points are 63.
CREATE OR REPLACE FUNCTION market_keys(search tsvector, tags text[], published_at timestamptz) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
BEGIN
  RETURN (
    WITH found AS MATERIALIZED (
      SELECT w.lexeme,
        CASE w.at WHEN 'D' THEN 1 WHEN 'B' THEN 4 WHEN 'DD' THEN 2
          ELSE length(w.at) + 9 * (length(w.at) - length(replace(w.at, 'A', ''))) + 3 * (length(w.at) - length(replace(w.at, 'B', ''))) + length(w.at) - length(replace(w.at, 'C', '')) END AS points
      FROM (SELECT u.lexeme, array_to_string(u.weights, '') AS at FROM unnest(search) u) w
    )
    SELECT array_to_tsvector(array_agg(k.key)) FROM (
      SELECT f.lexeme || '/' || least(63, f.points + CASE WHEN f.points >= 10 THEN coalesce((
        SELECT s.points FROM found s WHERE s.lexeme = (ts_lexize('pg_catalog.english_stem', f.lexeme))[1] AND s.lexeme <> f.lexeme), 0) ELSE 0 END) AS key
      FROM found f WHERE f.points >= 2
      UNION ALL SELECT '#' || tag FROM unnest(tags) tag
      UNION ALL SELECT '@' || week FROM unnest(public.market_weeks(published_at)) week) k);
END $$;

-- the best hits of one word among published pitches, under any filters; no pending list, so that a search never has to read one;
-- on a large market it is built before, without a lock (docs/operations.md)
CREATE INDEX IF NOT EXISTS pitches_market_keys_idx ON pitches USING gin (market_keys(search, tags, published_at)) WITH (fastupdate = off) WHERE status = 'published';
-- Its use is never a question of estimates, so ANALYZE need not make the keys of thousands of pitches.
ALTER INDEX pitches_market_keys_idx ALTER COLUMN 1 SET STATISTICS 0;

-- The hits of one word by points and date, best first: band after band of points from the top, so that about as many are read as are wanted. A band
-- that holds too many is halved; where one number of points alone does, its weeks are gone through, newest first. Hits with one point are looked
-- for by the word where it is not common. Going through weeks costs more than reading a few hundred hits more, so it begins late.
-- `words`: what the search looks for, any of them, `expected`: how many hits there may be. `facets`: lists of tags as text, of each of which one must be there. `from_*`: the hit to go on behind, or NULL.
CREATE FUNCTION market_ranked(words text[], query tsquery, expected int, facets text[], wanted int, from_points int, from_at timestamptz, from_id uuid)
  RETURNS TABLE (id uuid, published_at timestamptz, points int) LANGUAGE plpgsql STABLE ROWS 50
  SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- Where points are known from the key a hit costs little to read; where they are not, it is ranked as well.
  most_known CONSTANT int := 600;
  most_ranked CONSTANT int := 150;
  most int;
  is_one CONSTANT boolean := cardinality(words) = 1;
  -- Fewer hits than these fit into few bands; so many that a band of several numbers is long to read need one for each.
  many CONSTANT int := 3000;
  very_many CONSTANT int := 20000;
  tops int[] := CASE WHEN expected < many THEN '{3,9,19,63}' WHEN expected < very_many THEN '{2,3,4,5,9,10,12,19,20,25,63}' ELSE '{2,3,4,5,6,7,8,9,10,12,19,20,25,63}' END;
  lows int[] := CASE WHEN expected < many THEN '{2,4,10,20}' WHEN expected < very_many THEN '{2,3,4,5,6,10,11,13,20,21,26}' ELSE '{2,3,4,5,6,7,8,9,10,11,13,20,21,26}' END;
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
    -- Few hits are read by the word: the planner, which only knows what is common, would walk back through all dates for them.
    RETURN QUERY EXECUTE format(
      'SELECT * FROM (SELECT p.id, p.published_at, 1 FROM pitches p WHERE p.status = ''published'' AND p.search @@ %L::tsquery AND ts_rank_cd(p.search, %L::tsquery) < 0.15 %s %s) p ORDER BY p.published_at DESC, p.id DESC LIMIT %s',
      query, query, conditions, CASE WHEN expected < many THEN 'OFFSET 0' ELSE '' END, needed);
  END IF;
END $$;

-- migrate:down
