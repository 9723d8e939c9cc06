-- Generated from the migrations by "npm run schema"; do not edit.

-- extensions
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;

-- text search
CREATE TEXT SEARCH CONFIGURATION market (asciihword WITH english_stem, asciiword WITH english_stem, email WITH simple, file WITH simple, float WITH simple, host WITH simple, hword WITH unaccent, hword WITH english_stem, hword_asciipart WITH english_stem, hword_numpart WITH simple, hword_part WITH unaccent, hword_part WITH english_stem, int WITH simple, numhword WITH simple, numword WITH simple, sfloat WITH simple, uint WITH simple, url WITH simple, url_path WITH simple, version WITH simple, word WITH unaccent, word WITH english_stem);

-- functions
CREATE OR REPLACE FUNCTION public.changed_keys(earlier jsonb, later jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(array_agg(k.key ORDER BY k.key), '{}')
  FROM (SELECT jsonb_object_keys(earlier) AS key UNION SELECT jsonb_object_keys(later)) k
  WHERE earlier IS NOT NULL AND earlier -> k.key IS DISTINCT FROM later -> k.key
$function$;

CREATE OR REPLACE FUNCTION public.drop_day_partitions(parent regclass, before_day date)
 RETURNS text[]
 LANGUAGE plpgsql
AS $function$
DECLARE
  part text;
  dropped text[] := '{}';
BEGIN
  -- Dropping waits for readers; readers that come later must not wait behind it for long.
  PERFORM set_config('lock_timeout', '1s', true);
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = parent AND CASE WHEN c.relname ~ '_[0-9]{8}$' THEN to_date(right(c.relname, 8), 'YYYYMMDD') < before_day END ORDER BY c.relname
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped || part;
  END LOOP;
  RETURN dropped;
END
$function$;

CREATE OR REPLACE FUNCTION public.drop_entries_of_events()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM stream_entries e USING gone g WHERE e.event_id = g.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.drop_entries_of_streams()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM stream_entries e USING gone g WHERE e.user_id = g.user_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.found_cards(ids uuid[], words tsquery, pattern text)
 RETURNS TABLE(id uuid, card text, views integer, likes integer, watchers integer, comments integer, people text, "inGenres" boolean, passage text)
 LANGUAGE plpgsql
 STABLE ROWS 24
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.found_passage(title text, logline text, synopsis text, pattern text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  before CONSTANT text := title || ' ' || logline || E'\n';
  found CONSTANT int := regexp_instr(before || synopsis, pattern, 1, 1, 0, 'i');
BEGIN
  RETURN CASE
    WHEN found = 0 THEN ' ' || synopsis || ' '
    WHEN found > length(before) THEN substr(' ' || synopsis || ' ', greatest(1, found - length(before) - 120), 320)
  END;
END $function$;

CREATE OR REPLACE FUNCTION public.is_one_slip(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE (length(a) - length(b)) WHEN 1 THEN (b = ANY (word_slips(a))) WHEN '-1'::integer THEN (a = ANY (word_slips(b))) WHEN 0 THEN ((a <> b) AND (EXISTS (SELECT FROM generate_series(1, length(is_one_slip.a)) i(i) WHERE (("left"(is_one_slip.a, (i.i - 1)) = "left"(is_one_slip.b, (i.i - 1))) AND ((substr(is_one_slip.a, (i.i + 1)) = substr(is_one_slip.b, (i.i + 1))) OR ((substr(is_one_slip.a, i.i, 1) = substr(is_one_slip.b, (i.i + 1), 1)) AND (substr(is_one_slip.a, (i.i + 1), 1) = substr(is_one_slip.b, i.i, 1)) AND (substr(is_one_slip.a, (i.i + 2)) = substr(is_one_slip.b, (i.i + 2))))))))) ELSE false END;

CREATE OR REPLACE FUNCTION public.make_day_partitions(parent regclass, first_day date, last_day date)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  day date;
  part text;
  key text;
  lower text;
  upper text;
  made integer := 0;
BEGIN
  FOR day IN SELECT d::date FROM generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') AS d LOOP
    part := parent::text || '_' || to_char(day, 'YYYYMMDD');
    CONTINUE WHEN to_regclass(part) IS NOT NULL;
    PERFORM pg_advisory_xact_lock(hashtext('day partitions'), parent::oid::integer);
    -- Not to_regclass() again: waiting for an advisory lock does not tell the session's cache of names what others made meanwhile.
    PERFORM FROM pg_class c JOIN pg_class p ON p.oid = parent AND p.relnamespace = c.relnamespace WHERE c.relname = part;
    CONTINUE WHEN FOUND;
    SELECT a.attname INTO key FROM pg_partitioned_table p JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0] WHERE p.partrelid = parent;
    lower := day || ' 00:00:00+00';
    upper := day + 1 || ' 00:00:00+00';
    EXECUTE format('CREATE TABLE %I (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', part, parent);
    -- What came before its day was made waits in the default partition.
    EXECUTE format('WITH stray AS (DELETE FROM %1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING *) INSERT INTO %5$I SELECT * FROM stray', parent::text || '_default', key, lower, upper, part);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, lower, upper);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$function$;

CREATE OR REPLACE FUNCTION public.market_candidates(names text[])
 RETURNS json
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
BEGIN
  RETURN (SELECT json_agg(c) FROM (
    SELECT l.word, l.lexeme, (SELECT max(k.pitches) FROM search_lexemes k WHERE k.lexeme = l.lexeme) AS pitches,
      ARRAY(SELECT k.word FROM search_lexemes k WHERE k.lexeme = l.lexeme ORDER BY k.pitches DESC, k.word LIMIT 20) AS forms
    FROM search_lexemes l WHERE l.word = ANY (names)) c);
END $function$;

CREATE OR REPLACE FUNCTION public.market_cards(ids uuid[], words tsquery, pattern text)
 RETURNS TABLE(id uuid, slug text, title text, logline text, format text, genres text[], stage text, "budgetBand" text, "publishedAt" timestamp with time zone, poster json, stats json, "ndaRequired" boolean, creator json, people text, "inGenres" boolean, passage text)
 LANGUAGE plpgsql
 STABLE ROWS 24
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.market_few(query tsquery, facets text[], wanted integer, from_value double precision, from_micros bigint, from_id uuid)
 RETURNS TABLE(id uuid, at bigint, value double precision)
 LANGUAGE plpgsql
 STABLE ROWS 24
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT hit.id, hit.at, hit.value FROM (
    SELECT p.id, (extract(epoch FROM p.published_at) * 1000000)::int8 AS at, ts_rank_cd(p.search, query)::float8 AS value
    FROM pitches p WHERE p.status = 'published' AND p.search @@ query AND NOT EXISTS (SELECT FROM unnest(facets) AS f (tags) WHERE NOT p.tags && f.tags::text[]) OFFSET 0) hit
  WHERE from_id IS NULL OR (hit.value, hit.at, hit.id) < (from_value, from_micros, from_id)
  ORDER BY hit.value DESC, hit.at DESC, hit.id DESC LIMIT wanted;
END $function$;

CREATE OR REPLACE FUNCTION public.market_keys(search tsvector, tags text[], published_at timestamp with time zone)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE COST 5000
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.market_newest(wanted integer, from_micros bigint, from_id uuid)
 RETURNS TABLE(id uuid, at bigint, card text, views integer, likes integer, watchers integer, comments integer)
 LANGUAGE plpgsql
 STABLE ROWS 24
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
DECLARE
  from_at CONSTANT timestamptz := 'epoch'::timestamptz + from_micros * interval '1 microsecond';
BEGIN
  IF from_id IS NULL THEN
    RETURN QUERY
    SELECT page.id, (extract(epoch FROM page.published_at) * 1000000)::int8, c.card, coalesce(s.views, 0), coalesce(s.likes, 0), coalesce(s.watchers, 0), coalesce(s.comments, 0)
    FROM (SELECT * FROM (SELECT p.id, p.published_at FROM pitches p WHERE p.status = 'published' ORDER BY p.published_at DESC, p.id DESC LIMIT 101) longest LIMIT wanted) page
      JOIN pitch_cards c ON c.pitch_id = page.id LEFT JOIN pitch_stats s ON s.pitch_id = page.id;
  ELSE
    RETURN QUERY
    SELECT page.id, (extract(epoch FROM page.published_at) * 1000000)::int8, c.card, coalesce(s.views, 0), coalesce(s.likes, 0), coalesce(s.watchers, 0), coalesce(s.comments, 0)
    FROM (SELECT * FROM (SELECT p.id, p.published_at FROM pitches p WHERE p.status = 'published' AND (p.published_at, p.id) < (from_at, from_id) ORDER BY p.published_at DESC, p.id DESC LIMIT 101) longest LIMIT wanted) page
      JOIN pitch_cards c ON c.pitch_id = page.id LEFT JOIN pitch_stats s ON s.pitch_id = page.id;
  END IF;
END $function$;

CREATE OR REPLACE FUNCTION public.market_passage(title text, logline text, synopsis text, search tsvector, words tsquery, pattern text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  found int;
BEGIN
  IF pattern IS NULL OR title || ' ' || logline ~* pattern OR NOT ts_filter(search, '{d}'::"char"[]) @@ words THEN
    RETURN NULL;
  END IF;
  found := regexp_instr(synopsis, pattern, 1, 1, 0, 'i');
  RETURN CASE WHEN found > 0 THEN substr(' ' || synopsis || ' ', greatest(1, found - 120), 320) ELSE ' ' || synopsis || ' ' END;
END $function$;

CREATE OR REPLACE FUNCTION public.market_ranked(words text[], query tsquery, expected integer, facets text[], wanted integer, from_points integer, from_at timestamp with time zone, from_id uuid)
 RETURNS TABLE(id uuid, published_at timestamp with time zone, points integer)
 LANGUAGE plpgsql
 STABLE ROWS 50
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.market_tags(format text, genres text[], stage text, budget_band text, seeking_investment boolean, ask_kind text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (array_remove(ARRAY[('format:'::text || format), ('stage:'::text || stage), ('budgetBand:'::text || budget_band), ('seeking:'::text || ask_kind), CASE WHEN seeking_investment THEN 'seeking:investment'::text ELSE NULL::text END], NULL::text) || genres);

CREATE OR REPLACE FUNCTION public.market_weeks(published_at timestamp with time zone)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY[(floor((EXTRACT(epoch FROM (published_at AT TIME ZONE 'UTC'::text)) / (604800)::numeric)))::integer];

CREATE OR REPLACE FUNCTION public.market_words(given text[], correctable text)
 RETURNS TABLE(word text, lexeme text, pitches integer, forms text[], begins json, near json)
 LANGUAGE plpgsql
 STABLE ROWS 4
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.nda_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.owner_id <> OLD.owner_id OR NEW.signer_id <> OLD.signer_id OR NEW.created_at <> OLD.created_at OR NEW.supersedes_id IS DISTINCT FROM OLD.supersedes_id THEN
    RAISE EXCEPTION 'the parties of an NDA do not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_parties_fixed';
  END IF;
  IF NEW.status <> OLD.status THEN
    IF NOT EXISTS (SELECT FROM nda_transitions t
      WHERE t.from_status = OLD.status AND t.action = NEW.change_action AND t.actor = NEW.changed_as AND t.to_status = NEW.status) THEN
      RAISE EXCEPTION 'an NDA does not go from % to % by % of %', OLD.status, NEW.status, NEW.change_action, NEW.changed_as
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
    END IF;
  ELSIF NEW.terms <> OLD.terms OR NEW.document_id <> OLD.document_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.expires_at IS DISTINCT FROM OLD.expires_at THEN
    RAISE EXCEPTION 'terms change only with the status' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
  END IF;
  IF OLD.signed_at IS NOT NULL AND (NEW.terms <> OLD.terms OR NEW.document_id <> OLD.document_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.expires_at IS DISTINCT FROM OLD.expires_at) THEN
    RAISE EXCEPTION 'what is signed does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.nda_guard_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.status <> 'requested' OR NEW.changed_as <> 'signer' OR NEW.change_action <> 'request' THEN
    RAISE EXCEPTION 'an NDA begins as a request' USING ERRCODE = 'check_violation', CONSTRAINT = 'ndas_transition_check';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.nda_record()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  INSERT INTO nda_events (nda_id, seq, at, actor, actor_id, action, from_status, to_status, reason, document_id)
  SELECT NEW.id, 1 + count(*), NEW.changed_at, NEW.changed_as, NEW.changed_by, NEW.change_action,
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status, NEW.change_reason, NEW.document_id
  FROM nda_events e WHERE e.nda_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  published uuid[] := ARRAY(SELECT a.id FROM added a WHERE a.status = 'published');
BEGIN
  IF published <> '{}' THEN
    PERFORM FROM users u WHERE u.id IN (SELECT a.owner_id FROM added a) ORDER BY u.id FOR SHARE;
    PERFORM refresh_pitch_cards(published);
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_file()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY(SELECT m.pitch_id FROM pitch_media m WHERE m.file_id = NEW.id));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY[OLD.pitch_id, NEW.pitch_id]);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_parts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  changed uuid[] := ARRAY(SELECT DISTINCT p.pitch_id FROM parts p);
BEGIN
  IF changed <> '{}' THEN
    PERFORM refresh_pitch_cards(changed);
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_pitch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY[NEW.id]);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_profile()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY(SELECT p.id FROM pitches p WHERE p.owner_id = NEW.user_id));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_cards_of_user()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY(SELECT p.id FROM pitches p WHERE p.owner_id = NEW.id));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.pitch_guard_ndas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM ndas WHERE pitch_id = OLD.id AND signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a signed NDA refers to this pitch' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'ndas_pitch_id_fkey';
  END IF;
  UPDATE ndas SET status = 'lapsed', due_at = NULL, changed_at = now(), changed_by = NULL, changed_as = 'system', change_action = 'lapse', change_reason = 'The pitch was deleted.'
  WHERE pitch_id = OLD.id AND status IN ('requested', 'countered', 'approved');
  RETURN OLD;
