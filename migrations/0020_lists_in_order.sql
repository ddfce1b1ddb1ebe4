-- The register in each order that it is offered in: by round and class, so that a page is read from the place where it begins, however many there are. They hold
-- what row-level security and the commonest filter ask for, so that only the rows of the page are fetched.
CREATE INDEX class_record_by_name ON class_record (round_id, standard_id, class, head_sort_key, household_id) INCLUDE (area_path, deprived) WHERE current;
CREATE INDEX class_record_by_deprived ON class_record (round_id, standard_id, class, deprived_count, household_id) INCLUDE (area_path, deprived) WHERE current;
-- CASE and not coalesce: under row-level security a condition on coalesce cannot use an index. The size itself stands there for the planner.
CREATE INDEX class_record_by_size ON class_record (round_id, standard_id, class, (CASE WHEN size IS NULL THEN 0 ELSE size END), household_id) INCLUDE (area_path, deprived, size) WHERE current;
-- Households of which a list states another class than ours are few, and are sought as such.
CREATE INDEX class_record_differing ON class_record (round_id, standard_id, area_path) INCLUDE (household_id, class, head_sort_key, deprived_count, size)
  WHERE current AND stated_class <> computed_class;
-- A small area is read village by village.
DROP INDEX class_record_list;
