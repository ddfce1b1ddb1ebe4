ALTER TABLE class_record ADD COLUMN packed_facts text;
COMMENT ON COLUMN class_record.packed_facts IS 'What the rules of indicators look at, out of facts, packed (standards/rules.packed.ts) and in base64, so that other thresholds are tried over the whole register without reading the facts themselves. NULL in records from before: these are packed from facts when they are read.';
