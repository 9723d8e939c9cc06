-- migrate:up
-- Where the edge saw a sign-in come from, for the person's own list of devices.
ALTER TABLE sessions ADD COLUMN place text;
-- ends the open links of a person after a reset
CREATE INDEX verifications_value_idx ON verifications (value);

-- migrate:down
