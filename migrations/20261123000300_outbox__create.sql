-- migrate:up
-- Everything that leaves the database leaves through here: written in the transaction of the fact, relayed by a queue.
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  status text NOT NULL DEFAULT 'pending',
  attempts integer NOT NULL DEFAULT 0,
  available_at timestamptz NOT NULL DEFAULT now(),
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  CONSTRAINT outbox_status_check CHECK (status IN ('pending', 'done', 'dead'))
);
-- the sweeper takes what is due
CREATE INDEX outbox_pending_idx ON outbox (available_at) WHERE status = 'pending';
-- the nightly clean-up of settled rows
CREATE INDEX outbox_settled_at_idx ON outbox (settled_at) WHERE status = 'done';

-- One row for each accepted Idempotency-Key: the same key with the same body gets the same answer.
CREATE TABLE idempotency_keys (
  user_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, key),
  CONSTRAINT idempotency_keys_key_check CHECK (length(key) BETWEEN 1 AND 255),
  CONSTRAINT idempotency_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- the nightly sweep of keys older than a day
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);

-- migrate:down
