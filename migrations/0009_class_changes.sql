CREATE TABLE class_change (
  household_id       uuid NOT NULL,
  round_id           uuid NOT NULL REFERENCES round,
  village_id         text NOT NULL REFERENCES area,
  class              text NOT NULL CHECK (class IN ('poor', 'near_poor')),
  change             text NOT NULL,
  area_path          text COLLATE "C" NOT NULL,
  why                text,
  households         int NOT NULL,
  persons            int,
  before_round_id    uuid NOT NULL REFERENCES round,
  record_round_id    uuid NOT NULL REFERENCES round,
  record_standard_id text NOT NULL,
  PRIMARY KEY (household_id, round_id, village_id, class, change)
);
COMMENT ON TABLE class_change IS 'households: how a household came into a class or out of it in a village from one list to the next. Derived from class_record, household_event and coverage, and made anew with the figures of its village; record_round_id is the list that tells of the household there. households is 0 where only its number of persons changed.';
CREATE INDEX class_change_village ON class_change (village_id, round_id);
CREATE INDEX class_change_list ON class_change (round_id, class, change);

ALTER TABLE class_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY class_change_in_area ON class_change
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
-- Only the one who recomputes writes it.
GRANT SELECT ON class_change TO chungtay_app;

-- Lists that were recorded before there were changes are compared at the next reading.
INSERT INTO village_mark (mark_id, village_id, round_id)
SELECT gen_random_uuid(), village_id, round_id FROM (
  SELECT village_id, round_id FROM class_record
  UNION
  SELECT v.area_id, k.round_id
  FROM coverage k JOIN round r USING (round_id) JOIN area_version v ON k.area_id IN (v.area_id, v.parent_id)
    JOIN area a ON a.area_id = v.area_id AND a.level = 'village'
  WHERE v.valid_from <= r.as_of AND (v.valid_to IS NULL OR v.valid_to >= r.as_of)) AS listed;