END $function$;

CREATE OR REPLACE FUNCTION public.plain_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN unaccent('unaccent'::regdictionary, value);

CREATE OR REPLACE FUNCTION public.plain_words(words text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(array_to_string(words, ' '::text), '-'::text, ' '::text);

CREATE OR REPLACE FUNCTION public.refresh_pitch_cards(changed uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM FROM pitches p WHERE p.id = ANY (changed) ORDER BY p.id FOR NO KEY UPDATE;
  DELETE FROM pitch_cards c USING pitches p WHERE c.pitch_id = ANY (changed) AND p.id = c.pitch_id AND p.status <> 'published';
  INSERT INTO pitch_cards AS c (pitch_id, card)
  SELECT p.id, jsonb_build_object(
    'id', p.id, 'slug', p.slug, 'title', p.title, 'logline', p.logline, 'format', p.format, 'genres', p.genres, 'stage', p.stage, 'budgetBand', p.budget_band,
    'publishedAt', to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'poster', (SELECT jsonb_build_object('fileId', f.id, 'width', f.width, 'height', f.height, 'blurhash', f.blurhash)
      FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND m.kind = 'poster'),
    'ndaRequired', EXISTS (SELECT FROM pitch_protected x WHERE x.pitch_id = p.id AND x.gate IN ('nda', 'deal') AND (x.body <> '' OR x.plan IS NOT NULL))
      OR EXISTS (SELECT FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND f.gate IN ('nda', 'deal')),
    'creator', jsonb_build_object('id', u.id, 'name', u.name, 'handle', pr.handle))::text
  FROM pitches p JOIN users u ON u.id = p.owner_id JOIN profiles pr ON pr.user_id = p.owner_id
  WHERE p.id = ANY (changed) AND p.status = 'published'
  ON CONFLICT (pitch_id) DO UPDATE SET card = excluded.card WHERE c.card <> excluded.card;
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% rows are never altered', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_immutable';
END $function$;

CREATE OR REPLACE FUNCTION public.word_slips(word text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((SELECT array_agg(("left"(word_slips.word, (i.i - 1)) || substr(word_slips.word, (i.i + 1)))) AS array_agg FROM generate_series(1, length(word_slips.word)) i(i)) || word);

-- tables
CREATE TABLE access_denials (
  pitch_id uuid NOT NULL,
  file_id uuid NOT NULL,
  user_id uuid NOT NULL,
  day date NOT NULL,
  tries integer NOT NULL DEFAULT 1,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT access_denials_pkey PRIMARY KEY (pitch_id, file_id, user_id, day)
);

CREATE TABLE account_suspensions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  reason text NOT NULL,
  suspended_by uuid,
  suspended_at timestamp with time zone NOT NULL,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lift_reason text,
  CONSTRAINT account_suspensions_pkey PRIMARY KEY (id),
  CONSTRAINT account_suspensions_lifted_check CHECK ((lifted_at IS NULL) = (lift_reason IS NULL))
);

CREATE TABLE accounts (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_provider_id_account_id_key UNIQUE (provider_id, account_id)
);

CREATE TABLE blocks (
  blocker_id uuid NOT NULL,
  blocked_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT blocks_pkey PRIMARY KEY (blocker_id, blocked_id),
  CONSTRAINT blocks_self_check CHECK (blocker_id <> blocked_id)
);

CREATE TABLE cache_reads_hourly (
  hour timestamp with time zone NOT NULL,
  namespace text NOT NULL,
  tier text NOT NULL,
  reads integer NOT NULL DEFAULT 0,
  CONSTRAINT cache_reads_hourly_pkey PRIMARY KEY (hour, namespace, tier)
);

CREATE TABLE comp_titles (
  id text NOT NULL,
  title text NOT NULL,
  year integer NOT NULL,
  genre text,
  creative_type text,
  budget_amount bigint,
  budget_currency text NOT NULL DEFAULT 'USD'::text,
  gross_amount bigint,
  gross_currency text NOT NULL DEFAULT 'USD'::text,
  CONSTRAINT comp_titles_pkey PRIMARY KEY (id),
  CONSTRAINT comp_titles_amounts_check CHECK (budget_amount > 0 AND gross_amount > 0)
);

CREATE TABLE company_verifications (
  user_id uuid NOT NULL,
  company_name text NOT NULL,
  evidence text NOT NULL,
  verified_at timestamp with time zone NOT NULL,
  verified_by uuid NOT NULL,
  CONSTRAINT company_verifications_pkey PRIMARY KEY (user_id)
);

CREATE TABLE content_access (
  id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  tier text NOT NULL,
  source text NOT NULL,
  source_id uuid,
  download boolean NOT NULL DEFAULT false,
  granted_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  ip text,
  user_agent text,
  wording text,
  CONSTRAINT content_access_pkey PRIMARY KEY (id),
  CONSTRAINT content_access_source_check CHECK (source = ANY (ARRAY['click_through'::text, 'nda'::text, 'deal'::text])),
  CONSTRAINT content_access_tier_check CHECK (tier = ANY (ARRAY['confidential'::text, 'nda'::text, 'deal'::text]))
);

CREATE TABLE conversation_files (
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  message_id uuid,
  "position" integer NOT NULL DEFAULT 0,
  kind text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  duration_ms integer,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT conversation_files_pkey PRIMARY KEY (id),
  CONSTRAINT conversation_files_duration_check CHECK (duration_ms IS NULL OR kind = 'voice'::text AND duration_ms > 0),
  CONSTRAINT conversation_files_kind_check CHECK (kind = ANY (ARRAY['file'::text, 'voice'::text]))
);

CREATE TABLE conversation_participants (
  conversation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  joined_at timestamp with time zone NOT NULL,
  left_at timestamp with time zone,
  read_seq integer NOT NULL DEFAULT 0,
  muted_until timestamp with time zone,
  folder text NOT NULL DEFAULT 'inbox'::text,
  accepted_at timestamp with time zone,
  archived_at timestamp with time zone,
  read_at timestamp with time zone,
  from_seq integer NOT NULL DEFAULT 0,
  CONSTRAINT conversation_participants_pkey PRIMARY KEY (conversation_id, user_id),
  CONSTRAINT conversation_participants_folder_check CHECK (folder = ANY (ARRAY['inbox'::text, 'requests'::text, 'declined'::text]))
);

CREATE TABLE conversations (
  id uuid NOT NULL,
  kind text NOT NULL,
  pitch_id uuid,
  nda_id uuid,
  created_at timestamp with time zone NOT NULL,
  last_seq integer NOT NULL DEFAULT 0,
  last_at timestamp with time zone NOT NULL,
  title text,
  created_by uuid,
  opened_key text,
  CONSTRAINT conversations_pkey PRIMARY KEY (id),
  CONSTRAINT conversations_opened_key_key UNIQUE (opened_key),
  CONSTRAINT conversations_kind_check CHECK (kind = ANY (ARRAY['nda'::text, 'pitch'::text, 'direct'::text, 'group'::text])),
  CONSTRAINT conversations_title_check CHECK (title IS NULL OR char_length(title) <= 120)
);

CREATE TABLE document_copies (
  id uuid NOT NULL,
  code text NOT NULL,
  file_id uuid,
  file_sha256 text NOT NULL,
  file_name text NOT NULL,
  pitch_id uuid,
  user_id uuid NOT NULL,
  nda_id uuid,
  day date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  CONSTRAINT document_copies_pkey PRIMARY KEY (id),
  CONSTRAINT document_copies_code_key UNIQUE (code),
  CONSTRAINT document_copies_file_id_user_id_day_key UNIQUE (file_id, user_id, day)
);

CREATE TABLE event_batches (
  id uuid NOT NULL,
  claim uuid NOT NULL,
  events integer NOT NULL,
  counted_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT event_batches_pkey PRIMARY KEY (id)
);

CREATE TABLE file_texts (
  file_id uuid NOT NULL,
  pages text[] NOT NULL,
  read_at timestamp with time zone NOT NULL,
  CONSTRAINT file_texts_pkey PRIMARY KEY (file_id)
);

CREATE TABLE files (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  kind text NOT NULL,
  gate text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text,
  storage_key text NOT NULL,
  width integer,
  height integer,
  blurhash text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  deleted_at timestamp with time zone,
  page_count integer,
  CONSTRAINT files_pkey PRIMARY KEY (id),
  CONSTRAINT files_storage_key_key UNIQUE (storage_key),
  CONSTRAINT files_gate_check CHECK (gate = ANY (ARRAY['public'::text, 'member'::text, 'confidential'::text, 'nda'::text, 'deal'::text])),
  CONSTRAINT files_kind_check CHECK (kind = ANY (ARRAY['poster'::text, 'gallery'::text, 'trailer'::text, 'lookbook'::text, 'deck'::text, 'script'::text, 'treatment'::text, 'budget'::text, 'attachment'::text])),
  CONSTRAINT files_page_count_check CHECK (page_count > 0),
  CONSTRAINT files_sha256_check CHECK (sha256 IS NOT NULL OR content_type ~~ 'video/%'::text),
  CONSTRAINT files_size_check CHECK (size > 0)
);

CREATE TABLE follows (
  follower_id uuid NOT NULL,
  followed_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT follows_pkey PRIMARY KEY (follower_id, followed_id),
  CONSTRAINT follows_self_check CHECK (follower_id <> followed_id)
);

CREATE TABLE idempotency_keys (
  user_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  body jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, key),
  CONSTRAINT idempotency_keys_key_check CHECK (length(key) >= 1 AND length(key) <= 255)
);

CREATE TABLE info_answer_files (
  answer_id uuid NOT NULL,
  file_id uuid NOT NULL,
  CONSTRAINT info_answer_files_pkey PRIMARY KEY (answer_id, file_id)
);

CREATE TABLE info_answers (
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT info_answers_pkey PRIMARY KEY (id)
);

CREATE TABLE info_requests (
  id uuid NOT NULL,
  nda_id uuid NOT NULL,
  author_id uuid NOT NULL,
  subject text NOT NULL,
  priority text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'open'::text,
  created_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  CONSTRAINT info_requests_pkey PRIMARY KEY (id),
  CONSTRAINT info_requests_priority_check CHECK (priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text])),
  CONSTRAINT info_requests_status_check CHECK (status = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text]))
);

