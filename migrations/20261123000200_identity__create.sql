-- migrate:up
-- Identity in better-auth's shape, kept narrow: what a session check needs stands here, everything a person shows is in profiles.
CREATE TABLE users (
  id uuid PRIMARY KEY,
  email citext NOT NULL,
  name text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  portal text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_portal_check CHECK (portal IN ('creator', 'investor', 'production', 'admin'))
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  token text NOT NULL,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sessions_token_key UNIQUE (token),
  CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
COMMENT ON COLUMN sessions.token IS 'SHA-256 of the token: a reader of this table cannot sign in with it';
-- the device list of one person, newest first
CREATE INDEX sessions_user_id_updated_at_idx ON sessions (user_id, updated_at DESC);
-- the nightly sweep of lapsed sessions
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT accounts_provider_id_account_id_key UNIQUE (provider_id, account_id),
  CONSTRAINT accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- sign-in reads a person's credential account
CREATE INDEX accounts_user_id_idx ON accounts (user_id);

CREATE TABLE verifications (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- look-up of a token by what it is for
CREATE INDEX verifications_identifier_idx ON verifications (identifier, created_at DESC);
-- the nightly sweep
CREATE INDEX verifications_expires_at_idx ON verifications (expires_at);

CREATE TABLE roles (
  id text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE permissions (
  id text PRIMARY KEY,
  label text NOT NULL,
  CONSTRAINT permissions_id_check CHECK (id ~ '^[a-z_]+:[a-z_]+$')
);

CREATE TABLE role_permissions (
  role_id text NOT NULL,
  permission_id text NOT NULL,
  CONSTRAINT role_permissions_pkey PRIMARY KEY (role_id, permission_id),
  CONSTRAINT role_permissions_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles (id) ON DELETE CASCADE,
  CONSTRAINT role_permissions_permission_id_fkey FOREIGN KEY (permission_id) REFERENCES permissions (id) ON DELETE CASCADE
);
CREATE INDEX role_permissions_permission_id_idx ON role_permissions (permission_id);

CREATE TABLE user_roles (
  user_id uuid NOT NULL,
  role_id text NOT NULL,
  granted_at timestamptz NOT NULL DEFAULT now(),
  granted_by uuid,
  CONSTRAINT user_roles_pkey PRIMARY KEY (user_id, role_id),
  CONSTRAINT user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT user_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles (id) ON DELETE CASCADE,
  CONSTRAINT user_roles_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX user_roles_role_id_idx ON user_roles (role_id);
CREATE INDEX user_roles_granted_by_idx ON user_roles (granted_by);

INSERT INTO roles (id, label) VALUES
  ('creator', 'Creator'), ('investor', 'Investor'), ('production', 'Production company'), ('admin', 'Operator');
INSERT INTO permissions (id, label) VALUES
  ('pitch:write', 'Write and publish own pitches'), ('pitch:moderate', 'Take down a pitch'), ('account:manage', 'Manage accounts');
INSERT INTO role_permissions (role_id, permission_id) VALUES
  ('creator', 'pitch:write'), ('production', 'pitch:write'), ('admin', 'pitch:moderate'), ('admin', 'account:manage');

-- What a person shows. One row a person, made in the transaction that makes the user.
CREATE TABLE profiles (
  user_id uuid PRIMARY KEY,
  handle citext NOT NULL,
  company_name text,
  headline text,
  bio text,
  location text,
  website text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT profiles_handle_key UNIQUE (handle),
  CONSTRAINT profiles_handle_check CHECK (handle ~ '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$'),
  CONSTRAINT profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- migrate:down
