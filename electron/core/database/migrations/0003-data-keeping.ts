import type { Database } from 'better-sqlite3';

/**
 * An observation can be taken back, which its last revision says; imports can be undone and their layouts remembered;
 * a period can be closed.
 */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
-- new_status is null where the observation was taken back; cell is the new state's place in its source.
CREATE TABLE revision_new (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  region_id INTEGER NOT NULL REFERENCES region (id),
  scale INTEGER NOT NULL,
  old_num INTEGER,
  old_status INTEGER,
  old_as_of TEXT,
  new_num INTEGER,
  new_status INTEGER,
  new_as_of TEXT,
  source_id INTEGER REFERENCES source (id),
  cell TEXT,
  reason TEXT,
  CHECK (new_status IS NOT NULL OR (new_num IS NULL AND new_as_of IS NULL))
) STRICT;
INSERT INTO revision_new (id, at, by_whom, indicator_id, period_id, region_id, scale, old_num, old_status, old_as_of,
  new_num, new_status, new_as_of, source_id, reason)
SELECT id, at, by_whom, indicator_id, period_id, region_id, scale, old_num, old_status, old_as_of,
  new_num, new_status, new_as_of, source_id, reason FROM revision;
-- Dropping a table deletes its rows, which its own trigger would refuse.
DROP TRIGGER revision_is_never_altered;
DROP TRIGGER revision_is_never_deleted;
DROP TABLE revision;
ALTER TABLE revision_new RENAME TO revision;
-- Where the present state came from: of older states only their source is known.
UPDATE revision SET cell = (
  SELECT cell FROM observation WHERE observation.indicator_id = revision.indicator_id
    AND observation.period_id = revision.period_id AND observation.region_id = revision.region_id)
WHERE id IN (SELECT max(id) FROM revision GROUP BY indicator_id, period_id, region_id);
CREATE INDEX revision_observation ON revision (indicator_id, period_id, region_id);
CREATE INDEX revision_source ON revision (source_id);
CREATE TRIGGER revision_is_never_altered BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;

DROP TRIGGER observation_is_never_deleted;
CREATE TRIGGER observation_is_taken_back_by_a_revision BEFORE DELETE ON observation
WHEN (SELECT new_status FROM revision
      WHERE indicator_id = OLD.indicator_id AND period_id = OLD.period_id AND region_id = OLD.region_id
      ORDER BY id DESC LIMIT 1) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a revision takes an observation back'); END;

ALTER TABLE source ADD COLUMN undone_at TEXT;
ALTER TABLE source ADD COLUMN undone_by TEXT;

CREATE TABLE import_layout (
  fingerprint TEXT PRIMARY KEY CHECK (fingerprint <> ''),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE period_lock (
  period_id INTEGER PRIMARY KEY REFERENCES period (id),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
`;
