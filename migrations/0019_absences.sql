CREATE TABLE household_absence (
  household_id  uuid NOT NULL,
  absence_id    uuid NOT NULL,
  area_path     text COLLATE "C" NOT NULL,
  village_id    text NOT NULL REFERENCES area,
  round_id      uuid NOT NULL REFERENCES round,
  -- The list that does not name the household; empty where it was no import.
  import_id     uuid,
  source        text NOT NULL,
  head_name     text NOT NULL,
  -- What the register said last: the class, of which round, and the revision in the round of the list, 0 where it had none.
  last_class    text NOT NULL,
  last_round_id uuid NOT NULL REFERENCES round,
  revision      int NOT NULL,
  -- Whether the list names those that left poverty too, so that a household may not have left it unnamed.
  names_exits   boolean NOT NULL,
  asked_at      timestamptz NOT NULL,
  -- Empty while it is still to be asked.
  answer        text CHECK (answer IN ('left_out', 'moved', 'ended', 'merged', 'left_poverty')),
  day           date,
  note          text,
  act_id        uuid,
  answered_import_id uuid,
  answered_by   text,
  answered_name text,
  answered_at   timestamptz,
  undone_at     timestamptz,
  PRIMARY KEY (household_id, absence_id)
);
COMMENT ON TABLE household_absence IS 'households: a household that stood on the last list and is not named by a new one, and what was found to have become of it. It is answered once, when the list is loaded or later; what was answered becomes an act or a class of its own.';
CREATE INDEX household_absence_list ON household_absence (area_path) WHERE undone_at IS NULL;
CREATE INDEX household_absence_of_import ON household_absence (import_id) WHERE import_id IS NOT NULL;
ALTER TABLE household_absence ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_absence_in_area ON household_absence
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT, UPDATE ON household_absence TO chungtay_app;

-- Which rows are the head of a sheet, counted from where one was found by itself; empty where that is right. Columns of JSON null are told by their heads.
ALTER TABLE import_layout ADD COLUMN head jsonb;

-- Whether the list itself says that a household is new in its class, in it again or still in it.
ALTER TABLE class_record ADD COLUMN stated_standing text CHECK (stated_standing IN ('new', 'again', 'still'));

-- An act that answers for an import is taken back with it.
ALTER TABLE household_event ADD COLUMN import_id uuid;
CREATE INDEX household_event_of_import ON household_event (import_id) WHERE import_id IS NOT NULL;
