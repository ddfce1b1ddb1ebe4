-- Areas are found in memory (docs/decisions/0008-areas-found-in-memory.md), where the words are made from the names.
DROP TABLE area_word;

CREATE TABLE area_change (
  change_id uuid PRIMARY KEY,
  area_ids  text[]
);
COMMENT ON TABLE area_change IS 'areas: one row for each transaction that changed what areas there are or what they are called. Rows are only ever added, so that their count tells what is kept in memory to be behind. area_ids are the areas that were added; null means that all must be read again.';
GRANT SELECT, INSERT ON area_change TO chungtay_app;