CREATE TABLE live_events (
  id uuid NOT NULL,
  kind text NOT NULL,
  subject_id uuid,
  conversation_id uuid,
  payload jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT live_events_pkey PRIMARY KEY (id)
);

CREATE TABLE log_archives (
  day date NOT NULL,
  lines integer NOT NULL,
  parts integer NOT NULL,
  bytes bigint NOT NULL,
  archived_at timestamp with time zone NOT NULL,
  CONSTRAINT log_archives_pkey PRIMARY KEY (day)
);

CREATE TABLE market_stats_hourly (
  hour timestamp with time zone NOT NULL,
  views integer NOT NULL DEFAULT 0,
  reads integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  searches integer NOT NULL DEFAULT 0,
  misses integer NOT NULL DEFAULT 0,
  CONSTRAINT market_stats_hourly_pkey PRIMARY KEY (hour)
);

CREATE TABLE message_edits (
  message_id uuid NOT NULL,
  replaced_at timestamp with time zone NOT NULL,
  body text NOT NULL,
  CONSTRAINT message_edits_pkey PRIMARY KEY (message_id, replaced_at)
);

CREATE TABLE message_pitch_files (
  message_id uuid NOT NULL,
  file_id uuid NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT message_pitch_files_pkey PRIMARY KEY (message_id, file_id)
);

CREATE TABLE message_reactions (
  message_id uuid NOT NULL,
  user_id uuid NOT NULL,
  word text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT message_reactions_pkey PRIMARY KEY (message_id, user_id),
  CONSTRAINT message_reactions_word_check CHECK (word = ANY (ARRAY['agreed'::text, 'thanks'::text, 'on_it'::text, 'question'::text, 'read'::text, 'no'::text]))
);

CREATE TABLE messages (
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  seq integer NOT NULL,
  sender_id uuid,
  client_id text NOT NULL,
  body text NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  edited_at timestamp with time zone,
  deleted_at timestamp with time zone,
  reply_to uuid,
  search tsvector GENERATED ALWAYS AS (to_tsvector('market'::regconfig, body)) STORED,
  CONSTRAINT messages_pkey PRIMARY KEY (id),
  CONSTRAINT messages_conversation_id_sender_id_client_id_key UNIQUE (conversation_id, sender_id, client_id),
  CONSTRAINT messages_conversation_id_seq_key UNIQUE (conversation_id, seq)
);

CREATE TABLE nda_audit_heads (
  nda_id uuid NOT NULL,
  seq integer NOT NULL,
  hash text NOT NULL,
  seal text NOT NULL,
  key_id text NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  CONSTRAINT nda_audit_heads_pkey PRIMARY KEY (nda_id)
);

CREATE TABLE nda_audit_log (
  nda_id uuid NOT NULL,
  seq integer NOT NULL,
  entry text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT nda_audit_log_pkey PRIMARY KEY (nda_id, seq)
);

CREATE TABLE nda_auto_approvals (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  pitch_id uuid,
  requester text NOT NULL,
  verified_only boolean NOT NULL,
  passport_only boolean NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT nda_auto_approvals_pkey PRIMARY KEY (id),
  CONSTRAINT nda_auto_approvals_requester_check CHECK (requester = ANY (ARRAY['investor'::text, 'production'::text, 'any'::text]))
);

CREATE TABLE nda_documents (
  id uuid NOT NULL,
  nda_id uuid NOT NULL,
  round integer NOT NULL,
  html text NOT NULL,
  sha256 text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT nda_documents_pkey PRIMARY KEY (id),
  CONSTRAINT nda_documents_nda_id_round_key UNIQUE (nda_id, round),
  CONSTRAINT nda_documents_sha256_check CHECK (sha256 = encode(sha256(convert_to(html, 'UTF8'::name)), 'hex'::text))
);

CREATE TABLE nda_events (
  nda_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  document_id uuid NOT NULL,
  CONSTRAINT nda_events_pkey PRIMARY KEY (nda_id, seq)
);

CREATE TABLE nda_files (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  sha256 text NOT NULL,
  file_name text NOT NULL,
  size integer NOT NULL,
  page_count integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT nda_files_pkey PRIMARY KEY (id),
  CONSTRAINT nda_files_owner_id_sha256_key UNIQUE (owner_id, sha256)
);

CREATE TABLE nda_passports (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  html text NOT NULL,
  sha256 text NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  name text NOT NULL,
  title text,
  company text,
  consent text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  ip text NOT NULL,
  user_agent text NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT nda_passports_pkey PRIMARY KEY (id),
  CONSTRAINT nda_passports_kind_check CHECK (kind = ANY (ARRAY['typed'::text, 'drawn'::text])),
  CONSTRAINT nda_passports_sha256_check CHECK (sha256 = encode(sha256(convert_to(html, 'UTF8'::name)), 'hex'::text))
);

CREATE TABLE nda_signatures (
  nda_id uuid NOT NULL,
  document_sha256 text NOT NULL,
  signer_id uuid NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  name text NOT NULL,
  title text,
  company text,
  consent text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT nda_signatures_pkey PRIMARY KEY (nda_id),
  CONSTRAINT nda_signatures_kind_check CHECK (kind = ANY (ARRAY['typed'::text, 'drawn'::text, 'passport'::text]))
);

CREATE TABLE nda_template_versions (
  template_id uuid NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  clauses jsonb NOT NULL,
  terms jsonb NOT NULL,
  file_sha256 text,
  file_name text,
  sha256 text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT nda_template_versions_pkey PRIMARY KEY (template_id, version)
);

CREATE TABLE nda_templates (
  id uuid NOT NULL,
  owner_id uuid,
  name text NOT NULL,
  type text NOT NULL,
  requester text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT nda_templates_pkey PRIMARY KEY (id),
  CONSTRAINT nda_templates_requester_check CHECK (requester = ANY (ARRAY['investor'::text, 'production'::text, 'any'::text])),
  CONSTRAINT nda_templates_type_check CHECK (type = ANY (ARRAY['basic'::text, 'enhanced'::text, 'custom'::text]))
);

CREATE TABLE nda_transitions (
  from_status text NOT NULL,
  action text NOT NULL,
  actor text NOT NULL,
  to_status text NOT NULL,
  CONSTRAINT nda_transitions_pkey PRIMARY KEY (from_status, action, actor),
  CONSTRAINT nda_transitions_actor_check CHECK (actor = ANY (ARRAY['owner'::text, 'signer'::text, 'system'::text]))
);

CREATE TABLE ndas (
  id uuid NOT NULL,
  pitch_id uuid,
  pitch_title text NOT NULL,
  owner_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  type text NOT NULL,
  status text NOT NULL DEFAULT 'requested'::text,
  terms jsonb NOT NULL,
  message text NOT NULL DEFAULT ''::text,
  template_id uuid NOT NULL,
  template_version integer NOT NULL,
  document_id uuid NOT NULL,
  supersedes_id uuid,
  due_at timestamp with time zone,
  expires_at timestamp with time zone,
  reminded_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  signed_at timestamp with time zone,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid,
  changed_as text NOT NULL,
  change_action text NOT NULL,
  change_reason text,
  CONSTRAINT ndas_pkey PRIMARY KEY (id),
  CONSTRAINT ndas_expires_check CHECK (signed_at IS NULL OR expires_at > signed_at),
  CONSTRAINT ndas_parties_check CHECK (owner_id <> signer_id),
  CONSTRAINT ndas_signed_check CHECK ((status = ANY (ARRAY['signed'::text, 'revoked'::text, 'expired'::text, 'superseded'::text])) = (signed_at IS NOT NULL)),
  CONSTRAINT ndas_status_check CHECK (status = ANY (ARRAY['requested'::text, 'countered'::text, 'approved'::text, 'signed'::text, 'rejected'::text, 'withdrawn'::text, 'lapsed'::text, 'revoked'::text, 'expired'::text, 'superseded'::text])),
  CONSTRAINT ndas_type_check CHECK (type = ANY (ARRAY['basic'::text, 'enhanced'::text, 'custom'::text]))
);

CREATE TABLE notification_deliveries (
  notification_id uuid NOT NULL,
  channel text NOT NULL,
  user_id uuid NOT NULL,
  group_key text NOT NULL,
  in_digest boolean NOT NULL DEFAULT false,
  state text NOT NULL,
  due_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  outbox_id uuid,
  CONSTRAINT notification_deliveries_pkey PRIMARY KEY (notification_id, channel),
  CONSTRAINT notification_deliveries_channel_check CHECK (channel = ANY (ARRAY['mail'::text, 'push'::text])),
  CONSTRAINT notification_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dropped'::text])) AND (state = 'sent'::text) = (sent_at IS NOT NULL))
);

CREATE TABLE notification_preferences (
  user_id uuid NOT NULL,
  kind text NOT NULL,
  in_app boolean NOT NULL,
  mail text NOT NULL,
  push boolean NOT NULL,
  CONSTRAINT notification_preferences_pkey PRIMARY KEY (user_id, kind),
  CONSTRAINT notification_preferences_mail_check CHECK (mail = ANY (ARRAY['now'::text, 'digest'::text, 'off'::text]))
);

CREATE TABLE notification_settings (
  user_id uuid NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC'::text,
  quiet_from integer,
  quiet_to integer,
  weekly_cap integer NOT NULL DEFAULT 20,
  digest text NOT NULL DEFAULT 'daily'::text,
  digest_hour integer NOT NULL DEFAULT 8,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT notification_settings_pkey PRIMARY KEY (user_id),
  CONSTRAINT notification_settings_digest_check CHECK ((digest = ANY (ARRAY['daily'::text, 'weekly'::text, 'off'::text])) AND digest_hour >= 0 AND digest_hour <= 23),
  CONSTRAINT notification_settings_quiet_check CHECK ((quiet_from IS NULL) = (quiet_to IS NULL) AND quiet_from >= 0 AND quiet_from <= 1439 AND quiet_to >= 0 AND quiet_to <= 1439 AND quiet_from <> quiet_to),
  CONSTRAINT notification_settings_weekly_cap_check CHECK (weekly_cap >= 0 AND weekly_cap <= 200)
);

