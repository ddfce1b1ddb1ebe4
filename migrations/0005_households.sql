CREATE TABLE household (
  household_id uuid PRIMARY KEY,
  area_path    text COLLATE "C" NOT NULL,
  village_id   text NOT NULL REFERENCES area,
  number       text,
  source       text NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE household IS 'households: a household of the register, in the village where it lives now.';
CREATE INDEX household_by_path ON household (area_path);
CREATE INDEX household_by_village ON household (village_id);

CREATE TABLE member (
  household_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  area_path    text COLLATE "C" NOT NULL,
  person_id    uuid NOT NULL,
  position     int NOT NULL,
  name         text NOT NULL,
  head         boolean NOT NULL,
  relation     text,
  sex          text CHECK (sex IN ('male', 'female')),
  birth        text,
  ethnicity    text,
  id_number    text,
  valid_from   date NOT NULL,
  valid_to     date,
  source       text NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL,
  PRIMARY KEY (household_id, member_id)
);
COMMENT ON TABLE member IS 'households: a person as a member of one household for a time. Who changes household ends one row and begins another with the same person_id; a correction does likewise.';
CREATE INDEX member_by_path ON member (area_path);
CREATE INDEX member_by_id_number ON member (id_number) WHERE id_number IS NOT NULL;

CREATE TABLE household_name_token (
  household_id uuid NOT NULL,
  area_path    text COLLATE "C" NOT NULL,
  token        text COLLATE "C" NOT NULL,
  PRIMARY KEY (household_id, token)
);
COMMENT ON TABLE household_name_token IS 'households: the folded words of the names of a household''s members, past and present, for searching without diacritics.';
CREATE INDEX household_name_token_search ON household_name_token (token, area_path);

CREATE TABLE class_record (
  household_id    uuid NOT NULL,
  round_id        uuid NOT NULL REFERENCES round,
  standard_id     text NOT NULL,
  revision        int NOT NULL,
  current         boolean NOT NULL DEFAULT true,
  area_path       text COLLATE "C" NOT NULL,
  village_id      text NOT NULL REFERENCES area,
  head_name       text NOT NULL,
  head_sort_key   text COLLATE "C" NOT NULL,
  size            int,
  class           text NOT NULL,
  computed_class  text NOT NULL,
  stated_class    text,
  decision_number text,
  decision_day    date,
  income          bigint,
  b1              int,
  b2              int,
  deprived        int NOT NULL,
  unknown         int NOT NULL,
  deprived_count  int NOT NULL,
  minority        boolean,
  no_labour       boolean,
  merit           boolean,
  causes          text[] NOT NULL,
  facts           jsonb NOT NULL,
  standard_hash   text NOT NULL,
  result          jsonb NOT NULL,
  area_kind       text CHECK (area_kind IN ('rural', 'urban')),
  intake_hash     text NOT NULL,
  source          text NOT NULL,
  entered_by      text,
  entered_name    text,
  entered_at      timestamptz NOT NULL,
  PRIMARY KEY (household_id, round_id, standard_id, revision)
);
COMMENT ON TABLE class_record IS 'households: the class of a household in a round under a standard, with the facts that it rests on and the result of classifying them, steps included. class is the official one: the stated where a decision made it so, else the computed. deprived and unknown are masks by the standard''s order of indicators. intake_hash is the fingerprint of what was handed in, so that the same list twice changes nothing. A correction is a new revision; the old one stays.';
CREATE INDEX class_record_list ON class_record (round_id, standard_id, area_path, head_sort_key, household_id) WHERE current;
CREATE INDEX class_record_village ON class_record (village_id, round_id) WHERE current;

ALTER TABLE household ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_in_area ON household
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
CREATE POLICY member_in_area ON member
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
ALTER TABLE household_name_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_name_token_in_area ON household_name_token
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
ALTER TABLE class_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY class_record_in_area ON class_record
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));

GRANT SELECT, INSERT, UPDATE ON household TO chungtay_app;
GRANT SELECT, INSERT, UPDATE ON member TO chungtay_app;
GRANT SELECT, INSERT ON household_name_token TO chungtay_app;
GRANT SELECT, INSERT, UPDATE ON class_record TO chungtay_app;
