-- Where most of a split commune’s land went, its villages are put until somebody says that they lie there.
ALTER TABLE area_version ADD COLUMN assumed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN area_version.assumed IS 'A village that lies here because most of the land of its commune came here; nobody has said so of the village.';
UPDATE area_version SET assumed = true
WHERE area_id IN (
  SELECT v.area_id FROM area_version v JOIN area a ON a.area_id = v.area_id
  WHERE a.level = 'village' AND v.parent_id IN (
    SELECT old_id FROM area_lineage WHERE coalesce(detail, '') <> 'area_only' GROUP BY old_id HAVING count(*) > 1 AND bool_and(kind = 'part')))
  AND parent_id IN (SELECT new_id FROM area_lineage);
GRANT UPDATE ON area_version TO chungtay_app;

ALTER TABLE area_lineage ADD COLUMN land_km2 double precision;
COMMENT ON COLUMN area_lineage.land_km2 IS 'Land that went from the old unit to the new one, in km², measured on outlines; unknown where the old unit was never drawn.';

CREATE TABLE special_area (
  area_id       text NOT NULL REFERENCES area,
  list          text NOT NULL,
  valid_from    date NOT NULL,
  valid_to      date,
  decision      text NOT NULL,
  exit_decision text,
  seen_at       text NOT NULL,
  PRIMARY KEY (area_id, list, valid_from)
);
COMMENT ON TABLE special_area IS 'areas: an area on a list of an authority (poor districts, especially difficult communes) for a time, with the decisions that put it there and took it off. What the lists are is told by packs/vn/areas/special-lists.yaml.';

CREATE TABLE area_size (
  area_id text PRIMARY KEY REFERENCES area,
  km2     double precision,
  people  bigint,
  agrees  boolean
);
COMMENT ON TABLE area_size IS 'areas: published land and registered population of a commune of the list of 07/2025; agrees: its land is within a fifth of that of its outline.';

GRANT SELECT ON special_area TO chungtay_app;
GRANT SELECT ON area_size TO chungtay_app;

-- From a place on today's map to all areas whose land lies there.
CREATE INDEX area_today_path ON area_today (today_path);
