CREATE TABLE village_figure (
  village_id  text NOT NULL REFERENCES area,
  round_id    uuid NOT NULL REFERENCES round,
  standard_id text NOT NULL,
  measure     text NOT NULL,
  value       bigint NOT NULL,
  PRIMARY KEY (village_id, round_id, standard_id, measure)
);
COMMENT ON TABLE village_figure IS 'measures: the additive measures of a village in a round. Every figure above is a sum of these.';
CREATE INDEX village_figure_round ON village_figure (round_id, standard_id);

CREATE TABLE village_mark (
  mark_id    uuid PRIMARY KEY,
  village_id text NOT NULL,
  round_id   uuid NOT NULL
);
COMMENT ON TABLE village_mark IS 'measures: villages whose figures must be computed anew. Only ever added to by those who write, and emptied by the one who recomputes.';
CREATE INDEX village_mark_of ON village_mark (village_id, round_id);

CREATE TABLE statistic (
  statistic_id uuid PRIMARY KEY,
  area_id      text NOT NULL REFERENCES area,
  as_of        date NOT NULL,
  measure      text NOT NULL,
  value        bigint NOT NULL,
  source       jsonb NOT NULL,
  entered_by   text,
  entered_at   timestamptz NOT NULL
);
COMMENT ON TABLE statistic IS 'measures: figures published elsewhere, with their source and day. Never summed with households, never computed back. The latest entry counts.';
CREATE INDEX statistic_of ON statistic (area_id, as_of, measure, entered_at);

CREATE TABLE coverage (
  area_id    text NOT NULL REFERENCES area,
  round_id   uuid NOT NULL REFERENCES round,
  classes    text[] NOT NULL,
  indicators text[] NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (area_id, round_id)
);
COMMENT ON TABLE coverage IS 'measures: which classes a round listed in a commune (or in a village, while only some are finished), and which indicators it asked. Outside it a measure is unknown, not zero.';

-- No personal data: figures are guarded by the check that an area lies wholly inside the post.
GRANT SELECT ON village_figure TO chungtay_app;
GRANT INSERT ON village_mark TO chungtay_app;
GRANT SELECT, INSERT ON statistic TO chungtay_app;
GRANT SELECT, INSERT, UPDATE ON coverage TO chungtay_app;