CREATE TABLE notifications (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  source_id uuid NOT NULL,
  group_key text NOT NULL,
  subject_id uuid NOT NULL,
  actor_id uuid,
  payload jsonb NOT NULL,
  count integer NOT NULL DEFAULT 1,
  in_app boolean NOT NULL DEFAULT true,
  superseded boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT notifications_pkey PRIMARY KEY (id),
  CONSTRAINT notifications_user_id_source_id_kind_key UNIQUE (user_id, source_id, kind),
  CONSTRAINT notifications_count_check CHECK (count >= 1)
);

CREATE TABLE obligations (
  id uuid NOT NULL,
  nda_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone,
  CONSTRAINT obligations_pkey PRIMARY KEY (id),
  CONSTRAINT obligations_nda_id_user_id_kind_key UNIQUE (nda_id, user_id, kind),
  CONSTRAINT obligations_kind_check CHECK (kind = ANY (ARRAY['secrecy'::text, 'return_or_destroy'::text, 'non_circumvention'::text, 'no_publicity'::text, 'submission_release'::text]))
);

CREATE TABLE outbox (
  id uuid NOT NULL,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  status text NOT NULL DEFAULT 'pending'::text,
  attempts integer NOT NULL DEFAULT 0,
  available_at timestamp with time zone NOT NULL DEFAULT now(),
  last_error text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  settled_at timestamp with time zone,
  CONSTRAINT outbox_pkey PRIMARY KEY (id),
  CONSTRAINT outbox_status_check CHECK (status = ANY (ARRAY['pending'::text, 'done'::text, 'dead'::text]))
);

CREATE TABLE permissions (
  id text NOT NULL,
  label text NOT NULL,
  CONSTRAINT permissions_pkey PRIMARY KEY (id),
  CONSTRAINT permissions_id_check CHECK (id ~ '^[a-z_]+:[a-z_]+$'::text)
);

CREATE TABLE pitch_attachments (
  pitch_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  status text NOT NULL,
  token_digest text,
  invited_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  declined_at timestamp with time zone,
  CONSTRAINT pitch_attachments_pkey PRIMARY KEY (pitch_id, name, role, status),
  CONSTRAINT pitch_attachments_token_digest_key UNIQUE (token_digest),
  CONSTRAINT pitch_attachments_answer_check CHECK (confirmed_at IS NULL OR declined_at IS NULL),
  CONSTRAINT pitch_attachments_status_check CHECK (status = ANY (ARRAY['letter_of_intent'::text, 'signed'::text]))
);

CREATE TABLE pitch_cards (
  pitch_id uuid NOT NULL,
  card text NOT NULL,
  CONSTRAINT pitch_cards_pkey PRIMARY KEY (pitch_id),
  CONSTRAINT pitch_cards_card_check CHECK (card IS JSON OBJECT)
);

CREATE TABLE pitch_comments (
  id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  author_id uuid NOT NULL,
  parent_id uuid,
  body text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  edited_at timestamp with time zone,
  deleted_at timestamp with time zone,
  CONSTRAINT pitch_comments_pkey PRIMARY KEY (id)
);

CREATE TABLE pitch_editors (
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  invited_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  CONSTRAINT pitch_editors_pkey PRIMARY KEY (pitch_id, user_id)
);

CREATE TABLE pitch_likes (
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pitch_likes_pkey PRIMARY KEY (pitch_id, user_id)
);

CREATE TABLE pitch_media (
  pitch_id uuid NOT NULL,
  file_id uuid NOT NULL,
  kind text NOT NULL,
  "position" integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  frame_of uuid,
  CONSTRAINT pitch_media_pkey PRIMARY KEY (pitch_id, file_id),
  CONSTRAINT pitch_media_frame_of_check CHECK (frame_of IS NULL OR kind = 'gallery'::text)
);

CREATE TABLE pitch_nda_settings (
  pitch_id uuid NOT NULL,
  template_id uuid,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT pitch_nda_settings_pkey PRIMARY KEY (pitch_id)
);

CREATE TABLE pitch_protected (
  pitch_id uuid NOT NULL,
  field text NOT NULL,
  gate text NOT NULL,
  body text NOT NULL DEFAULT ''::text,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  plan jsonb,
  CONSTRAINT pitch_protected_pkey PRIMARY KEY (pitch_id, field),
  CONSTRAINT pitch_protected_field_check CHECK (field = ANY (ARRAY['budgetBreakdown'::text, 'financialProjections'::text, 'distributionPlan'::text, 'marketingStrategy'::text, 'contactDetails'::text, 'financePlan'::text])),
  CONSTRAINT pitch_protected_gate_check CHECK (gate = ANY (ARRAY['public'::text, 'member'::text, 'confidential'::text, 'nda'::text, 'deal'::text])),
  CONSTRAINT pitch_protected_plan_check CHECK (
CASE
    WHEN field = 'financePlan'::text THEN body = ''::text AND (plan IS NULL OR jsonb_typeof(plan) = 'object'::text)
    ELSE plan IS NULL
END)
);

CREATE TABLE pitch_sources_daily (
  pitch_id uuid NOT NULL,
  day date NOT NULL,
  audience text NOT NULL,
  source text NOT NULL,
  views integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_sources_daily_pkey PRIMARY KEY (pitch_id, day, audience, source)
);

CREATE TABLE pitch_stats (
  pitch_id uuid NOT NULL,
  views integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  trending double precision NOT NULL DEFAULT 0,
  refreshed_at timestamp with time zone NOT NULL DEFAULT now(),
  trended integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_stats_pkey PRIMARY KEY (pitch_id)
);

CREATE TABLE pitch_stats_daily (
  pitch_id uuid NOT NULL,
  day date NOT NULL,
  views integer NOT NULL DEFAULT 0,
  reads integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_stats_daily_pkey PRIMARY KEY (pitch_id, day)
);

CREATE TABLE pitch_stats_hourly (
  hour timestamp with time zone NOT NULL,
  pitch_id uuid NOT NULL,
  views integer NOT NULL DEFAULT 0,
  reads integer NOT NULL DEFAULT 0,
  likes integer NOT NULL DEFAULT 0,
  watchers integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_stats_hourly_pkey PRIMARY KEY (hour, pitch_id)
) PARTITION BY RANGE (hour);

CREATE TABLE pitch_takedowns (
  id uuid NOT NULL,
  pitch_id uuid,
  pitch_title text NOT NULL,
  reason text NOT NULL,
  taken_down_by uuid,
  taken_down_at timestamp with time zone NOT NULL,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lift_reason text,
  CONSTRAINT pitch_takedowns_pkey PRIMARY KEY (id),
  CONSTRAINT pitch_takedowns_lifted_check CHECK ((lifted_at IS NULL) = (lift_reason IS NULL))
);

CREATE TABLE pitch_team (
  id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  "position" integer NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  status text NOT NULL,
  proof_file_id uuid,
  CONSTRAINT pitch_team_pkey PRIMARY KEY (id),
  CONSTRAINT pitch_team_pitch_id_position_key UNIQUE (pitch_id, "position") DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT pitch_team_status_check CHECK (status = ANY (ARRAY['interested'::text, 'letter_of_intent'::text, 'signed'::text]))
);

CREATE TABLE pitch_versions (
  pitch_id uuid NOT NULL,
  version integer NOT NULL,
  author_id uuid,
  kind text NOT NULL,
  restored_from integer,
  changed text[] NOT NULL DEFAULT '{}'::text[],
  snapshot jsonb NOT NULL,
  began_at timestamp with time zone NOT NULL,
  at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  CONSTRAINT pitch_versions_pkey PRIMARY KEY (pitch_id, version),
  CONSTRAINT pitch_versions_kind_check CHECK (kind = ANY (ARRAY['created'::text, 'found'::text, 'edited'::text, 'restored'::text])),
  CONSTRAINT pitch_versions_restored_from_check CHECK ((restored_from IS NOT NULL) = (kind = 'restored'::text))
);

CREATE TABLE pitch_views (
  day date NOT NULL,
  pitch_id uuid NOT NULL,
  visitor uuid NOT NULL,
  audience text NOT NULL,
  source text NOT NULL,
  seconds integer NOT NULL DEFAULT 0,
  depth smallint NOT NULL DEFAULT 0,
  is_read boolean NOT NULL DEFAULT false,
  viewed_at timestamp with time zone NOT NULL,
  CONSTRAINT pitch_views_pkey PRIMARY KEY (day, pitch_id, visitor),
  CONSTRAINT pitch_views_audience_check CHECK (audience = ANY (ARRAY['anonymous'::text, 'creator'::text, 'investor'::text, 'production'::text])),
  CONSTRAINT pitch_views_source_check CHECK (source = ANY (ARRAY['search'::text, 'browse'::text, 'feed'::text, 'share'::text, 'direct'::text, 'mail'::text]))
) PARTITION BY RANGE (day);

CREATE TABLE pitch_words_daily (
  pitch_id uuid NOT NULL,
  day date NOT NULL,
  words text NOT NULL,
  clicks integer NOT NULL DEFAULT 0,
  CONSTRAINT pitch_words_daily_pkey PRIMARY KEY (pitch_id, day, words)
);

CREATE TABLE pitches (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  slug text NOT NULL,
  status text NOT NULL DEFAULT 'draft'::text,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  logline text NOT NULL DEFAULT ''::text,
  synopsis text NOT NULL DEFAULT ''::text,
  format text NOT NULL,
  genres text[] NOT NULL,
  stage text,
  budget_band text,
  ask_amount bigint,
  ask_currency text,
  ask_kind text,
  seeking_investment boolean NOT NULL DEFAULT false,
  comps jsonb NOT NULL DEFAULT '[]'::jsonb,
  tone text NOT NULL DEFAULT ''::text,
  themes text[] NOT NULL DEFAULT '{}'::text[],
  audience text NOT NULL DEFAULT ''::text,
  why_now text NOT NULL DEFAULT ''::text,
  production_plan text NOT NULL DEFAULT ''::text,
  people text NOT NULL DEFAULT ''::text,
  published_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  search tsvector GENERATED ALWAYS AS (((((setweight(to_tsvector('english'::regconfig, plain_text(title)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, plain_text(((title || ' '::text) || people))), 'A'::"char")) || setweight(to_tsvector('english'::regconfig, plain_text(logline)), 'B'::"char")) || setweight(to_tsvector('english'::regconfig, ((plain_words(genres) || ' '::text) || plain_text(plain_words(themes)))), 'C'::"char")) || setweight(to_tsvector('english'::regconfig, plain_text(synopsis)), 'D'::"char"))) STORED,
  tags text[] GENERATED ALWAYS AS (market_tags(format, genres, stage, budget_band, seeking_investment, ask_kind)) STORED,
  details jsonb,
  characters jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT pitches_pkey PRIMARY KEY (id),
  CONSTRAINT pitches_slug_key UNIQUE (slug),
  CONSTRAINT pitches_ask_check CHECK ((ask_amount IS NULL) = (ask_currency IS NULL) AND (ask_amount IS NULL) = (ask_kind IS NULL) AND ask_amount > 0),
  CONSTRAINT pitches_genres_check CHECK (cardinality(genres) >= 1 AND cardinality(genres) <= 3),
  CONSTRAINT pitches_published_check CHECK (status <> 'published'::text OR published_at IS NOT NULL),
  CONSTRAINT pitches_status_check CHECK (status = ANY (ARRAY['draft'::text, 'published'::text, 'unpublished'::text, 'archived'::text]))
);

