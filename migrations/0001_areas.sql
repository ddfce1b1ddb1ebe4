-- The role that every request runs as. It may log in to Citus workers; it owns nothing and bypasses nothing.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chungtay_app') THEN CREATE ROLE chungtay_app NOSUPERUSER NOBYPASSRLS; END IF;
  -- Who owns the database must be able to become that role for each transaction.
  IF NOT pg_has_role(current_user, 'chungtay_app', 'MEMBER') THEN GRANT chungtay_app TO CURRENT_USER; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO chungtay_app;

CREATE TABLE area (
  area_id   text PRIMARY KEY,
  code      text,
  level     text NOT NULL CHECK (level IN ('country', 'province', 'district', 'commune', 'village')),
  epoch     text CHECK (epoch IN ('census_2009', 'three_level', 'two_level')),
  area_path text COLLATE "C",
  source    text NOT NULL CHECK (source IN ('pack', 'officer'))
);
COMMENT ON TABLE area IS 'areas: a node of the administrative tree. Its id is its reference: code and first day, or the UUIDv7 of a village. area_path is its place on today''s map, null for what has ended.';
CREATE INDEX area_code ON area (code);
CREATE INDEX area_by_path ON area (area_path);

CREATE TABLE area_version (
  area_id      text NOT NULL REFERENCES area,
  valid_from   date NOT NULL,
  valid_to     date,
  since_before boolean NOT NULL DEFAULT false,
  name         text NOT NULL,
  kind         text NOT NULL,
  parent_id    text REFERENCES area,
  urban        boolean,
  sort_key     text COLLATE "C" NOT NULL,
  PRIMARY KEY (area_id, valid_from),
  CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE area_version IS 'areas: what an area was called, of what kind it was and what it lay in, from day to day. since_before: it is older than valid_from and its first day is not on record.';
CREATE INDEX area_version_parent ON area_version (parent_id, valid_from);

CREATE TABLE area_lineage (
  old_id     text NOT NULL REFERENCES area,
  new_id     text NOT NULL REFERENCES area,
  day        date NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('whole', 'part')),
  detail     text,
  share      double precision,
  basis      text NOT NULL CHECK (basis IN ('resolution', 'published', 'overlap')),
  resolution text,
  PRIMARY KEY (old_id, new_id)
);
COMMENT ON TABLE area_lineage IS 'areas: which unit went into which, on what day, by which resolution. share is the estimated part of the old unit''s land, never of its people.';
CREATE INDEX area_lineage_new ON area_lineage (new_id);

CREATE TABLE area_today (
  area_id    text NOT NULL REFERENCES area,
  today_path text COLLATE "C" NOT NULL,
  main       boolean NOT NULL,
  PRIMARY KEY (area_id, today_path)
);
COMMENT ON TABLE area_today IS 'areas: where the land of any area lies on today''s map; main marks the one with the largest share.';

CREATE TABLE area_region (
  province_id text NOT NULL REFERENCES area,
  valid_from  date NOT NULL,
  valid_to    date,
  code        text NOT NULL,
  name        text NOT NULL,
  source      text NOT NULL,
  PRIMARY KEY (province_id, valid_from)
);
COMMENT ON TABLE area_region IS 'areas: the socio-economic region of a province, with the resolution that draws the regions.';

CREATE TABLE area_word (
  word    text COLLATE "C" NOT NULL,
  area_id text NOT NULL REFERENCES area,
  own     boolean NOT NULL,
  PRIMARY KEY (word, area_id)
);
COMMENT ON TABLE area_word IS 'areas: the folded words by which an area is found: of its own names and code, and (own = false) of what it lies in.';
CREATE INDEX area_word_area ON area_word (area_id);

-- Areas are known to all; only villages are added by posts, and only inside their own area.
ALTER TABLE area ENABLE ROW LEVEL SECURITY;
CREATE POLICY area_read ON area FOR SELECT USING (true);
CREATE POLICY area_write ON area FOR INSERT
  WITH CHECK (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON area TO chungtay_app;
GRANT SELECT, INSERT ON area_version TO chungtay_app;
GRANT SELECT ON area_lineage TO chungtay_app;
GRANT SELECT, INSERT ON area_today TO chungtay_app;
GRANT SELECT ON area_region TO chungtay_app;
GRANT SELECT, INSERT ON area_word TO chungtay_app;
