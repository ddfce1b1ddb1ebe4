-- What administrators change on the map: each act is a record with its day and resolution, and so is taking one back.
CREATE TABLE area_act (
  act_id       uuid PRIMARY KEY,
  area_path    text COLLATE "C" NOT NULL,
  kind         text NOT NULL CHECK (kind IN (
                 'rename', 'move_villages', 'merge_villages', 'split_village', 'merge_communes', 'split_commune', 'move_commune', 'undo')),
  day          date NOT NULL,
  resolution   text NOT NULL,
  request      jsonb NOT NULL,
  changes      jsonb NOT NULL,
  followed     jsonb NOT NULL,
  undoes       uuid UNIQUE REFERENCES area_act,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE area_act IS 'areas: a change of the map that an administrator made by a resolution, or (kind undo) took back. changes holds the rows of the catalogue that it took out and put in, so that it can be put on a new catalogue and taken back exactly; followed what went with it. Rows are only ever added.';
CREATE INDEX area_act_list ON area_act (area_path, entered_at);
ALTER TABLE area_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY area_act_in_area ON area_act
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON area_act TO chungtay_app;

CREATE TABLE path_move (
  act_id     uuid NOT NULL,
  table_name text NOT NULL,
  row_key    jsonb NOT NULL,
  old_path   text COLLATE "C" NOT NULL,
  new_path   text COLLATE "C" NOT NULL,
  PRIMARY KEY (act_id, table_name, row_key)
);
COMMENT ON TABLE path_move IS 'db: each row whose area_path a change of the map rewrote, by its key, with the path before and after: what is taken back goes where it was. Written by platform/db/repath alone, and not granted to the application role.';

CREATE TABLE post_move (
  post_id uuid NOT NULL REFERENCES post,
  act_id  uuid NOT NULL,
  from_id text NOT NULL REFERENCES area,
  to_id   text NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (post_id, act_id)
);
COMMENT ON TABLE post_move IS 'identity: a post that went from an area which ended to the one that followed it, by a change of the map or by taking one back. Rows are only ever added.';
GRANT SELECT, INSERT ON post_move TO chungtay_app;

-- What a list of an ended commune covered is said of its villages from the day of the change; sums by a commune that does not stand on the day go.
GRANT DELETE ON coverage TO chungtay_app;
GRANT DELETE ON commune_figure TO chungtay_app;
GRANT DELETE ON village_figure TO chungtay_app;
GRANT DELETE ON class_change TO chungtay_app;
GRANT DELETE ON class_trait TO chungtay_app;

-- A pair of households is seen by who sees both, wherever the map puts them.
GRANT UPDATE (area_path) ON duplicate_decision TO chungtay_app;
