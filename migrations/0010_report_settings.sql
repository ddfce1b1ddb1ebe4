CREATE TABLE class_trait (
  household_id      uuid NOT NULL,
  round_id          uuid NOT NULL REFERENCES round,
  standard_id       text NOT NULL,
  village_id        text NOT NULL REFERENCES area,
  area_path         text COLLATE "C" NOT NULL,
  ethnicity         text,
  causes            text[] NOT NULL,
  causes_unmapped   text[] NOT NULL,
  children          int,
  children_deprived jsonb NOT NULL,
  PRIMARY KEY (household_id, round_id, standard_id)
);
COMMENT ON TABLE class_trait IS 'households: what a current class record is counted by beside its class: ethnic group of the head and causes by code, the wordings that fit no cause, children, and of them the deprived by indicator (no entry: not known). Derived from class_record and member, and made anew with the figures of its village.';
CREATE INDEX class_trait_village ON class_trait (village_id, round_id);
ALTER TABLE class_trait ENABLE ROW LEVEL SECURITY;
CREATE POLICY class_trait_in_area ON class_trait
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
-- Only the one who recomputes writes it.
GRANT SELECT ON class_trait TO chungtay_app;

CREATE TABLE report_setting (
  setting_id   uuid PRIMARY KEY,
  province     text NOT NULL,
  name         text NOT NULL CHECK (name IN ('ethnic_columns')),
  value        jsonb NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE report_setting IS 'reports: what a province of today''s map chose for its tables, such as the ethnic groups that have a column. Rows are only ever added; the latest of a province and name counts. No personal data.';
CREATE INDEX report_setting_latest ON report_setting (province, name, entered_at);
GRANT SELECT, INSERT ON report_setting TO chungtay_app;

-- Lists that were recorded before there were traits are counted anew at the next reading.
INSERT INTO village_mark (mark_id, village_id, round_id)
SELECT gen_random_uuid(), village_id, round_id FROM (SELECT DISTINCT village_id, round_id FROM class_record) AS listed;