CREATE TABLE poster_crops (
  file_id uuid NOT NULL,
  x integer NOT NULL,
  y integer NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  whole_width integer NOT NULL,
  whole_height integer NOT NULL,
  CONSTRAINT poster_crops_pkey PRIMARY KEY (file_id),
  CONSTRAINT poster_crops_inside_check CHECK (x >= 0 AND y >= 0 AND width > 0 AND height > 0 AND (x + width) <= whole_width AND (y + height) <= whole_height)
);

CREATE TABLE profile_credits (
  user_id uuid NOT NULL,
  "position" integer NOT NULL,
  title text NOT NULL,
  year integer,
  role text NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  CONSTRAINT profile_credits_pkey PRIMARY KEY (user_id, "position"),
  CONSTRAINT profile_credits_year_check CHECK (year >= 1888 AND year <= 2100)
);

CREATE TABLE profiles (
  user_id uuid NOT NULL,
  handle citext NOT NULL,
  company_name text,
  headline text,
  bio text,
  location text,
  website text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  shows_presence boolean NOT NULL DEFAULT true,
  last_seen_at timestamp with time zone,
  CONSTRAINT profiles_pkey PRIMARY KEY (user_id),
  CONSTRAINT profiles_handle_key UNIQUE (handle),
  CONSTRAINT profiles_handle_check CHECK (handle ~ '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$'::citext)
);

CREATE TABLE published_weeks (
  week integer NOT NULL,
  pitches integer NOT NULL,
  CONSTRAINT published_weeks_pkey PRIMARY KEY (week)
);

CREATE TABLE push_subscriptions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  endpoint text NOT NULL,
  p256dh text NOT NULL,
  auth text NOT NULL,
  device text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  session_id uuid NOT NULL,
  CONSTRAINT push_subscriptions_pkey PRIMARY KEY (id),
  CONSTRAINT push_subscriptions_endpoint_key UNIQUE (endpoint)
);

CREATE TABLE reading_notices (
  pitch_id uuid NOT NULL,
  user_id uuid NOT NULL,
  noticed_at timestamp with time zone NOT NULL,
  CONSTRAINT reading_notices_pkey PRIMARY KEY (pitch_id, user_id)
);

CREATE TABLE reading_pages (
  copy_id uuid NOT NULL,
  page integer NOT NULL,
  opens integer NOT NULL DEFAULT 0,
  ms integer NOT NULL DEFAULT 0,
  depth real NOT NULL DEFAULT 0,
  first_at timestamp with time zone NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT reading_pages_pkey PRIMARY KEY (copy_id, page),
  CONSTRAINT reading_pages_depth_check CHECK (depth >= 0::double precision AND depth <= 1::double precision),
  CONSTRAINT reading_pages_page_check CHECK (page >= 1 AND page <= 10000)
);

CREATE TABLE reading_positions (
  user_id uuid NOT NULL,
  file_id uuid NOT NULL,
  page integer NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT reading_positions_pkey PRIMARY KEY (user_id, file_id),
  CONSTRAINT reading_positions_page_check CHECK (page >= 1 AND page <= 10000)
);

CREATE TABLE reports (
  id uuid NOT NULL,
  reporter_id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  reason text NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  status text NOT NULL DEFAULT 'open'::text,
  resolved_by uuid,
  resolved_at timestamp with time zone,
  resolution text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT reports_pkey PRIMARY KEY (id),
  CONSTRAINT reports_reason_check CHECK (reason = ANY (ARRAY['spam'::text, 'abuse'::text, 'rights'::text, 'fraud'::text, 'other'::text])),
  CONSTRAINT reports_status_check CHECK (status = ANY (ARRAY['open'::text, 'upheld'::text, 'dismissed'::text])),
  CONSTRAINT reports_subject_kind_check CHECK (subject_kind = ANY (ARRAY['pitch'::text, 'comment'::text, 'user'::text, 'message'::text]))
);

CREATE TABLE request_logs (
  at timestamp with time zone NOT NULL,
  id uuid NOT NULL,
  trace_id text NOT NULL,
  method text NOT NULL,
  route text NOT NULL,
  path text NOT NULL,
  status smallint NOT NULL,
  ms real NOT NULL,
  actor_id uuid,
  portal text,
  db_count smallint NOT NULL,
  db_ms real NOT NULL,
  kv_count smallint NOT NULL,
  redis_count smallint NOT NULL,
  cache jsonb,
  error text,
  CONSTRAINT request_logs_pkey PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);

CREATE TABLE request_stats_hourly (
  hour timestamp with time zone NOT NULL,
  method text NOT NULL,
  route text NOT NULL,
  requests integer NOT NULL DEFAULT 0,
  client_errors integer NOT NULL DEFAULT 0,
  server_errors integer NOT NULL DEFAULT 0,
  slow integer NOT NULL DEFAULT 0,
  ms double precision NOT NULL DEFAULT 0,
  db_count integer NOT NULL DEFAULT 0,
  db_ms double precision NOT NULL DEFAULT 0,
  CONSTRAINT request_stats_hourly_pkey PRIMARY KEY (hour, method, route)
);

CREATE TABLE role_permissions (
  role_id text NOT NULL,
  permission_id text NOT NULL,
  CONSTRAINT role_permissions_pkey PRIMARY KEY (role_id, permission_id)
);

CREATE TABLE roles (
  id text NOT NULL,
  label text NOT NULL,
  CONSTRAINT roles_pkey PRIMARY KEY (id)
);

CREATE TABLE saved_search_alerts (
  search_id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT saved_search_alerts_pkey PRIMARY KEY (search_id, pitch_id)
);

CREATE TABLE saved_searches (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  words text NOT NULL DEFAULT ''::text,
  query tsquery,
  genres text[] NOT NULL DEFAULT '{}'::text[],
  formats text[] NOT NULL DEFAULT '{}'::text[],
  stages text[] NOT NULL DEFAULT '{}'::text[],
  budget_bands text[] NOT NULL DEFAULT '{}'::text[],
  seekings text[] NOT NULL DEFAULT '{}'::text[],
  frequency text NOT NULL DEFAULT 'off'::text,
  since timestamp with time zone NOT NULL DEFAULT now(),
  due_at timestamp with time zone,
  looked_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT saved_searches_pkey PRIMARY KEY (id),
  CONSTRAINT saved_searches_due_at_check CHECK ((due_at IS NOT NULL) = (frequency = ANY (ARRAY['daily'::text, 'weekly'::text]))),
  CONSTRAINT saved_searches_frequency_check CHECK (frequency = ANY (ARRAY['instant'::text, 'daily'::text, 'weekly'::text, 'off'::text]))
);

CREATE TABLE search_analytics (
  day date NOT NULL,
  id uuid NOT NULL,
  words text NOT NULL,
  hits integer NOT NULL,
  audience text NOT NULL,
  clicked_pitch_id uuid,
  searched_at timestamp with time zone NOT NULL,
  CONSTRAINT search_analytics_pkey PRIMARY KEY (day, id),
  CONSTRAINT search_analytics_audience_check CHECK (audience = ANY (ARRAY['anonymous'::text, 'creator'::text, 'investor'::text, 'production'::text]))
) PARTITION BY RANGE (day);

CREATE TABLE search_lexemes (
  word text NOT NULL,
  pitches integer NOT NULL,
  lexeme text NOT NULL,
  counted_at timestamp with time zone,
  CONSTRAINT search_lexemes_pkey PRIMARY KEY (word)
);

CREATE TABLE search_words_daily (
  day date NOT NULL,
  words text NOT NULL,
  searches integer NOT NULL DEFAULT 0,
  misses integer NOT NULL DEFAULT 0,
  clicks integer NOT NULL DEFAULT 0,
  CONSTRAINT search_words_daily_pkey PRIMARY KEY (day, words)
);

CREATE TABLE sessions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  place text,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_key UNIQUE (token)
);

CREATE TABLE socket_tickets (
  digest text NOT NULL,
  session_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT socket_tickets_pkey PRIMARY KEY (digest),
  CONSTRAINT socket_tickets_digest_check CHECK (length(digest) = 43)
);

CREATE TABLE stream_entries (
  user_id uuid NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  CONSTRAINT stream_entries_pkey PRIMARY KEY (user_id, seq)
);

CREATE TABLE streams (
  user_id uuid NOT NULL,
  last_seq bigint NOT NULL DEFAULT 0,
  floor_seq bigint NOT NULL DEFAULT 0,
  CONSTRAINT streams_pkey PRIMARY KEY (user_id)
);

CREATE TABLE takedown_appeals (
  id uuid NOT NULL,
  takedown_id uuid NOT NULL,
  author_id uuid,
  body text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  decision text,
  answer text,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT takedown_appeals_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_appeals_decided_check CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (answer IS NULL)),
  CONSTRAINT takedown_appeals_decision_check CHECK (decision = ANY (ARRAY['granted'::text, 'declined'::text]))
);

CREATE TABLE upload_parts (
  upload_id uuid NOT NULL,
  part_number integer NOT NULL,
  etag text NOT NULL,
  size integer NOT NULL,
  arrived_at timestamp with time zone NOT NULL DEFAULT now(),
  sha256 text,
  CONSTRAINT upload_parts_pkey PRIMARY KEY (upload_id, part_number)
);

CREATE TABLE uploads (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  kind text NOT NULL,
  gate text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  part_size integer NOT NULL,
  storage_key text NOT NULL,
  storage_upload_id text,
  status text NOT NULL DEFAULT 'open'::text,
  file_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  claimed_at timestamp with time zone,
  frame_of uuid,
  CONSTRAINT uploads_pkey PRIMARY KEY (id),
  CONSTRAINT uploads_status_check CHECK (status = ANY (ARRAY['open'::text, 'completing'::text, 'complete'::text, 'aborted'::text]))
);

CREATE TABLE user_roles (
  user_id uuid NOT NULL,
  role_id text NOT NULL,
  granted_at timestamp with time zone NOT NULL DEFAULT now(),
  granted_by uuid,
  CONSTRAINT user_roles_pkey PRIMARY KEY (user_id, role_id)
);

CREATE TABLE users (
  id uuid NOT NULL,
  email citext NOT NULL,
  name text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  portal text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_portal_check CHECK (portal = ANY (ARRAY['creator'::text, 'investor'::text, 'production'::text, 'admin'::text]))
);

CREATE TABLE verifications (
  id uuid NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);

CREATE TABLE watchlist_items (
  user_id uuid NOT NULL,
  pitch_id uuid NOT NULL,
  folder text NOT NULL DEFAULT ''::text,
  note text NOT NULL DEFAULT ''::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT watchlist_items_pkey PRIMARY KEY (user_id, pitch_id)
);

CREATE TABLE pitch_stats_hourly_default PARTITION OF pitch_stats_hourly DEFAULT;

CREATE TABLE pitch_views_default PARTITION OF pitch_views DEFAULT;

CREATE TABLE request_logs_default PARTITION OF request_logs DEFAULT;

CREATE TABLE search_analytics_default PARTITION OF search_analytics DEFAULT;

