-- migrate:up
-- What a person has made, as they say it themselves. The list is written as a whole, so its place is its key.
CREATE TABLE profile_credits (
  user_id uuid NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  year integer,
  role text NOT NULL,
  note text NOT NULL DEFAULT '',
  CONSTRAINT profile_credits_pkey PRIMARY KEY (user_id, position),
  CONSTRAINT profile_credits_year_check CHECK (year BETWEEN 1888 AND 2100),
  CONSTRAINT profile_credits_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- migrate:down
