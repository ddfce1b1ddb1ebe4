-- The register in each order that it is offered in: by round and class, so that a page is read from the place where it begins, however many there are.
CREATE INDEX class_record_by_name ON class_record (round_id, standard_id, class, head_sort_key, household_id) WHERE current;
CREATE INDEX class_record_by_deprived ON class_record (round_id, standard_id, class, deprived_count, household_id) WHERE current;
CREATE INDEX class_record_by_size ON class_record (round_id, standard_id, class, coalesce(size, 0), household_id) WHERE current;
-- Lists that state another class than ours are few, and are sought as such.
CREATE INDEX class_record_differing ON class_record (round_id, standard_id) WHERE current AND stated_class <> computed_class;
-- A small area is read village by village.
DROP INDEX class_record_list;
