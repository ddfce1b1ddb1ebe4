CREATE TABLE register_change (
  change_id  uuid PRIMARY KEY,
  round_id   uuid NOT NULL,
  village_id text NOT NULL
);
COMMENT ON TABLE register_change IS 'analysis: one row for each village of a round whose class records a transaction changed. Rows are only ever added, so that their count tells what is kept in memory of the register to be behind. No personal data.';
CREATE INDEX register_change_of ON register_change (round_id, village_id);
GRANT SELECT, INSERT ON register_change TO chungtay_app;
