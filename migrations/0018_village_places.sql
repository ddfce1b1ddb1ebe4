-- Where villages are. No catalogue has it: it is given by hand or by a list, and a later record takes the place of an earlier one.
CREATE TABLE village_place (
  place_id     uuid PRIMARY KEY,
  village_id   text NOT NULL REFERENCES area,
  lat          double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon          double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
  source       text NOT NULL,
  mark         text NOT NULL CHECK (mark IN ('stated', 'made_up')),
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE village_place IS 'areas: a point that stands for a village on maps, in degrees of WGS 84, with who said so and from what. Rows are only ever added; the latest of a village counts.';
CREATE INDEX village_place_of ON village_place (village_id, entered_at);
GRANT SELECT, INSERT ON village_place TO chungtay_app;
