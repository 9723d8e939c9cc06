-- migrate:up
-- One index for threads and answers alike: deleting a pitch looks for both, and a partial index serves no foreign key.
DROP INDEX pitch_comments_pitch_id_idx;
CREATE INDEX pitch_comments_pitch_id_idx ON pitch_comments (pitch_id);

-- migrate:down
