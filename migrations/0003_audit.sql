CREATE TABLE audit_entry (
  entry_id  uuid PRIMARY KEY,
  at        timestamptz NOT NULL,
  user_id   text,
  post_id   uuid,
  action    text NOT NULL,
  subject   text NOT NULL,
  area_path text COLLATE "C",
  details   jsonb NOT NULL
);
COMMENT ON TABLE audit_entry IS 'audit: one row for every write and for every reading of personal data: who, in which post, what, where. Rows are only ever added.';
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_subject ON audit_entry (subject);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_add ON audit_entry FOR INSERT WITH CHECK (true);
CREATE POLICY audit_read ON audit_entry FOR SELECT
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON audit_entry TO chungtay_app;

CREATE TABLE setting (
  name  text PRIMARY KEY,
  value jsonb NOT NULL
);
COMMENT ON TABLE setting IS 'db: facts about this database: whether it holds the demonstration, which area pack it was filled from.';
GRANT SELECT ON setting TO chungtay_app;
