-- Lists of areas that administrators add to those of the packs. What a list holds on a day follows from its acts.
CREATE TABLE special_list (
  list_id      uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('poor_district', 'difficult', 'coastal', 'minority_1', 'minority_2', 'minority_3', 'own', 'other')),
  name         text NOT NULL,
  level        text NOT NULL CHECK (level IN ('district', 'commune', 'village')),
  of_id        text NOT NULL REFERENCES area,
  authority    text NOT NULL,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE special_list IS 'areas: a list of areas by an authority (region III communes, a province’s own list), opened by an administrator for the area of_id. Its units come by acts.';

CREATE TABLE special_list_act (
  act_id       uuid PRIMARY KEY,
  list         text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('add', 'end', 'undo')),
  document     text NOT NULL,
  document_day date,
  title        text,
  valid_from   date,
  valid_to     date,
  complete     boolean,
  undoes       uuid UNIQUE REFERENCES special_list_act,
  entered_by   text,
  entered_name text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE special_list_act IS 'areas: units put on a list from a day on (add), taken off after a day (end; all of the list where special_list_unit names none), or one of these taken back (undo), each by a document. list is the id of a special_list, or of a list of packs/vn/areas/special-lists.yaml. complete: with it all that the document names is on record. Rows are only ever added.';
CREATE INDEX special_list_act_of ON special_list_act (list, entered_at);

CREATE TABLE special_list_unit (
  act_id  uuid NOT NULL REFERENCES special_list_act,
  area_id text NOT NULL REFERENCES area,
  PRIMARY KEY (act_id, area_id)
);
COMMENT ON TABLE special_list_unit IS 'areas: an area that an act on a special list is about. Rows are only ever added.';
CREATE INDEX special_list_unit_area ON special_list_unit (area_id);

GRANT SELECT, INSERT ON special_list TO chungtay_app;
GRANT SELECT, INSERT ON special_list_act TO chungtay_app;
GRANT SELECT, INSERT ON special_list_unit TO chungtay_app;
