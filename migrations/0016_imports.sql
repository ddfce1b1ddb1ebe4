CREATE TABLE import_run (
  import_id       uuid PRIMARY KEY,
  area_path       text COLLATE "C" NOT NULL,
  area_id         text NOT NULL REFERENCES area,
  round_id        uuid NOT NULL REFERENCES round,
  kind            text NOT NULL CHECK (kind IN ('commune', 'aggregate')),
  file_name       text NOT NULL,
  file_hash       text NOT NULL,
  added           int NOT NULL,
  changed         int NOT NULL,
  same            int NOT NULL,
  figures         int NOT NULL,
  -- What the round was said to have listed before and since; both empty for a table of figures.
  coverage_before jsonb,
  coverage        jsonb,
  loaded_by       text,
  loaded_name     text,
  loaded_at       timestamptz NOT NULL,
  undone_by       text,
  undone_name     text,
  undone_at       timestamptz
);
COMMENT ON TABLE import_run IS 'interchange: a file that was loaded, and whether that was undone. What it wrote carries its id.';
CREATE INDEX import_run_list ON import_run (area_path, loaded_at);
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY import_run_in_area ON import_run
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT, UPDATE ON import_run TO chungtay_app;

-- What an import wrote is found again by its id. What was undone stays, marked so, and counts no longer.
ALTER TABLE household ADD COLUMN import_id uuid;
ALTER TABLE household ADD COLUMN undone_at timestamptz;
ALTER TABLE member ADD COLUMN import_id uuid;
ALTER TABLE member ADD COLUMN ended_import_id uuid;
ALTER TABLE member ADD COLUMN undone_at timestamptz;
ALTER TABLE class_record ADD COLUMN import_id uuid;
ALTER TABLE class_record ADD COLUMN replaced_import_id uuid;
ALTER TABLE class_record ADD COLUMN undone_at timestamptz;
CREATE INDEX household_of_import ON household (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX member_of_import ON member (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX member_ended_by_import ON member (ended_import_id) WHERE ended_import_id IS NOT NULL;
CREATE INDEX class_record_of_import ON class_record (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX class_record_replaced_by_import ON class_record (replaced_import_id) WHERE replaced_import_id IS NOT NULL;

ALTER TABLE statistic ADD COLUMN import_id uuid;
ALTER TABLE statistic ADD COLUMN undone_at timestamptz;
CREATE INDEX statistic_of_import ON statistic (import_id) WHERE import_id IS NOT NULL;
GRANT UPDATE ON statistic TO chungtay_app;

CREATE TABLE import_layout (
  layout_id  uuid PRIMARY KEY,
  area_path  text COLLATE "C" NOT NULL,
  heads      text NOT NULL,
  list       text NOT NULL,
  columns    jsonb NOT NULL,
  classes    jsonb NOT NULL,
  saved_by   text,
  saved_name text,
  saved_at   timestamptz NOT NULL
);
COMMENT ON TABLE import_layout IS 'interchange: how the columns of a sheet with these heads are read, as somebody of the area said it once. The latest of the same heads counts; rows are only ever added.';
CREATE INDEX import_layout_of ON import_layout (area_path, saved_at);
ALTER TABLE import_layout ENABLE ROW LEVEL SECURITY;
CREATE POLICY import_layout_in_area ON import_layout
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON import_layout TO chungtay_app;
