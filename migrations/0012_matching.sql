-- Where a household went when it was found to be another one; null again when that is undone. How and by whom stands in household_event.
ALTER TABLE household ADD COLUMN merged_into uuid;
CREATE INDEX household_merged_into ON household (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE duplicate_search (
  search_id    uuid PRIMARY KEY,
  area_id      text NOT NULL REFERENCES area,
  area_path    text COLLATE "C" NOT NULL,
  households   int NOT NULL,
  persons      int NOT NULL,
  found        int NOT NULL,
  skipped      int NOT NULL,
  names        jsonb NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE duplicate_search IS 'households: a search for households that are in the register twice. names holds how often names were borne, those of fewer than five left out, so that a pair is judged later as it was found.';
CREATE INDEX duplicate_search_by_path ON duplicate_search (area_path, entered_at);

CREATE TABLE duplicate_pair (
  household_id       uuid NOT NULL,
  other_household_id uuid NOT NULL,
  area_path          text COLLATE "C" NOT NULL,
  village_id         text NOT NULL REFERENCES area,
  other_village_id   text NOT NULL REFERENCES area,
  score              int NOT NULL,
  state              text NOT NULL CHECK (state IN ('open', 'apart', 'merged')),
  search_id          uuid NOT NULL,
  PRIMARY KEY (household_id, other_household_id)
);
COMMENT ON TABLE duplicate_pair IS 'households: two households that are probably one, as a search found them, the smaller id first; score in thousandths. area_path is what the paths of both begin with, so that only a post that holds both sees the pair. A work list made anew by each search; what was decided stands in duplicate_decision and household_event.';
CREATE INDEX duplicate_pair_list ON duplicate_pair (area_path, state, score);

CREATE TABLE duplicate_decision (
  household_id       uuid NOT NULL,
  other_household_id uuid NOT NULL,
  decision_id        uuid NOT NULL,
  area_path          text COLLATE "C" NOT NULL,
  kind               text NOT NULL CHECK (kind IN ('apart', 'reopened')),
  entered_by         text,
  entered_name       text,
  entered_at         timestamptz NOT NULL,
  PRIMARY KEY (household_id, other_household_id, decision_id)
);
COMMENT ON TABLE duplicate_decision IS 'households: that two households are not one, so that it is not asked again, or that this was taken back. Rows are only ever added; the latest counts.';

ALTER TABLE duplicate_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_search_in_area ON duplicate_search
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
ALTER TABLE duplicate_pair ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_pair_in_area ON duplicate_pair
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
ALTER TABLE duplicate_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_decision_in_area ON duplicate_decision
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));

GRANT SELECT, INSERT ON duplicate_search TO chungtay_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_pair TO chungtay_app;
GRANT SELECT, INSERT ON duplicate_decision TO chungtay_app;
