import type { Database } from 'better-sqlite3';

/**
 * A region can end without going into another; a period can be opened before it holds data, and every 定稿 and its
 * withdrawal is kept with who, when and why.
 */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
-- Nothing was written here before: made anew, with who said so and when.
DROP TABLE region_change;
CREATE TABLE region_change (
  id INTEGER PRIMARY KEY,
  old_id INTEGER NOT NULL REFERENCES region (id),
  new_id INTEGER REFERENCES region (id),
  on_date TEXT NOT NULL,
  note TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (new_id IS NOT old_id)
) STRICT;

-- groups: JSON list of the groups of indicators to be filled in.
CREATE TABLE period_plan (
  period_id INTEGER PRIMARY KEY REFERENCES period (id),
  groups TEXT NOT NULL CHECK (json_valid(groups)),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE period_lock_event (
  id INTEGER PRIMARY KEY,
  period_id INTEGER NOT NULL REFERENCES period (id),
  kind TEXT NOT NULL CHECK (kind IN ('定稿', '取消定稿')),
  reason TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (kind = '定稿' OR reason <> '')
) STRICT;
INSERT INTO period_lock_event (period_id, kind, reason, by_whom, at)
SELECT period_id, '定稿', '', by_whom, at FROM period_lock ORDER BY at;
CREATE TRIGGER period_lock_event_is_never_altered BEFORE UPDATE ON period_lock_event
BEGIN SELECT RAISE(ABORT, 'what was said of a period is kept'); END;
CREATE TRIGGER period_lock_event_is_never_deleted BEFORE DELETE ON period_lock_event
BEGIN SELECT RAISE(ABORT, 'what was said of a period is kept'); END;
`;
