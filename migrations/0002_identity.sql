-- Tables of the sign-in library. They are not granted to the application role: only the library itself reads them.
CREATE TABLE auth_user (
  id               text PRIMARY KEY,
  name             text NOT NULL,
  email            text NOT NULL UNIQUE,
  email_verified   boolean NOT NULL DEFAULT false,
  image            text,
  username         text UNIQUE,
  display_username text,
  demo             boolean NOT NULL DEFAULT false,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL
);
COMMENT ON TABLE auth_user IS 'auth: who can sign in. The address is made up from the user name: the library wants one, the program uses none.';

CREATE TABLE auth_session (
  id         text PRIMARY KEY,
  user_id    text NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  token      text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE auth_session IS 'auth: open sessions.';
CREATE INDEX auth_session_user ON auth_session (user_id);

CREATE TABLE auth_account (
  id                       text PRIMARY KEY,
  account_id               text NOT NULL,
  provider_id              text NOT NULL,
  user_id                  text NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz NOT NULL,
  updated_at               timestamptz NOT NULL
);
COMMENT ON TABLE auth_account IS 'auth: how a user signs in: the hash of the password.';
CREATE INDEX auth_account_user ON auth_account (user_id);

CREATE TABLE auth_verification (
  id         text PRIMARY KEY,
  identifier text NOT NULL,
  value      text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE auth_verification IS 'auth: short-lived secrets of the sign-in library.';

CREATE TABLE auth_attempt (
  subject text NOT NULL,
  at      timestamptz NOT NULL,
  id      uuid PRIMARY KEY
);
COMMENT ON TABLE auth_attempt IS 'auth: failed sign-ins by user name and by network address, to slow down guessing. Old rows are removed.';
CREATE INDEX auth_attempt_subject ON auth_attempt (subject, at);

CREATE TABLE post (
  post_id    uuid PRIMARY KEY,
  user_id    text NOT NULL REFERENCES auth_user,
  role       text NOT NULL,
  area_id    text NOT NULL REFERENCES area,
  area_path  text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  given_by   text,
  given_at   timestamptz NOT NULL,
  CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE post IS 'identity: a role in one area of today''s map, for a time. A person acts in one post at a time.';
CREATE INDEX post_user ON post (user_id);
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_in_area ON post
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
CREATE POLICY post_own ON post FOR SELECT USING (user_id = nullif(current_setting('app.user_id', true), ''));
GRANT SELECT, INSERT, UPDATE ON post TO chungtay_app;

CREATE TABLE acting_post (
  session_id text PRIMARY KEY,
  user_id    text NOT NULL REFERENCES auth_user,
  post_id    uuid NOT NULL REFERENCES post,
  chosen_at  timestamptz NOT NULL
);
COMMENT ON TABLE acting_post IS 'identity: the post that a session acts in, where its person has several and chose one.';
ALTER TABLE acting_post ENABLE ROW LEVEL SECURITY;
CREATE POLICY acting_post_own ON acting_post USING (user_id = nullif(current_setting('app.user_id', true), ''));
GRANT SELECT, INSERT, UPDATE ON acting_post TO chungtay_app;
