-- migrate:up
-- What everyone may read of a published pitch on the card of a list, put together when one of its sources changes instead of whenever it is shown: title and
-- maker, poster, and whether something waits behind an agreement. A row is there exactly while the pitch is published. `card` is JSON as it goes out, but
-- for the counters, which change all the time and are read where they are; text, since nobody asks the database for a part of it.
-- Its sources keep it by triggers, so that nobody can forget it. What it must say is `cardColumns` (features/pitches/queries.ts), which a test holds against it.
CREATE TABLE pitch_cards (
  pitch_id uuid PRIMARY KEY,
  card text NOT NULL,
  CONSTRAINT pitch_cards_card_check CHECK (card IS JSON OBJECT),
  CONSTRAINT pitch_cards_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE
);

-- Whoever changes a source holds the pitch first and reads then: of two who change one pitch's sources at once, the second sees what the first did.
CREATE FUNCTION refresh_pitch_cards(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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
END $$;

CREATE FUNCTION pitch_cards_of_pitch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY[NEW.id]);
  RETURN NULL;
END $$;

CREATE TRIGGER pitches_card AFTER UPDATE ON pitches FOR EACH ROW
  WHEN ((OLD.status = 'published' OR NEW.status = 'published')
    AND (OLD.status, OLD.owner_id, OLD.slug, OLD.title, OLD.logline, OLD.format, OLD.genres, OLD.stage, OLD.budget_band, OLD.published_at)
      IS DISTINCT FROM (NEW.status, NEW.owner_id, NEW.slug, NEW.title, NEW.logline, NEW.format, NEW.genres, NEW.stage, NEW.budget_band, NEW.published_at))
  EXECUTE FUNCTION pitch_cards_of_pitch();

-- Somebody who is renamed meanwhile does not see these pitches yet, so they wait for the name.
CREATE FUNCTION pitch_cards_of_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published uuid[] := ARRAY(SELECT a.id FROM added a WHERE a.status = 'published');
BEGIN
  IF published <> '{}' THEN
    PERFORM FROM users u WHERE u.id IN (SELECT a.owner_id FROM added a) ORDER BY u.id FOR SHARE;
    PERFORM refresh_pitch_cards(published);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER pitches_cards_added AFTER INSERT ON pitches REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_added();

-- Of what belongs to a pitch. Drafts as well: they may be published at this moment by somebody who does not see this change yet.
CREATE FUNCTION pitch_cards_of_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[] := ARRAY(SELECT DISTINCT p.pitch_id FROM parts p);
BEGIN
  IF changed <> '{}' THEN
    PERFORM refresh_pitch_cards(changed);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION pitch_cards_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY[OLD.pitch_id, NEW.pitch_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER pitch_protected_cards_added AFTER INSERT ON pitch_protected REFERENCING NEW TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_protected_cards_gone AFTER DELETE ON pitch_protected REFERENCING OLD TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_protected_card AFTER UPDATE ON pitch_protected FOR EACH ROW
  WHEN ((OLD.pitch_id, OLD.gate, OLD.body = '', OLD.plan IS NULL) IS DISTINCT FROM (NEW.pitch_id, NEW.gate, NEW.body = '', NEW.plan IS NULL))
  EXECUTE FUNCTION pitch_cards_of_part();
CREATE TRIGGER pitch_media_cards_added AFTER INSERT ON pitch_media REFERENCING NEW TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_media_cards_gone AFTER DELETE ON pitch_media REFERENCING OLD TABLE AS parts FOR EACH STATEMENT EXECUTE FUNCTION pitch_cards_of_parts();
CREATE TRIGGER pitch_media_card AFTER UPDATE ON pitch_media FOR EACH ROW
  WHEN ((OLD.pitch_id, OLD.file_id, OLD.kind) IS DISTINCT FROM (NEW.pitch_id, NEW.file_id, NEW.kind)) EXECUTE FUNCTION pitch_cards_of_part();

-- A file that goes takes its row of pitch_media along.
CREATE FUNCTION pitch_cards_of_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY(SELECT m.pitch_id FROM pitch_media m WHERE m.file_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER files_card AFTER UPDATE ON files FOR EACH ROW
  WHEN ((OLD.gate, OLD.width, OLD.height, OLD.blurhash) IS DISTINCT FROM (NEW.gate, NEW.width, NEW.height, NEW.blurhash)) EXECUTE FUNCTION pitch_cards_of_file();

CREATE FUNCTION pitch_cards_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY(SELECT p.id FROM pitches p WHERE p.owner_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER users_cards AFTER UPDATE ON users FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION pitch_cards_of_user();

CREATE FUNCTION pitch_cards_of_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_pitch_cards(ARRAY(SELECT p.id FROM pitches p WHERE p.owner_id = NEW.user_id));
  RETURN NULL;
END $$;
CREATE TRIGGER profiles_cards AFTER UPDATE ON profiles FOR EACH ROW WHEN (OLD.handle::text IS DISTINCT FROM NEW.handle::text) EXECUTE FUNCTION pitch_cards_of_profile();

-- migrate:down
