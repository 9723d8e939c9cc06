-- migrate:up
-- Released films with what they cost and took, for the context of comps. Amounts in US cents of their day; null: not recorded.
CREATE TABLE comp_titles (
  id text PRIMARY KEY,
  title text NOT NULL,
  year integer NOT NULL,
  genre text,
  creative_type text,
  budget_amount bigint,
  budget_currency text NOT NULL DEFAULT 'USD',
  gross_amount bigint,
  gross_currency text NOT NULL DEFAULT 'USD',
  CONSTRAINT comp_titles_amounts_check CHECK (budget_amount > 0 AND gross_amount > 0)
);
COMMENT ON COLUMN comp_titles.genre IS 'by the words of the source, which are not ours';
-- suggestions for a comp, by any part of the title
CREATE INDEX comp_titles_title_idx ON comp_titles USING gin (title gin_trgm_ops);

-- migrate:down
