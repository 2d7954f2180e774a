CREATE TABLE decision (
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  why TEXT NOT NULL,
  undoes INTEGER,
  CONSTRAINT pk_decision PRIMARY KEY (seq),
  CONSTRAINT uq_decision_undoes UNIQUE (undoes),
  CONSTRAINT fk_decision_undoes FOREIGN KEY(undoes) REFERENCES decision (seq)
)

CREATE INDEX ix_decision_subject ON decision (subject)

CREATE TABLE failure (
  seq INTEGER NOT NULL,
  address TEXT NOT NULL,
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  published TEXT,
  lang TEXT,
  at TEXT NOT NULL,
  tries INTEGER NOT NULL,
  settled TEXT,
  CONSTRAINT pk_failure PRIMARY KEY (seq),
  CONSTRAINT uq_failure_address_line_name UNIQUE (address, line, name)
)

CREATE TABLE incident (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  opened TEXT NOT NULL,
  leads_to TEXT,
  CONSTRAINT pk_incident PRIMARY KEY (seq),
  CONSTRAINT uq_incident_id UNIQUE (id),
  CONSTRAINT fk_incident_leads_to FOREIGN KEY(leads_to) REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_incident_leads_to ON incident (leads_to)

CREATE TABLE original (
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  packing TEXT NOT NULL,
  content BLOB NOT NULL,
  CONSTRAINT pk_original PRIMARY KEY (sha256)
)

CREATE TABLE report (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  reading INTEGER NOT NULL,
  engine TEXT NOT NULL,
  CONSTRAINT pk_report PRIMARY KEY (seq),
  CONSTRAINT uq_report_id UNIQUE (id)
)

CREATE TABLE capture (
  seq INTEGER NOT NULL,
  address TEXT NOT NULL,
  retrieved TEXT NOT NULL,
  media_type TEXT NOT NULL,
  headers TEXT NOT NULL,
  original TEXT NOT NULL,
  CONSTRAINT pk_capture PRIMARY KEY (seq),
  CONSTRAINT uq_capture_address_original UNIQUE (address, original),
  CONSTRAINT fk_capture_original FOREIGN KEY(original) REFERENCES original (sha256)
)

CREATE INDEX ix_capture_original ON capture (original)

CREATE TABLE facet (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  incident TEXT NOT NULL,
  CONSTRAINT pk_facet PRIMARY KEY (name, value, incident),
  CONSTRAINT fk_facet_incident FOREIGN KEY(incident) REFERENCES incident (id)
)
 WITHOUT ROWID

CREATE INDEX ix_facet_incident ON facet (incident)

CREATE TABLE overview (
  incident TEXT NOT NULL,
  kind TEXT NOT NULL,
  family TEXT NOT NULL,
  status TEXT NOT NULL,
  start TEXT,
  "end" TEXT,
  day TEXT NOT NULL,
  first_published TEXT,
  last_published TEXT,
  place TEXT,
  country TEXT,
  admin1 TEXT,
  level TEXT,
  lat FLOAT,
  lon FLOAT,
  killed_low INTEGER,
  killed_high INTEGER,
  injured_low INTEGER,
  injured_high INTEGER,
  deaths INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  disputed BOOLEAN NOT NULL,
  confidence FLOAT NOT NULL,
  changed TEXT NOT NULL,
  "view" TEXT NOT NULL,
  CONSTRAINT pk_overview PRIMARY KEY (incident),
  CONSTRAINT fk_overview_incident FOREIGN KEY(incident) REFERENCES incident (id)
)

CREATE INDEX ix_overview_changed ON overview (changed, incident)

CREATE INDEX ix_overview_day ON overview (day, incident)

CREATE INDEX ix_overview_deaths ON overview (deaths, incident)

CREATE INDEX ix_overview_last_published ON overview (last_published, incident)

CREATE INDEX ix_overview_position ON overview (lat, lon)

CREATE INDEX ix_overview_start ON overview (start, killed_low, injured_low)

CREATE TABLE review (
  incident TEXT NOT NULL,
  state TEXT NOT NULL,
  "by" TEXT NOT NULL,
  second_by TEXT,
  assigned TEXT,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  CONSTRAINT pk_review PRIMARY KEY (incident),
  CONSTRAINT fk_review_incident FOREIGN KEY(incident) REFERENCES incident (id)
)

CREATE INDEX ix_review_assigned ON review (assigned)

CREATE INDEX ix_review_state ON review (state)

CREATE TABLE wording (
  report INTEGER NOT NULL,
  words TEXT NOT NULL,
  CONSTRAINT pk_wording PRIMARY KEY (report),
  CONSTRAINT fk_wording_report FOREIGN KEY(report) REFERENCES report (seq)
)

CREATE TABLE version (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  published TEXT,
  source TEXT,
  outlet TEXT NOT NULL,
  url TEXT,
  lang TEXT,
  extra TEXT NOT NULL,
  digest TEXT NOT NULL,
  capture INTEGER NOT NULL,
  added TEXT NOT NULL,
  CONSTRAINT pk_version PRIMARY KEY (seq),
  CONSTRAINT uq_version_report_number UNIQUE (report, number),
  CONSTRAINT uq_version_id UNIQUE (id),
  CONSTRAINT fk_version_report FOREIGN KEY(report) REFERENCES report (id),
  CONSTRAINT fk_version_capture FOREIGN KEY(capture) REFERENCES capture (seq)
)

CREATE INDEX ix_version_capture ON version (capture)

CREATE INDEX ix_version_digest ON version (digest)

CREATE INDEX ix_version_outlet_published ON version (outlet, published)

CREATE INDEX ix_version_published ON version (published)

CREATE TABLE reading (
  seq INTEGER NOT NULL,
  version TEXT NOT NULL,
  engine TEXT NOT NULL,
  record TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_reading PRIMARY KEY (seq),
  CONSTRAINT fk_reading_version FOREIGN KEY(version) REFERENCES version (id)
)

CREATE INDEX ix_reading_version ON reading (version)

CREATE TABLE claim (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  reading INTEGER NOT NULL,
  sighting TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  words TEXT,
  start INTEGER,
  "end" INTEGER,
  rule TEXT,
  claimant TEXT,
  CONSTRAINT pk_claim PRIMARY KEY (seq),
  CONSTRAINT uq_claim_reading_id UNIQUE (reading, id),
  CONSTRAINT fk_claim_reading FOREIGN KEY(reading) REFERENCES reading (seq)
)

CREATE INDEX ix_claim_sighting ON claim (sighting)

CREATE TABLE sighting (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  reading INTEGER NOT NULL,
  event TEXT NOT NULL,
  current BOOLEAN NOT NULL,
  incident TEXT,
  CONSTRAINT pk_sighting PRIMARY KEY (seq),
  CONSTRAINT uq_sighting_id UNIQUE (id),
  CONSTRAINT fk_sighting_report FOREIGN KEY(report) REFERENCES report (id),
  CONSTRAINT fk_sighting_reading FOREIGN KEY(reading) REFERENCES reading (seq),
  CONSTRAINT fk_sighting_incident FOREIGN KEY(incident) REFERENCES incident (id)
)

CREATE INDEX ix_sighting_incident ON sighting (incident)

CREATE INDEX ix_sighting_report ON sighting (report)

CREATE TABLE block (
  "key" TEXT NOT NULL,
  seq INTEGER NOT NULL,
  CONSTRAINT pk_block PRIMARY KEY ("key", seq),
  CONSTRAINT fk_block_seq FOREIGN KEY(seq) REFERENCES sighting (seq)
)
 WITHOUT ROWID

CREATE INDEX ix_block_seq ON block (seq)

CREATE TABLE correction (
  seq INTEGER NOT NULL,
  sighting TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  decision INTEGER NOT NULL,
  undoes INTEGER,
  CONSTRAINT pk_correction PRIMARY KEY (seq),
  CONSTRAINT fk_correction_sighting FOREIGN KEY(sighting) REFERENCES sighting (id),
  CONSTRAINT fk_correction_decision FOREIGN KEY(decision) REFERENCES decision (seq),
  CONSTRAINT uq_correction_undoes UNIQUE (undoes),
  CONSTRAINT fk_correction_undoes FOREIGN KEY(undoes) REFERENCES correction (seq)
)

CREATE INDEX ix_correction_decision ON correction (decision)

CREATE INDEX ix_correction_sighting ON correction (sighting)

CREATE TABLE judgement (
  seq INTEGER NOT NULL,
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score FLOAT NOT NULL,
  reasons TEXT NOT NULL,
  "by" TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  decision INTEGER,
  undoes INTEGER,
  CONSTRAINT pk_judgement PRIMARY KEY (seq),
  CONSTRAINT ck_judgement_order CHECK ("left" < "right"),
  CONSTRAINT fk_judgement_left FOREIGN KEY("left") REFERENCES sighting (id),
  CONSTRAINT fk_judgement_right FOREIGN KEY("right") REFERENCES sighting (id),
  CONSTRAINT fk_judgement_decision FOREIGN KEY(decision) REFERENCES decision (seq),
  CONSTRAINT uq_judgement_undoes UNIQUE (undoes),
  CONSTRAINT fk_judgement_undoes FOREIGN KEY(undoes) REFERENCES judgement (seq)
)

CREATE INDEX ix_judgement_decision ON judgement (decision)

CREATE INDEX ix_judgement_pair ON judgement ("left", "right")

CREATE INDEX ix_judgement_right ON judgement ("right")

CREATE TABLE standing (
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  judgement INTEGER NOT NULL,
  CONSTRAINT pk_standing PRIMARY KEY ("left", "right"),
  CONSTRAINT fk_standing_left FOREIGN KEY("left") REFERENCES sighting (id),
  CONSTRAINT fk_standing_right FOREIGN KEY("right") REFERENCES sighting (id),
  CONSTRAINT fk_standing_judgement FOREIGN KEY(judgement) REFERENCES judgement (seq)
)
 WITHOUT ROWID

CREATE INDEX ix_standing_right ON standing ("right")

CREATE VIRTUAL TABLE wording_index USING fts5(
  tokens, detail=none, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn'"
)

CREATE TRIGGER original_no_update BEFORE update ON "original"
BEGIN SELECT RAISE(ABORT, 'original is append-only'); END

CREATE TRIGGER original_no_delete BEFORE delete ON "original"
BEGIN SELECT RAISE(ABORT, 'original is append-only'); END

CREATE TRIGGER capture_no_update BEFORE update ON "capture"
BEGIN SELECT RAISE(ABORT, 'capture is append-only'); END

CREATE TRIGGER capture_no_delete BEFORE delete ON "capture"
BEGIN SELECT RAISE(ABORT, 'capture is append-only'); END

CREATE TRIGGER version_no_update BEFORE update ON "version"
BEGIN SELECT RAISE(ABORT, 'version is append-only'); END

CREATE TRIGGER version_no_delete BEFORE delete ON "version"
BEGIN SELECT RAISE(ABORT, 'version is append-only'); END

CREATE TRIGGER reading_no_update BEFORE update ON "reading"
BEGIN SELECT RAISE(ABORT, 'reading is append-only'); END

CREATE TRIGGER reading_no_delete BEFORE delete ON "reading"
BEGIN SELECT RAISE(ABORT, 'reading is append-only'); END

CREATE TRIGGER claim_no_update BEFORE update ON "claim"
BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END

CREATE TRIGGER claim_no_delete BEFORE delete ON "claim"
BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END

CREATE TRIGGER judgement_no_update BEFORE update ON "judgement"
BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END

CREATE TRIGGER judgement_no_delete BEFORE delete ON "judgement"
BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END

CREATE TRIGGER correction_no_update BEFORE update ON "correction"
BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END

CREATE TRIGGER correction_no_delete BEFORE delete ON "correction"
BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END

CREATE TRIGGER decision_no_update BEFORE update ON "decision"
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END

CREATE TRIGGER decision_no_delete BEFORE delete ON "decision"
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END
