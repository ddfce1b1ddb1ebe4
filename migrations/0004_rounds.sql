CREATE TABLE round (
  round_id  uuid PRIMARY KEY,
  area_id   text NOT NULL REFERENCES area,
  year      int NOT NULL,
  as_of     date NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('yearly', 'monthly')),
  opened_by text,
  opened_at timestamptz NOT NULL,
  UNIQUE (area_id, as_of)
);
COMMENT ON TABLE round IS 'rounds: one review of households in an area, which shows the situation on a day.';

CREATE TABLE round_standard (
  round_id    uuid NOT NULL REFERENCES round,
  standard_id text NOT NULL,
  official    boolean NOT NULL,
  PRIMARY KEY (round_id, standard_id)
);
COMMENT ON TABLE round_standard IS 'rounds: the standards that a round classifies by; exactly one is official, always a national one.';
CREATE UNIQUE INDEX round_official ON round_standard (round_id) WHERE official;

GRANT SELECT, INSERT ON round TO chungtay_app;
GRANT SELECT, INSERT ON round_standard TO chungtay_app;
