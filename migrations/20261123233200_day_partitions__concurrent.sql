-- migrate:up
-- Two that make the same day at once: the second finds it made.
CREATE OR REPLACE FUNCTION make_day_partitions(parent regclass, first_day date, last_day date) RETURNS integer
  LANGUAGE plpgsql AS $$
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
$$;

-- migrate:down
