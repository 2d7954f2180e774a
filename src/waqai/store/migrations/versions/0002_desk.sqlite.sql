CREATE TABLE account (
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password TEXT NOT NULL,
  created TEXT NOT NULL,
  disabled BOOLEAN NOT NULL,
  CONSTRAINT pk_account PRIMARY KEY (name)
)

CREATE TABLE session (
  digest TEXT NOT NULL,
  account TEXT NOT NULL,
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  CONSTRAINT pk_session PRIMARY KEY (digest),
  CONSTRAINT fk_session_account FOREIGN KEY(account) REFERENCES account (name)
)

CREATE INDEX ix_session_account ON session (account)

CREATE TABLE token (
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created TEXT NOT NULL,
  expires TEXT,
  revoked TEXT,
  CONSTRAINT pk_token PRIMARY KEY (id),
  CONSTRAINT fk_token_account FOREIGN KEY(account) REFERENCES account (name),
  CONSTRAINT uq_token_digest UNIQUE (digest)
)

CREATE INDEX ix_token_account ON token (account)

CREATE TABLE invitation (
  digest TEXT NOT NULL,
  role TEXT NOT NULL,
  "by" TEXT NOT NULL,
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  used TEXT,
  CONSTRAINT pk_invitation PRIMARY KEY (digest)
)

CREATE TABLE saved_view (
  id TEXT NOT NULL,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  "query" TEXT NOT NULL,
  shared BOOLEAN NOT NULL,
  created TEXT NOT NULL,
  CONSTRAINT pk_saved_view PRIMARY KEY (id)
)

CREATE INDEX ix_saved_view_owner ON saved_view (owner)

CREATE INDEX ix_overview_map ON overview (lat, lon, level, kind, killed_low, country, place, start, "end", incident)

CREATE INDEX ix_overview_span ON overview (start, "end", lat, incident)
