ALTER TABLE failure ADD COLUMN message TEXT

CREATE TABLE attempt (
  key TEXT NOT NULL,
  failures INTEGER NOT NULL,
  at FLOAT NOT NULL,
  CONSTRAINT pk_attempt PRIMARY KEY (key)
)

CREATE INDEX ix_overview_figures ON overview (disputed, killed_low, injured_low, outlets, lat, incident)
