-- The few measures that a table asks for, over all villages of a round, without reading the others.
CREATE INDEX village_figure_measure ON village_figure (round_id, standard_id, measure) INCLUDE (village_id, value);
DROP INDEX village_figure_round;

-- What was published for a day, wherever.
CREATE INDEX statistic_day ON statistic (as_of, measure, area_id);
