-- migrate:up
-- A page of all that is published, newest first, behind `from_micros` (of 1970) and `from_id` where they are given. Planned once a session: over HTTP a statement is planned every time it is asked, which
-- took longer than making it. The inner limit is the longest page there is: of the other one a plan made for any page knows nothing.
CREATE FUNCTION market_newest(wanted int, from_micros int8, from_id uuid) RETURNS TABLE (id uuid, at int8, card text, views int, likes int, watchers int, comments int)
LANGUAGE plpgsql STABLE ROWS 24 SET plan_cache_mode = force_generic_plan AS $$
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
END $$;

-- migrate:down
