import type { Database } from 'better-sqlite3';

/**
 * Indicators gain the group they are found under. The rule tables, empty in every file so far, are made anew: shipped
 * rules live with the program, a file keeps only what a bureau added or changed, and a waiver outlives its rule's row.
 */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
ALTER TABLE indicator ADD COLUMN group_name TEXT NOT NULL DEFAULT '';

DROP TABLE rule_waiver;
DROP TABLE rule;

-- A row whose code is a shipped rule's stands in its place; enabled 0 switches it off.
CREATE TABLE rule (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  family TEXT NOT NULL,
  levels TEXT CHECK (json_valid(levels)),
  period_kinds TEXT CHECK (json_valid(period_kinds)),
  applies TEXT CHECK (json_valid(applies)),
  formula TEXT NOT NULL CHECK (formula <> ''),
  severity TEXT NOT NULL CHECK (severity IN ('强制', '核实', '提示')),
  missing TEXT NOT NULL CHECK (missing IN ('跳过任缺', '跳过全缺', '按零')),
  tolerance TEXT NOT NULL,
  message TEXT NOT NULL,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- subject: the indicator's code for a rule about each of many indicators, else empty.
CREATE TABLE rule_waiver (
  id INTEGER PRIMARY KEY,
  rule_code TEXT NOT NULL CHECK (rule_code <> ''),
  subject TEXT NOT NULL,
  period_id INTEGER NOT NULL REFERENCES period (id),
  region_id INTEGER NOT NULL REFERENCES region (id),
  finding TEXT NOT NULL CHECK (finding <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at TEXT,
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX rule_waiver_standing ON rule_waiver (rule_code, subject, period_id, region_id)
  WHERE withdrawn_at IS NULL;
CREATE TRIGGER rule_waiver_is_never_deleted BEFORE DELETE ON rule_waiver
BEGIN SELECT RAISE(ABORT, 'waivers are withdrawn, not deleted'); END;
CREATE TRIGGER rule_waiver_is_never_rewritten
BEFORE UPDATE OF rule_code, subject, period_id, region_id, finding, reason, by_whom, at ON rule_waiver
BEGIN SELECT RAISE(ABORT, 'waivers are withdrawn, not rewritten'); END;
`;
