-- migrate:up
-- Requests, written in batches by a queue. A day is kept for two weeks, put away as gzip NDJSON and dropped; the hourly roll-ups stay.
CREATE TABLE request_logs (
  at timestamptz NOT NULL,
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
CREATE TABLE request_logs_default PARTITION OF request_logs DEFAULT;
COMMENT ON COLUMN request_logs.cache IS 'tier that answered, by namespace';

CREATE TABLE request_stats_hourly (
  hour timestamptz NOT NULL,
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
COMMENT ON COLUMN request_stats_hourly.slow IS 'requests of 500 ms and more';

CREATE TABLE cache_reads_hourly (
  hour timestamptz NOT NULL,
  namespace text NOT NULL,
  tier text NOT NULL,
  reads integer NOT NULL DEFAULT 0,
  CONSTRAINT cache_reads_hourly_pkey PRIMARY KEY (hour, namespace, tier)
);

-- What was put away, so that a day is dropped only when all of it is.
CREATE TABLE log_archives (
  day date PRIMARY KEY,
  lines integer NOT NULL,
  parts integer NOT NULL,
  bytes bigint NOT NULL,
  archived_at timestamptz NOT NULL
);

-- migrate:down
