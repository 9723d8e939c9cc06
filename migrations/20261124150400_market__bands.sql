-- migrate:up
-- Hits with one point are looked for by the word where it is not common, and a very common word has a band for each number of points.
CREATE OR REPLACE FUNCTION market_ranked(words text[], query tsquery, expected int, facets text[], wanted int, from_points int, from_at timestamptz, from_id uuid)
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
