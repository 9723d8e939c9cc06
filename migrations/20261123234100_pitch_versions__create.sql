-- migrate:up
-- Fields in which two snapshots differ, in the order of their names; none when there is no earlier one.
CREATE FUNCTION changed_keys(earlier jsonb, later jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(k.key ORDER BY k.key), '{}')
  FROM (SELECT jsonb_object_keys(earlier) AS key UNION SELECT jsonb_object_keys(later)) k
  WHERE earlier IS NOT NULL AND earlier -> k.key IS DISTINCT FROM later -> k.key
$$;

-- What a pitch was, for its owner only: the snapshot holds protected texts too. Saves of one author within ten minutes share a row.
CREATE TABLE pitch_versions (
  pitch_id uuid NOT NULL,
  version integer NOT NULL,
  author_id uuid,
  kind text NOT NULL,
  restored_from integer,
  changed text[] NOT NULL DEFAULT '{}',
  snapshot jsonb NOT NULL,
  began_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  published_at timestamptz,
  CONSTRAINT pitch_versions_pkey PRIMARY KEY (pitch_id, version),
  CONSTRAINT pitch_versions_kind_check CHECK (kind IN ('created', 'found', 'edited', 'restored')),
  CONSTRAINT pitch_versions_restored_from_check CHECK ((restored_from IS NOT NULL) = (kind = 'restored')),
  CONSTRAINT pitch_versions_pitch_id_fkey FOREIGN KEY (pitch_id) REFERENCES pitches (id) ON DELETE CASCADE,
  CONSTRAINT pitch_versions_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL
);
COMMENT ON COLUMN pitch_versions.kind IS 'found: how it was before the first change that was written down';
COMMENT ON COLUMN pitch_versions.published_at IS 'when this very version went to the market; it is kept as it was then';
CREATE INDEX pitch_versions_author_id_idx ON pitch_versions (author_id);

-- migrate:down
