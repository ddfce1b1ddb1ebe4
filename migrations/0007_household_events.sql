CREATE TABLE household_event (
  household_id       uuid NOT NULL,
  event_id           uuid NOT NULL,
  area_path          text COLLATE "C" NOT NULL,
  village_id         text NOT NULL REFERENCES area,
  kind               text NOT NULL CHECK (kind IN (
                       'split_from', 'split_off', 'merged_into', 'merged_from', 'moved_out', 'moved_in', 'ended',
                       'head_changed', 'born', 'died', 'joined', 'left', 'married', 'undone')),
  day                date NOT NULL,
  other_household_id uuid,
  other_village_id   text REFERENCES area,
  person_id          uuid,
  -- Several events may be one act (a couple marries and splits off): they share it, and are undone together.
  act_id             uuid NOT NULL,
  details            jsonb NOT NULL,
  source             text NOT NULL,
  entered_by         text,
  entered_name       text,
  entered_at         timestamptz NOT NULL,
  PRIMARY KEY (household_id, event_id)
);
COMMENT ON TABLE household_event IS 'households: what happened to a household and its persons, from split to death. Rows are only ever added; an act is taken back by events of kind undone with the same act.';
CREATE INDEX household_event_act ON household_event (act_id);
CREATE INDEX household_event_village ON household_event (village_id, day);
ALTER TABLE household_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_event_in_area ON household_event
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON household_event TO chungtay_app;