-- foreign keys
ALTER TABLE access_denials ADD CONSTRAINT access_denials_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE access_denials ADD CONSTRAINT access_denials_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE access_denials ADD CONSTRAINT access_denials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE account_suspensions ADD CONSTRAINT account_suspensions_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE account_suspensions ADD CONSTRAINT account_suspensions_suspended_by_fkey FOREIGN KEY (suspended_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE account_suspensions ADD CONSTRAINT account_suspensions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE accounts ADD CONSTRAINT accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE blocks ADD CONSTRAINT blocks_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE blocks ADD CONSTRAINT blocks_blocker_id_fkey FOREIGN KEY (blocker_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE company_verifications ADD CONSTRAINT company_verifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE company_verifications ADD CONSTRAINT company_verifications_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES users(id);
ALTER TABLE content_access ADD CONSTRAINT content_access_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE content_access ADD CONSTRAINT content_access_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE conversation_files ADD CONSTRAINT conversation_files_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id);
ALTER TABLE conversation_files ADD CONSTRAINT conversation_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id);
ALTER TABLE conversation_files ADD CONSTRAINT conversation_files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id);
ALTER TABLE conversation_participants ADD CONSTRAINT conversation_participants_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
ALTER TABLE conversation_participants ADD CONSTRAINT conversation_participants_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
ALTER TABLE conversations ADD CONSTRAINT conversations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id);
ALTER TABLE conversations ADD CONSTRAINT conversations_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE conversations ADD CONSTRAINT conversations_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE SET NULL;
ALTER TABLE document_copies ADD CONSTRAINT document_copies_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE SET NULL;
ALTER TABLE document_copies ADD CONSTRAINT document_copies_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE document_copies ADD CONSTRAINT document_copies_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE SET NULL;
ALTER TABLE document_copies ADD CONSTRAINT document_copies_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
ALTER TABLE file_texts ADD CONSTRAINT file_texts_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE files ADD CONSTRAINT files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE follows ADD CONSTRAINT follows_followed_id_fkey FOREIGN KEY (followed_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE follows ADD CONSTRAINT follows_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE info_answer_files ADD CONSTRAINT info_answer_files_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES info_answers(id);
ALTER TABLE info_answer_files ADD CONSTRAINT info_answer_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE info_answers ADD CONSTRAINT info_answers_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id);
ALTER TABLE info_answers ADD CONSTRAINT info_answers_request_id_fkey FOREIGN KEY (request_id) REFERENCES info_requests(id);
ALTER TABLE info_requests ADD CONSTRAINT info_requests_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id);
ALTER TABLE info_requests ADD CONSTRAINT info_requests_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE live_events ADD CONSTRAINT live_events_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
ALTER TABLE message_edits ADD CONSTRAINT message_edits_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE;
ALTER TABLE message_pitch_files ADD CONSTRAINT message_pitch_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE message_pitch_files ADD CONSTRAINT message_pitch_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE;
ALTER TABLE message_reactions ADD CONSTRAINT message_reactions_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE;
ALTER TABLE message_reactions ADD CONSTRAINT message_reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE messages ADD CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
ALTER TABLE messages ADD CONSTRAINT messages_reply_to_fkey FOREIGN KEY (reply_to) REFERENCES messages(id) ON DELETE SET NULL;
ALTER TABLE messages ADD CONSTRAINT messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES users(id);
ALTER TABLE nda_audit_heads ADD CONSTRAINT nda_audit_heads_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE nda_audit_log ADD CONSTRAINT nda_audit_log_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE nda_auto_approvals ADD CONSTRAINT nda_auto_approvals_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE nda_auto_approvals ADD CONSTRAINT nda_auto_approvals_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE nda_documents ADD CONSTRAINT nda_documents_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE nda_events ADD CONSTRAINT nda_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id);
ALTER TABLE nda_events ADD CONSTRAINT nda_events_document_id_fkey FOREIGN KEY (document_id) REFERENCES nda_documents(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE nda_events ADD CONSTRAINT nda_events_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE nda_files ADD CONSTRAINT nda_files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE nda_passports ADD CONSTRAINT nda_passports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
ALTER TABLE nda_signatures ADD CONSTRAINT nda_signatures_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE nda_signatures ADD CONSTRAINT nda_signatures_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES users(id);
ALTER TABLE nda_template_versions ADD CONSTRAINT nda_template_versions_template_id_fkey FOREIGN KEY (template_id) REFERENCES nda_templates(id);
ALTER TABLE nda_templates ADD CONSTRAINT nda_templates_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id);
ALTER TABLE ndas ADD CONSTRAINT ndas_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id);
ALTER TABLE ndas ADD CONSTRAINT ndas_document_id_fkey FOREIGN KEY (document_id) REFERENCES nda_documents(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ndas ADD CONSTRAINT ndas_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id);
ALTER TABLE ndas ADD CONSTRAINT ndas_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE SET NULL;
ALTER TABLE ndas ADD CONSTRAINT ndas_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES users(id);
ALTER TABLE ndas ADD CONSTRAINT ndas_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES ndas(id);
ALTER TABLE ndas ADD CONSTRAINT ndas_template_fkey FOREIGN KEY (template_id, template_version) REFERENCES nda_template_versions(template_id, version);
ALTER TABLE notification_deliveries ADD CONSTRAINT notification_deliveries_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notifications(id) ON DELETE CASCADE;
ALTER TABLE notification_deliveries ADD CONSTRAINT notification_deliveries_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE notification_preferences ADD CONSTRAINT notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE notification_settings ADD CONSTRAINT notification_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE notifications ADD CONSTRAINT notifications_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE notifications ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE obligations ADD CONSTRAINT obligations_nda_id_fkey FOREIGN KEY (nda_id) REFERENCES ndas(id);
ALTER TABLE obligations ADD CONSTRAINT obligations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
ALTER TABLE pitch_attachments ADD CONSTRAINT pitch_attachments_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_cards ADD CONSTRAINT pitch_cards_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_comments ADD CONSTRAINT pitch_comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE pitch_comments ADD CONSTRAINT pitch_comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES pitch_comments(id) ON DELETE CASCADE;
ALTER TABLE pitch_comments ADD CONSTRAINT pitch_comments_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_editors ADD CONSTRAINT pitch_editors_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_editors ADD CONSTRAINT pitch_editors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE pitch_likes ADD CONSTRAINT pitch_likes_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_likes ADD CONSTRAINT pitch_likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE pitch_media ADD CONSTRAINT pitch_media_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE pitch_media ADD CONSTRAINT pitch_media_frame_of_fkey FOREIGN KEY (frame_of) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE pitch_media ADD CONSTRAINT pitch_media_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_nda_settings ADD CONSTRAINT pitch_nda_settings_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_nda_settings ADD CONSTRAINT pitch_nda_settings_template_id_fkey FOREIGN KEY (template_id) REFERENCES nda_templates(id);
ALTER TABLE pitch_protected ADD CONSTRAINT pitch_protected_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_sources_daily ADD CONSTRAINT pitch_sources_daily_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_stats ADD CONSTRAINT pitch_stats_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_stats_daily ADD CONSTRAINT pitch_stats_daily_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_takedowns ADD CONSTRAINT pitch_takedowns_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE pitch_takedowns ADD CONSTRAINT pitch_takedowns_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE SET NULL;
ALTER TABLE pitch_takedowns ADD CONSTRAINT pitch_takedowns_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE pitch_team ADD CONSTRAINT pitch_team_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_team ADD CONSTRAINT pitch_team_proof_file_id_fkey FOREIGN KEY (proof_file_id) REFERENCES files(id) ON DELETE SET NULL;
ALTER TABLE pitch_versions ADD CONSTRAINT pitch_versions_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE pitch_versions ADD CONSTRAINT pitch_versions_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitch_words_daily ADD CONSTRAINT pitch_words_daily_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE pitches ADD CONSTRAINT pitches_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE poster_crops ADD CONSTRAINT poster_crops_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE profile_credits ADD CONSTRAINT profile_credits_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE profiles ADD CONSTRAINT profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE push_subscriptions ADD CONSTRAINT push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;
ALTER TABLE push_subscriptions ADD CONSTRAINT push_subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE reading_notices ADD CONSTRAINT reading_notices_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE reading_notices ADD CONSTRAINT reading_notices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE reading_pages ADD CONSTRAINT reading_pages_copy_id_fkey FOREIGN KEY (copy_id) REFERENCES document_copies(id);
ALTER TABLE reading_positions ADD CONSTRAINT reading_positions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
ALTER TABLE reading_positions ADD CONSTRAINT reading_positions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE reports ADD CONSTRAINT reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE reports ADD CONSTRAINT reports_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE role_permissions ADD CONSTRAINT role_permissions_permission_id_fkey FOREIGN KEY (permission_id) REFERENCES permissions(id) ON DELETE CASCADE;
ALTER TABLE role_permissions ADD CONSTRAINT role_permissions_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE;
ALTER TABLE saved_search_alerts ADD CONSTRAINT saved_search_alerts_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE saved_search_alerts ADD CONSTRAINT saved_search_alerts_search_id_fkey FOREIGN KEY (search_id) REFERENCES saved_searches(id) ON DELETE CASCADE;
ALTER TABLE saved_searches ADD CONSTRAINT saved_searches_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE sessions ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE socket_tickets ADD CONSTRAINT socket_tickets_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;
ALTER TABLE streams ADD CONSTRAINT streams_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE takedown_appeals ADD CONSTRAINT takedown_appeals_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE takedown_appeals ADD CONSTRAINT takedown_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE takedown_appeals ADD CONSTRAINT takedown_appeals_takedown_id_fkey FOREIGN KEY (takedown_id) REFERENCES pitch_takedowns(id) ON DELETE CASCADE;
ALTER TABLE upload_parts ADD CONSTRAINT upload_parts_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id) ON DELETE CASCADE;
ALTER TABLE uploads ADD CONSTRAINT uploads_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE SET NULL;
ALTER TABLE uploads ADD CONSTRAINT uploads_frame_of_fkey FOREIGN KEY (frame_of) REFERENCES files(id) ON DELETE SET NULL;
ALTER TABLE uploads ADD CONSTRAINT uploads_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE uploads ADD CONSTRAINT uploads_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE user_roles ADD CONSTRAINT user_roles_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE user_roles ADD CONSTRAINT user_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE;
ALTER TABLE user_roles ADD CONSTRAINT user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE watchlist_items ADD CONSTRAINT watchlist_items_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches(id) ON DELETE CASCADE;
ALTER TABLE watchlist_items ADD CONSTRAINT watchlist_items_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

