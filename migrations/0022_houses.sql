-- What is told of the house itself. Nothing is overwritten: another place or photograph is another row, the latest day counts.
CREATE TABLE house_place (
  household_id uuid NOT NULL,
  place_id     uuid NOT NULL,
  area_path    text COLLATE "C" NOT NULL,
  village_id   text NOT NULL REFERENCES area,
  day          date NOT NULL,
  latitude     double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude    double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  -- Metres, as the device told it; null where it was typed.
  accuracy     int CHECK (accuracy >= 0),
  origin       text NOT NULL CHECK (origin IN ('device', 'typed')),
  source       text NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL,
  PRIMARY KEY (household_id, place_id)
);
COMMENT ON TABLE house_place IS 'households: where the house of a household stands, as it was found on a day. Rows are only ever added; the latest day counts, of one day the latest entered.';
CREATE INDEX house_place_by_path ON house_place (area_path);
ALTER TABLE house_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY house_place_in_area ON house_place
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON house_place TO chungtay_app;

CREATE TABLE house_photo (
  household_id uuid NOT NULL,
  photo_id     uuid NOT NULL,
  area_path    text COLLATE "C" NOT NULL,
  village_id   text NOT NULL REFERENCES area,
  day          date NOT NULL,
  type         text NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
  width        int NOT NULL,
  height       int NOT NULL,
  bytes        bytea NOT NULL,
  source       text NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL,
  PRIMARY KEY (household_id, photo_id)
);
COMMENT ON TABLE house_photo IS 'households: a photograph of the house as it looked on a day, kept without what a camera writes beside the picture. Rows are only ever added; the latest day counts, of one day the latest entered.';
CREATE INDEX house_photo_by_path ON house_photo (area_path);
ALTER TABLE house_photo ENABLE ROW LEVEL SECURITY;
CREATE POLICY house_photo_in_area ON house_photo
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON house_photo TO chungtay_app;
