-- migrate:up
-- Which part of a picture a poster shows, in pixels of the whole picture, whose bytes lie beside the poster's. No row: all of it.
CREATE TABLE poster_crops (
  file_id uuid PRIMARY KEY,
  x integer NOT NULL,
  y integer NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  whole_width integer NOT NULL,
  whole_height integer NOT NULL,
  CONSTRAINT poster_crops_inside_check CHECK (x >= 0 AND y >= 0 AND width > 0 AND height > 0 AND x + width <= whole_width AND y + height <= whole_height),
  CONSTRAINT poster_crops_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
);

-- migrate:down