-- indexes
CREATE INDEX access_denials_file_id_idx ON access_denials USING btree (file_id);
CREATE INDEX access_denials_user_id_idx ON access_denials USING btree (user_id);
CREATE INDEX account_suspensions_lifted_by_idx ON account_suspensions USING btree (lifted_by);
CREATE UNIQUE INDEX account_suspensions_open_key ON account_suspensions USING btree (user_id) WHERE (lifted_at IS NULL);
CREATE INDEX account_suspensions_suspended_by_idx ON account_suspensions USING btree (suspended_by);
CREATE INDEX account_suspensions_user_id_idx ON account_suspensions USING btree (user_id);
CREATE INDEX accounts_user_id_idx ON accounts USING btree (user_id);
CREATE INDEX blocks_blocked_id_idx ON blocks USING btree (blocked_id);
CREATE INDEX comp_titles_title_idx ON comp_titles USING gin (title gin_trgm_ops);
CREATE INDEX company_verifications_verified_by_idx ON company_verifications USING btree (verified_by);
CREATE UNIQUE INDEX content_access_open_key ON content_access USING btree (pitch_id, user_id, source) WHERE (revoked_at IS NULL);
CREATE INDEX content_access_pitch_id_idx ON content_access USING btree (pitch_id);
CREATE INDEX content_access_source_id_idx ON content_access USING btree (source_id);
CREATE INDEX content_access_user_id_idx ON content_access USING btree (user_id);
CREATE INDEX conversation_files_conversation_id_idx ON conversation_files USING btree (conversation_id);
CREATE INDEX conversation_files_message_id_idx ON conversation_files USING btree (message_id);
CREATE INDEX conversation_files_owner_id_idx ON conversation_files USING btree (owner_id);
CREATE INDEX conversation_files_unsent_idx ON conversation_files USING btree (created_at) WHERE (message_id IS NULL);
CREATE INDEX conversation_participants_user_id_idx ON conversation_participants USING btree (user_id);
CREATE INDEX conversations_created_by_created_at_idx ON conversations USING btree (created_by, created_at);
CREATE UNIQUE INDEX conversations_nda_id_key ON conversations USING btree (nda_id);
CREATE INDEX conversations_pitch_id_idx ON conversations USING btree (pitch_id);
CREATE INDEX document_copies_nda_id_idx ON document_copies USING btree (nda_id);
CREATE INDEX document_copies_pitch_id_user_id_idx ON document_copies USING btree (pitch_id, user_id);
CREATE INDEX document_copies_user_id_created_at_idx ON document_copies USING btree (user_id, created_at DESC);
CREATE INDEX event_batches_counted_at_idx ON event_batches USING btree (counted_at);
CREATE INDEX files_owner_id_idx ON files USING btree (owner_id, created_at DESC);
CREATE INDEX follows_followed_id_idx ON follows USING btree (followed_id);
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys USING btree (created_at);
CREATE INDEX info_answer_files_file_id_idx ON info_answer_files USING btree (file_id);
CREATE INDEX info_answers_author_id_idx ON info_answers USING btree (author_id);
CREATE INDEX info_answers_request_id_created_at_idx ON info_answers USING btree (request_id, created_at);
CREATE INDEX info_requests_author_id_idx ON info_requests USING btree (author_id);
CREATE INDEX info_requests_nda_id_created_at_idx ON info_requests USING btree (nda_id, created_at);
CREATE INDEX live_events_conversation_id_idx ON live_events USING btree (conversation_id);
CREATE INDEX live_events_created_at_idx ON live_events USING btree (created_at);
CREATE INDEX live_events_subject_id_idx ON live_events USING btree (subject_id);
CREATE INDEX message_pitch_files_file_id_idx ON message_pitch_files USING btree (file_id);
CREATE INDEX message_reactions_user_id_idx ON message_reactions USING btree (user_id);
CREATE INDEX messages_reply_to_idx ON messages USING btree (reply_to);
CREATE INDEX messages_search_idx ON messages USING gin (search);
CREATE INDEX messages_sender_id_idx ON messages USING btree (sender_id);
CREATE INDEX nda_auto_approvals_owner_id_idx ON nda_auto_approvals USING btree (owner_id);
CREATE INDEX nda_auto_approvals_pitch_id_idx ON nda_auto_approvals USING btree (pitch_id);
CREATE INDEX nda_events_actor_id_idx ON nda_events USING btree (actor_id);
CREATE INDEX nda_events_document_id_idx ON nda_events USING btree (document_id);
CREATE INDEX nda_passports_user_id_idx ON nda_passports USING btree (user_id, signed_at DESC);
CREATE UNIQUE INDEX nda_passports_user_id_key ON nda_passports USING btree (user_id) WHERE (ended_at IS NULL);
CREATE INDEX nda_signatures_signer_id_idx ON nda_signatures USING btree (signer_id);
CREATE INDEX nda_template_versions_file_sha256_idx ON nda_template_versions USING btree (file_sha256) WHERE (file_sha256 IS NOT NULL);
CREATE INDEX nda_templates_owner_id_updated_at_idx ON nda_templates USING btree (owner_id, updated_at DESC);
CREATE INDEX ndas_changed_by_idx ON ndas USING btree (changed_by);
CREATE INDEX ndas_document_id_idx ON ndas USING btree (document_id);
CREATE INDEX ndas_due_at_idx ON ndas USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX ndas_expires_at_idx ON ndas USING btree (expires_at) WHERE (status = 'signed'::text);
CREATE UNIQUE INDEX ndas_open_key ON ndas USING btree (pitch_id, signer_id) WHERE (status = ANY (ARRAY['requested'::text, 'countered'::text, 'approved'::text]));
CREATE INDEX ndas_owner_id_created_at_idx ON ndas USING btree (owner_id, created_at DESC, id DESC);
CREATE INDEX ndas_pitch_id_idx ON ndas USING btree (pitch_id);
CREATE UNIQUE INDEX ndas_signed_key ON ndas USING btree (pitch_id, signer_id) WHERE (status = 'signed'::text);
CREATE INDEX ndas_signer_id_created_at_idx ON ndas USING btree (signer_id, created_at DESC, id DESC);
CREATE INDEX ndas_supersedes_id_idx ON ndas USING btree (supersedes_id);
CREATE INDEX ndas_template_id_template_version_idx ON ndas USING btree (template_id, template_version);
CREATE INDEX notification_deliveries_due_at_idx ON notification_deliveries USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX notification_deliveries_user_id_sent_at_idx ON notification_deliveries USING btree (user_id, sent_at);
CREATE INDEX notifications_actor_id_idx ON notifications USING btree (actor_id);
CREATE INDEX notifications_created_at_idx ON notifications USING btree (created_at);
CREATE INDEX notifications_user_id_created_at_idx ON notifications USING btree (user_id, created_at DESC, id DESC) WHERE (in_app AND (NOT superseded));
CREATE INDEX notifications_user_id_group_key_idx ON notifications USING btree (user_id, group_key) WHERE (read_at IS NULL);
CREATE INDEX obligations_user_id_ends_at_idx ON obligations USING btree (user_id, ends_at);
CREATE INDEX outbox_pending_idx ON outbox USING btree (available_at) WHERE (status = 'pending'::text);
CREATE INDEX outbox_settled_at_idx ON outbox USING btree (settled_at) WHERE (status = 'done'::text);
CREATE INDEX pitch_comments_author_id_idx ON pitch_comments USING btree (author_id);
CREATE INDEX pitch_comments_parent_id_created_at_idx ON pitch_comments USING btree (parent_id, created_at);
CREATE INDEX pitch_comments_pitch_id_created_at_idx ON pitch_comments USING btree (pitch_id, created_at DESC, id DESC) WHERE (parent_id IS NULL);
CREATE INDEX pitch_comments_pitch_id_idx ON pitch_comments USING btree (pitch_id);
CREATE INDEX pitch_editors_user_id_idx ON pitch_editors USING btree (user_id);
CREATE INDEX pitch_likes_user_id_idx ON pitch_likes USING btree (user_id);
CREATE UNIQUE INDEX pitch_media_file_id_key ON pitch_media USING btree (file_id);
CREATE UNIQUE INDEX pitch_media_frame_of_key ON pitch_media USING btree (frame_of);
CREATE UNIQUE INDEX pitch_media_poster_key ON pitch_media USING btree (pitch_id) WHERE (kind = 'poster'::text);
CREATE INDEX pitch_nda_settings_template_id_idx ON pitch_nda_settings USING btree (template_id);
CREATE INDEX pitch_stats_trended_idx ON pitch_stats USING btree (pitch_id) WHERE (trended <> (((views + (8 * likes)) + (12 * watchers)) + (6 * comments)));
CREATE INDEX pitch_stats_trending_idx ON pitch_stats USING btree (trending DESC, pitch_id DESC);
CREATE INDEX pitch_stats_views_idx ON pitch_stats USING btree (views DESC, pitch_id DESC);
CREATE INDEX pitch_takedowns_lifted_by_idx ON pitch_takedowns USING btree (lifted_by);
CREATE UNIQUE INDEX pitch_takedowns_open_key ON pitch_takedowns USING btree (pitch_id) WHERE (lifted_at IS NULL);
CREATE INDEX pitch_takedowns_pitch_id_idx ON pitch_takedowns USING btree (pitch_id);
CREATE INDEX pitch_takedowns_taken_down_by_idx ON pitch_takedowns USING btree (taken_down_by);
CREATE INDEX pitch_team_proof_file_id_idx ON pitch_team USING btree (proof_file_id);
CREATE INDEX pitch_versions_author_id_idx ON pitch_versions USING btree (author_id);
CREATE INDEX pitches_market_keys_idx ON pitches USING gin (market_keys(search, tags, published_at)) WITH (fastupdate=off) WHERE (status = 'published'::text);
CREATE INDEX pitches_owner_id_updated_at_idx ON pitches USING btree (owner_id, updated_at DESC, id DESC);
CREATE INDEX pitches_published_at_id_idx ON pitches USING btree (published_at DESC, id DESC) WHERE (status = 'published'::text);
CREATE INDEX pitches_search_tags_weeks_idx ON pitches USING gin (search, tags, market_weeks(published_at)) WITH (fastupdate=off) WHERE (status = 'published'::text);
CREATE INDEX pitches_title_trgm_idx ON pitches USING gin (((' '::text || lower(plain_text(title)))) gin_trgm_ops) WHERE (status = 'published'::text);
CREATE INDEX push_subscriptions_session_id_idx ON push_subscriptions USING btree (session_id);
CREATE INDEX push_subscriptions_user_id_idx ON push_subscriptions USING btree (user_id);
CREATE INDEX reading_notices_user_id_idx ON reading_notices USING btree (user_id);
CREATE INDEX reading_positions_file_id_idx ON reading_positions USING btree (file_id);
CREATE UNIQUE INDEX reports_open_key ON reports USING btree (reporter_id, subject_kind, subject_id) WHERE (status = 'open'::text);
CREATE INDEX reports_reporter_id_idx ON reports USING btree (reporter_id);
CREATE INDEX reports_resolved_by_idx ON reports USING btree (resolved_by);
CREATE INDEX reports_status_created_at_idx ON reports USING btree (status, created_at, id);
CREATE INDEX role_permissions_permission_id_idx ON role_permissions USING btree (permission_id);
CREATE INDEX saved_search_alerts_pitch_id_idx ON saved_search_alerts USING btree (pitch_id);
CREATE INDEX saved_searches_due_at_idx ON saved_searches USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX saved_searches_since_idx ON saved_searches USING btree (since) WHERE (frequency = 'instant'::text);
CREATE INDEX saved_searches_user_id_created_at_idx ON saved_searches USING btree (user_id, created_at DESC, id DESC);
CREATE INDEX search_lexemes_counted_at_idx ON search_lexemes USING btree (counted_at NULLS FIRST);
CREATE INDEX search_lexemes_lexeme_idx ON search_lexemes USING btree (lexeme);
CREATE INDEX search_lexemes_word_slips_idx ON search_lexemes USING gin (word_slips(word)) WITH (fastupdate=off);
CREATE INDEX search_lexemes_word_trgm_idx ON search_lexemes USING gist (word gist_trgm_ops (siglen='256'));
CREATE INDEX sessions_expires_at_idx ON sessions USING btree (expires_at);
CREATE INDEX sessions_user_id_updated_at_idx ON sessions USING btree (user_id, updated_at DESC);
CREATE INDEX socket_tickets_expires_at_idx ON socket_tickets USING btree (expires_at);
CREATE INDEX socket_tickets_session_id_idx ON socket_tickets USING btree (session_id);
CREATE INDEX stream_entries_event_id_idx ON stream_entries USING btree (event_id);
CREATE INDEX takedown_appeals_author_id_idx ON takedown_appeals USING btree (author_id);
CREATE INDEX takedown_appeals_created_at_open_idx ON takedown_appeals USING btree (created_at) WHERE (decided_at IS NULL);
CREATE INDEX takedown_appeals_decided_at_idx ON takedown_appeals USING btree (decided_at) WHERE (decided_at IS NOT NULL);
CREATE INDEX takedown_appeals_decided_by_idx ON takedown_appeals USING btree (decided_by);
CREATE UNIQUE INDEX takedown_appeals_open_key ON takedown_appeals USING btree (takedown_id) WHERE (decided_at IS NULL);
CREATE INDEX takedown_appeals_takedown_id_created_at_idx ON takedown_appeals USING btree (takedown_id, created_at);
CREATE INDEX uploads_file_id_idx ON uploads USING btree (file_id);
CREATE INDEX uploads_frame_of_idx ON uploads USING btree (frame_of);
CREATE INDEX uploads_owner_id_idx ON uploads USING btree (owner_id);
CREATE INDEX uploads_pitch_id_idx ON uploads USING btree (pitch_id);
CREATE INDEX uploads_unfinished_idx ON uploads USING btree (created_at) WHERE (status = ANY (ARRAY['open'::text, 'completing'::text]));
CREATE INDEX user_roles_granted_by_idx ON user_roles USING btree (granted_by);
CREATE INDEX user_roles_role_id_idx ON user_roles USING btree (role_id);
CREATE INDEX users_name_trgm_idx ON users USING gin (((' '::text || lower(plain_text(name)))) gin_trgm_ops);
CREATE INDEX verifications_expires_at_idx ON verifications USING btree (expires_at);
CREATE INDEX verifications_identifier_idx ON verifications USING btree (identifier, created_at DESC);
CREATE INDEX verifications_value_idx ON verifications USING btree (value);
CREATE INDEX watchlist_items_pitch_id_idx ON watchlist_items USING btree (pitch_id);
CREATE INDEX watchlist_items_user_id_created_at_idx ON watchlist_items USING btree (user_id, created_at DESC, pitch_id DESC);

