-- migrate:up
-- A reel is shown by a picture out of it until it plays. The picture is a still of its own, and goes where the reel goes.
ALTER TABLE pitch_media ADD COLUMN frame_of uuid;
ALTER TABLE pitch_media
  ADD CONSTRAINT pitch_media_frame_of_check CHECK (frame_of IS NULL OR kind = 'gallery'),
  ADD CONSTRAINT pitch_media_frame_of_fkey FOREIGN KEY (frame_of) REFERENCES files (id) ON DELETE CASCADE;
COMMENT ON COLUMN pitch_media.frame_of IS 'the reel that this picture stands for; it is no still of the gallery';
-- a pitch in full: the picture of each of its reels; one a reel
CREATE UNIQUE INDEX pitch_media_frame_of_key ON pitch_media (frame_of);

ALTER TABLE uploads ADD COLUMN frame_of uuid;
ALTER TABLE uploads ADD CONSTRAINT uploads_frame_of_fkey FOREIGN KEY (frame_of) REFERENCES files (id) ON DELETE SET NULL;
-- deletion of a reel: uploads of its picture that are under way
CREATE INDEX uploads_frame_of_idx ON uploads (frame_of);

-- migrate:down
