-- migrate:up
-- A message to fifty people is fifty lines, and two checks a line were more than half of its price: each locks a row of users as well. A line
-- is only ever made in the statement that holds its stream and makes its event, so the checks could not fail. What is left to keep is that
-- lines go with their person and with their event; a statement that deletes takes them along.
ALTER TABLE stream_entries DROP CONSTRAINT stream_entries_user_id_fkey;
ALTER TABLE stream_entries DROP CONSTRAINT stream_entries_event_id_fkey;

-- A person's stream goes with the person.
CREATE FUNCTION drop_entries_of_streams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM stream_entries e USING gone g WHERE e.user_id = g.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER streams_entries AFTER DELETE ON streams REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_entries_of_streams();

CREATE FUNCTION drop_entries_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM stream_entries e USING gone g WHERE e.event_id = g.id;
  RETURN NULL;
END $$;
CREATE TRIGGER live_events_entries AFTER DELETE ON live_events REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_entries_of_events();

-- It served a foreign key by its name alone; its query is that of the trigger and of the nightly dropping by age.
COMMENT ON INDEX stream_entries_event_id_idx IS 'lines of events that are deleted, and of those that are old';

-- migrate:down
