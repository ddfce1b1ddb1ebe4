-- Causes that an officer records on the file: another revision of the class record that differs in its causes alone, so that tables, lists, mergers and
-- undoing go by one record. source and entered_* still tell who classed the household, causes_* who told the causes.
ALTER TABLE class_record ADD COLUMN deprivation_causes jsonb NOT NULL DEFAULT '{}';
ALTER TABLE class_record ADD COLUMN causes_note text;
-- The revision before, of which only the causes were told anew, and the one that was handed in with this class; both null where that is this one.
ALTER TABLE class_record ADD COLUMN amends int;
ALTER TABLE class_record ADD COLUMN handed_in int;
ALTER TABLE class_record ADD COLUMN causes_day date;
ALTER TABLE class_record ADD COLUMN causes_source text;
ALTER TABLE class_record ADD COLUMN causes_by text;
ALTER TABLE class_record ADD COLUMN causes_name text;
ALTER TABLE class_record ADD COLUMN causes_at timestamptz;
