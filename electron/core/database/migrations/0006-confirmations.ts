import type { Database } from 'better-sqlite3';

/** Figures that an import found to be there already: it states them as much as the import that wrote them. */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
CREATE TABLE confirmation (
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  region_id INTEGER NOT NULL REFERENCES region (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  cell TEXT NOT NULL,
  PRIMARY KEY (indicator_id, period_id, region_id, source_id)
) STRICT, WITHOUT ROWID;
`;
