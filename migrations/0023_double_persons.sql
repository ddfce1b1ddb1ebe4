CREATE TABLE duplicate_person (
  household_id       uuid NOT NULL,
  person_id          uuid NOT NULL,
  other_household_id uuid NOT NULL,
  other_person_id    uuid NOT NULL,
  area_path          text COLLATE "C" NOT NULL,
  village_id         text NOT NULL REFERENCES area,
  other_village_id   text NOT NULL REFERENCES area,
  score              int NOT NULL,
  state              text NOT NULL CHECK (state IN ('open', 'apart', 'settled')),
  -- The act that settled it; when that is taken back the pair is open again.
  act_id             uuid,
  search_id          uuid NOT NULL,
  PRIMARY KEY (household_id, person_id, other_household_id, other_person_id)
);
COMMENT ON TABLE duplicate_person IS 'households: a person who probably stands in two households that are not one, as a search found them, the smaller household id first; score in thousandths. area_path is what the paths of both begin with, so that only a post that holds both sees the pair. A work list made anew by each search; what was decided stands in duplicate_person_decision and household_event.';
CREATE INDEX duplicate_person_list ON duplicate_person (area_path, state, score);
CREATE INDEX duplicate_person_act ON duplicate_person (act_id) WHERE act_id IS NOT NULL;
ALTER TABLE duplicate_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_person_in_area ON duplicate_person
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_person TO chungtay_app;

CREATE TABLE duplicate_person_decision (
  household_id       uuid NOT NULL,
  person_id          uuid NOT NULL,
  other_household_id uuid NOT NULL,
  other_person_id    uuid NOT NULL,
  decision_id        uuid NOT NULL,
  area_path          text COLLATE "C" NOT NULL,
  kind               text NOT NULL CHECK (kind IN ('apart', 'reopened')),
  entered_by         text,
  entered_name       text,
  entered_at         timestamptz NOT NULL,
  PRIMARY KEY (household_id, person_id, decision_id)
);
COMMENT ON TABLE duplicate_person_decision IS 'households: that two persons are not one, so that it is not asked again, or that this was taken back. Rows are only ever added; the latest counts.';
ALTER TABLE duplicate_person_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_person_decision_in_area ON duplicate_person_decision
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON duplicate_person_decision TO chungtay_app;

ALTER TABLE duplicate_search ADD COLUMN found_persons int NOT NULL DEFAULT 0;

-- Who stood in two households belongs to one of them: both tell of it.
ALTER TABLE household_event DROP CONSTRAINT household_event_kind_check;
ALTER TABLE household_event ADD CONSTRAINT household_event_kind_check CHECK (kind IN (
  'split_from', 'split_off', 'merged_into', 'merged_from', 'moved_out', 'moved_in', 'ended',
  'head_changed', 'born', 'died', 'joined', 'left', 'married', 'found_elsewhere', 'found_here', 'undone'));
