-- The few measures that a table asks for, over all villages of a round, without reading the others.
CREATE INDEX village_figure_measure ON village_figure (round_id, standard_id, measure) INCLUDE (village_id, value);
DROP INDEX village_figure_round;

CREATE TABLE commune_figure (
  commune_id  text NOT NULL REFERENCES area,
  round_id    uuid NOT NULL REFERENCES round,
  standard_id text NOT NULL,
  measure     text NOT NULL,
  value       bigint NOT NULL,
  PRIMARY KEY (commune_id, round_id, standard_id, measure)
);
COMMENT ON TABLE commune_figure IS 'measures: the sums of village_figure by the commune in which the villages lay on the day of the round, made anew with them: the country has many more villages than communes. Whoever says that a village lay in another commune on that day must mark it.';
CREATE INDEX commune_figure_measure ON commune_figure (round_id, standard_id, measure) INCLUDE (commune_id, value);
INSERT INTO commune_figure (commune_id, round_id, standard_id, measure, value)
SELECT v.parent_id, f.round_id, f.standard_id, f.measure, sum(f.value)::int8
FROM village_figure f JOIN round r ON r.round_id = f.round_id
  JOIN area_version v ON v.area_id = f.village_id AND v.valid_from <= r.as_of AND (v.valid_to IS NULL OR v.valid_to >= r.as_of)
GROUP BY 1, 2, 3, 4;
GRANT SELECT ON commune_figure TO chungtay_app;

-- What was published for a day, wherever.
CREATE INDEX statistic_day ON statistic (as_of, measure, area_id);
