CREATE TABLE scenario (
  scenario_id uuid PRIMARY KEY,
  area_id     text NOT NULL REFERENCES area,
  area_path   text COLLATE "C" NOT NULL,
  period      text NOT NULL,
  name        text NOT NULL,
  changes     jsonb NOT NULL,
  cost        jsonb,
  moves       jsonb NOT NULL,
  saved_by    text,
  saved_name  text,
  saved_at    timestamptz NOT NULL,
  removed_by  text,
  removed_at  timestamptz
);
COMMENT ON TABLE scenario IS 'analysis: other rules that were tried over the register of an area, with what they gave on the day they were saved. A removed one stays, marked so.';
CREATE INDEX scenario_by_path ON scenario (area_path);
ALTER TABLE scenario ENABLE ROW LEVEL SECURITY;
CREATE POLICY scenario_in_area ON scenario
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT, UPDATE ON scenario TO chungtay_app;
