import type { Database } from 'better-sqlite3';

/** What a person decided about the findings of a report: to let one stand, or to hear no more of a rule. */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
CREATE TABLE proofreading_choice (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  rule TEXT NOT NULL,
  -- what was seen when one finding was let stand; empty: the rule is off for the report
  passage TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (report_id, rule, passage)
) STRICT;
`;