-- views
CREATE VIEW pitch_analytics_summary AS
 SELECT p.id AS pitch_id,
    p.owner_id,
    COALESCE(s.views, 0) AS views,
    COALESCE(s.likes, 0) AS likes,
    COALESCE(s.watchers, 0) AS watchers,
    COALESCE(s.comments, 0) AS comments,
    COALESCE(d.reads, 0) AS reads,
    COALESCE(d.views_7d, 0) AS views_7d,
    COALESCE(d.views_30d, 0) AS views_30d,
    COALESCE(d.views_before_30d, 0) AS views_before_30d,
    d.last_viewed_on
   FROM pitches p
     LEFT JOIN pitch_stats s ON s.pitch_id = p.id
     LEFT JOIN LATERAL ( SELECT sum(x.reads)::integer AS reads,
            max(x.day) FILTER (WHERE x.views > 0) AS last_viewed_on,
            sum(x.views) FILTER (WHERE x.day > ((now() AT TIME ZONE 'UTC'::text)::date - 7))::integer AS views_7d,
            sum(x.views) FILTER (WHERE x.day > ((now() AT TIME ZONE 'UTC'::text)::date - 30))::integer AS views_30d,
            sum(x.views) FILTER (WHERE x.day > ((now() AT TIME ZONE 'UTC'::text)::date - 60) AND x.day <= ((now() AT TIME ZONE 'UTC'::text)::date - 30))::integer AS views_before_30d
           FROM pitch_stats_daily x
          WHERE x.pitch_id = p.id) d ON true;

-- triggers
CREATE TRIGGER files_card AFTER UPDATE ON files FOR EACH ROW WHEN (old.gate IS DISTINCT FROM new.gate OR old.width IS DISTINCT FROM new.width OR old.height IS DISTINCT FROM new.height OR old.blurhash IS DISTINCT FROM new.blurhash) EXECUTE FUNCTION pitch_cards_of_file();
CREATE TRIGGER live_events_entries AFTER DELETE ON live_events REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_entries_of_events();
CREATE TRIGGER nda_audit_heads_kept BEFORE DELETE ON nda_audit_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_audit_log_immutable BEFORE DELETE OR UPDATE ON nda_audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_documents_immutable BEFORE DELETE OR UPDATE ON nda_documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_events_immutable BEFORE DELETE OR UPDATE ON nda_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_signatures_immutable BEFORE DELETE OR UPDATE ON nda_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nda_template_versions_immutable BEFORE DELETE OR UPDATE ON nda_template_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ndas_guard BEFORE UPDATE ON ndas FOR EACH ROW EXECUTE FUNCTION nda_guard();
CREATE TRIGGER ndas_guard_insert BEFORE INSERT ON ndas FOR EACH ROW EXECUTE FUNCTION nda_guard_insert();
CREATE TRIGGER ndas_kept BEFORE DELETE ON ndas FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ndas_record AFTER INSERT OR UPDATE ON ndas FOR EACH ROW EXECUTE FUNCTION nda_record();
CREATE TRIGGER pitch_media_card AFTER UPDATE ON pitch_media FOR EACH ROW WHEN (old.pitch_id IS DISTINCT FROM new.pitch_id OR old.file_id IS DISTINCT FROM new.file_id OR old.kind IS DISTINCT FROM new.kind) EXECUTE FUNCTION pitch_cards_of_part();
CREATE TRIGGER pitch_media_cards_added AFTER INSERT ON pitch_media REFERENCING NEW TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_media_cards_gone AFTER DELETE ON pitch_media REFERENCING OLD TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_protected_card AFTER UPDATE ON pitch_protected FOR EACH ROW WHEN (old.pitch_id IS DISTINCT FROM new.pitch_id OR old.gate IS DISTINCT FROM new.gate OR (old.body = ''::text) IS DISTINCT FROM (new.body = ''::text) OR (old.plan IS NULL) IS DISTINCT FROM (new.plan IS NULL)) EXECUTE FUNCTION pitch_cards_of_part();
CREATE TRIGGER pitch_protected_cards_added AFTER INSERT ON pitch_protected REFERENCING NEW TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_protected_cards_gone AFTER DELETE ON pitch_protected REFERENCING OLD TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitches_card AFTER UPDATE ON pitches FOR EACH ROW WHEN ((old.status = 'published'::text OR new.status = 'published'::text) AND (old.status IS DISTINCT FROM new.status OR old.owner_id IS DISTINCT FROM new.owner_id OR old.slug IS DISTINCT FROM new.slug OR old.title IS DISTINCT FROM new.title OR old.logline IS DISTINCT FROM new.logline OR old.format IS DISTINCT FROM new.format OR old.genres IS DISTINCT FROM new.genres OR old.stage IS DISTINCT FROM new.stage OR old.budget_band IS DISTINCT FROM new.budget_band OR old.published_at IS DISTINCT FROM new.published_at)) EXECUTE FUNCTION pitch_cards_of_pitch();
CREATE TRIGGER pitches_cards_added AFTER INSERT ON pitches REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_added();
CREATE TRIGGER pitches_guard_ndas BEFORE DELETE ON pitches FOR EACH ROW EXECUTE FUNCTION pitch_guard_ndas();
CREATE TRIGGER profiles_cards AFTER UPDATE ON profiles FOR EACH ROW WHEN (old.handle::text IS DISTINCT FROM new.handle::text) EXECUTE FUNCTION pitch_cards_of_profile();
CREATE TRIGGER streams_entries AFTER DELETE ON streams REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_entries_of_streams();
CREATE TRIGGER users_cards AFTER UPDATE ON users FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION pitch_cards_of_user();

-- comments
COMMENT ON COLUMN comp_titles.genre IS 'by the words of the source, which are not ours';
COMMENT ON COLUMN content_access.wording IS 'click-through only: the sentence that was agreed to';
COMMENT ON COLUMN file_texts.pages IS 'Text of each page in order, empty where a page has none';
COMMENT ON COLUMN messages.sender_id IS 'null: the platform itself';
COMMENT ON COLUMN nda_auto_approvals.pitch_id IS 'null: every pitch of the owner';
COMMENT ON COLUMN nda_template_versions.file_sha256 IS 'SHA-256 of the owner''s own PDF, kept at nda/files/<sha256>.pdf; null when the clauses are the text';
COMMENT ON COLUMN nda_templates.owner_id IS 'null: a standard form of the platform';
COMMENT ON COLUMN ndas.due_at IS 'until when the next move must come; null once signed or closed';
COMMENT ON COLUMN ndas.expires_at IS 'when access ends; what was promised about secrecy ends later, see obligations';
COMMENT ON COLUMN obligations.ends_at IS 'null: without end';
COMMENT ON COLUMN pitch_attachments.token_digest IS 'SHA-256 of the link''s token; gone once it was answered';
COMMENT ON COLUMN pitch_media.frame_of IS 'the reel that this picture stands for; it is no still of the gallery';
COMMENT ON COLUMN pitch_protected.plan IS 'of the field financePlan: {currency, budget, sources}; amounts in minor units of that currency';
COMMENT ON COLUMN pitch_stats.trended IS 'the points that `trending` was made of: others mean that it is due';
COMMENT ON COLUMN pitch_stats_daily.likes IS 'given less taken back on this day; watchers and comments likewise';
COMMENT ON COLUMN pitch_versions.kind IS 'found: how it was before the first change that was written down';
COMMENT ON COLUMN pitch_versions.published_at IS 'when this very version went to the market; it is kept as it was then';
COMMENT ON COLUMN pitch_views.visitor IS 'keyed hash: of the person, or of the day, address and browser of somebody without a session';
COMMENT ON COLUMN pitch_views.depth IS 'percent of the page that was scrolled past';
COMMENT ON COLUMN pitches.ask_amount IS 'minor units of ask_currency';
COMMENT ON COLUMN pitches.people IS 'names of owner and team, kept by the actions that change them, for search';
COMMENT ON COLUMN pitches.tags IS 'every filterable value: genres bare, the rest as <filter>:<value>';
COMMENT ON COLUMN pitches.details IS 'what its format asks for; names the format, and counts only while that is the pitch''s';
COMMENT ON COLUMN reading_pages.opens IS 'pages sent by the server; time and depth are what the reader''s page reported';
COMMENT ON COLUMN request_logs.cache IS 'tier that answered, by namespace';
COMMENT ON COLUMN request_stats_hourly.slow IS 'requests of 500 ms and more';
COMMENT ON COLUMN saved_searches.query IS 'of the words as typed and as corrected; NULL without words';
COMMENT ON COLUMN saved_searches.since IS 'alerts tell of pitches published later than this: set when alerts are switched on';
COMMENT ON COLUMN search_lexemes.counted_at IS 'NULL: new, not counted yet';
COMMENT ON COLUMN sessions.token IS 'SHA-256 of the token: a reader of this table cannot sign in with it';
COMMENT ON COLUMN watchlist_items.note IS 'private: read by nobody but the person';
