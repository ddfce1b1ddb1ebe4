-- A household that moves is found by its names in the old village, where its records lie, and in the new one.
ALTER TABLE household_name_token DROP CONSTRAINT household_name_token_pkey;
ALTER TABLE household_name_token ADD PRIMARY KEY (household_id, area_path, token);

CREATE TABLE member_correction (
  household_id  uuid NOT NULL,
  correction_id uuid NOT NULL,
  area_path     text COLLATE "C" NOT NULL,
  village_id    text NOT NULL REFERENCES area,
  person_id     uuid NOT NULL,
  field         text NOT NULL CHECK (field IN ('name', 'birth', 'sex', 'id_number', 'ethnicity', 'relation')),
  old_value     text,
  new_value     text,
  reason        text NOT NULL,
  paper         text,
  asked_by      text,
  asked_name    text,
  asked_at      timestamptz NOT NULL,
  -- Empty until another person than the one who asked has decided.
  accepted      boolean,
  note          text,
  decided_by    text,
  decided_name  text,
  decided_at    timestamptz,
  PRIMARY KEY (household_id, correction_id)
);
COMMENT ON TABLE member_correction IS 'households: a wish to correct what identifies a person, asked by one and decided by another. What is accepted becomes a new row of member; the request itself is decided once and never changed.';
CREATE INDEX member_correction_open ON member_correction (area_path) WHERE accepted IS NULL;
ALTER TABLE member_correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY member_correction_in_area ON member_correction
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT, UPDATE ON member_correction TO chungtay_app;

CREATE TABLE household_ledger_closing (
  village_id   text NOT NULL REFERENCES area,
  month        text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  area_path    text COLLATE "C" NOT NULL,
  closing_id   uuid NOT NULL,
  households   int NOT NULL,
  persons      int NOT NULL,
  fingerprint  text NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL,
  PRIMARY KEY (village_id, month)
);
COMMENT ON TABLE household_ledger_closing IS 'households: the ledger of a village as it was closed for a month: how many households and persons, and the fingerprint of all lines. A month is closed once; what is corrected later shows against it.';
ALTER TABLE household_ledger_closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_ledger_closing_in_area ON household_ledger_closing
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON household_ledger_closing TO chungtay_app;

CREATE TABLE household_ledger_line (
  household_id uuid NOT NULL,
  closing_id   uuid NOT NULL,
  area_path    text COLLATE "C" NOT NULL,
  village_id   text NOT NULL REFERENCES area,
  number       int NOT NULL,
  content      jsonb NOT NULL,
  PRIMARY KEY (household_id, closing_id)
);
COMMENT ON TABLE household_ledger_line IS 'households: a household in a closed ledger, as it stood. number is its place in the book of the village, given at its first closing and never to another household.';
CREATE INDEX household_ledger_line_closing ON household_ledger_line (closing_id);
ALTER TABLE household_ledger_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_ledger_line_in_area ON household_ledger_line
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON household_ledger_line TO chungtay_app;
