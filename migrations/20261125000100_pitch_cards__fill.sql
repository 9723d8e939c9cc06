-- migrate:up transaction:false
-- In bites with an end of their own, so that nobody who writes waits for more than one. Whatever is published or changed meanwhile has its card by the triggers.
DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  bite uuid[];
BEGIN
  LOOP
    bite := ARRAY(SELECT p.id FROM pitches p WHERE p.id > last AND p.status = 'published' ORDER BY p.id LIMIT 2000);
    EXIT WHEN bite = '{}';
    PERFORM refresh_pitch_cards(bite);
    COMMIT;
    last := bite[cardinality(bite)];
  END LOOP;
END $$;

-- migrate:down
