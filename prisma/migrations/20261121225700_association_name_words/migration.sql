-- Suggestions look for associations by the words of their names at every letter typed.
CREATE INDEX "Association_name_words" ON "Association" USING GIN (to_tsvector('simple', fold("name"))) WITH (fastupdate = off);
