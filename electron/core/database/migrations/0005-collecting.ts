import type { Database } from 'better-sqlite3';

/** Collections of figures: what was asked, of which units, and which of them answered. */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  -- Stands in every workbook of the collection, by which a returned one is known.
  token TEXT NOT NULL UNIQUE CHECK (length(token) = 32),
  title TEXT NOT NULL CHECK (title <> ''),
  period TEXT NOT NULL CHECK (period <> ''),
  indicators TEXT NOT NULL CHECK (json_valid(indicators)),
  options TEXT NOT NULL CHECK (json_valid(options)),
  made_at TEXT NOT NULL,
  by_whom TEXT NOT NULL
) STRICT;

CREATE TABLE collection_unit (
  collection_id INTEGER NOT NULL REFERENCES collection (id),
  region_id INTEGER NOT NULL REFERENCES region (id),
  file_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('未报', '已报')),
  returned_at TEXT,
  source_id INTEGER REFERENCES source (id),
  PRIMARY KEY (collection_id, region_id),
  CHECK ((state = '已报') = (returned_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
`;
