import type { Database } from 'better-sqlite3';

/** The first schema. Statuses of an observation: 0 值, 1 未报, 2 无此项, 3 不足单位, 4 不公开. */
export function migrate(db: Database): void {
  db.exec(schema);
}

const schema = `
CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  instance_id TEXT NOT NULL CHECK (length(instance_id) = 32),
  created_at TEXT NOT NULL,
  generation INTEGER NOT NULL DEFAULT 0,
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1))
) STRICT;

CREATE TABLE region (
  id INTEGER PRIMARY KEY,
  code TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  kind TEXT NOT NULL,
  parent_id INTEGER REFERENCES region (id),
  in_total INTEGER NOT NULL DEFAULT 1 CHECK (in_total IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT,
  sort INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX region_code ON region (code) WHERE code IS NOT NULL AND valid_to IS NULL;
CREATE INDEX region_parent ON region (parent_id);
CREATE TABLE region_alias (
  alias TEXT PRIMARY KEY,
  region_id INTEGER NOT NULL REFERENCES region (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE region_tree (
  ancestor INTEGER NOT NULL REFERENCES region (id),
  descendant INTEGER NOT NULL REFERENCES region (id),
  depth INTEGER NOT NULL,
  PRIMARY KEY (ancestor, descendant)
) STRICT, WITHOUT ROWID;
CREATE INDEX region_tree_descendant ON region_tree (descendant);
CREATE TABLE region_change (
  id INTEGER PRIMARY KEY,
  old_id INTEGER NOT NULL REFERENCES region (id),
  new_id INTEGER NOT NULL REFERENCES region (id),
  on_date TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  unit TEXT NOT NULL,
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 6),
  shown_decimals INTEGER NOT NULL CHECK (shown_decimals >= 0),
  timing TEXT NOT NULL CHECK (timing IN ('时点', '时期')),
  aggregation TEXT NOT NULL CHECK (aggregation IN ('合计', '加权', '最新', '不可加')),
  formula TEXT,
  better TEXT CHECK (better IN ('高', '低')),
  definition TEXT NOT NULL,
  base_id INTEGER REFERENCES indicator (id),
  dimensions TEXT
) STRICT;
CREATE TABLE indicator_alias (
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  alias TEXT NOT NULL,
  PRIMARY KEY (indicator_id, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE period (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('自然年', '学年', '学期', '半年', '季', '月')),
  year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  label TEXT NOT NULL UNIQUE,
  start_on TEXT NOT NULL,
  end_on TEXT NOT NULL,
  UNIQUE (kind, year, place)
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('手工', '文件', '文稿', '示例')),
  title TEXT NOT NULL,
  file_name TEXT,
  sha256 TEXT,
  imported_at TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  mapping TEXT,
  note TEXT
) STRICT;

CREATE TABLE observation (
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  region_id INTEGER NOT NULL REFERENCES region (id),
  num INTEGER,
  status INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 4),
  as_of TEXT,
  source_id INTEGER REFERENCES source (id),
  cell TEXT,
  note TEXT,
  PRIMARY KEY (indicator_id, period_id, region_id),
  CHECK ((status = 0) = (num IS NOT NULL)),
  CHECK (abs(num) < 1000000000000000)
) STRICT, WITHOUT ROWID;
CREATE TABLE revision (
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
  new_status INTEGER NOT NULL,
  new_as_of TEXT,
  source_id INTEGER REFERENCES source (id),
  reason TEXT
) STRICT;
CREATE INDEX revision_observation ON revision (indicator_id, period_id, region_id);
CREATE TRIGGER revision_is_never_altered BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER observation_is_never_deleted BEFORE DELETE ON observation
BEGIN SELECT RAISE(ABORT, 'observations are changed, not deleted'); END;

CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL,
  period_kind TEXT NOT NULL,
  formula TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('强制', '核实', '提示')),
  missing TEXT NOT NULL CHECK (missing IN ('跳过任缺', '跳过全缺', '按零')),
  tolerance TEXT NOT NULL,
  message TEXT NOT NULL,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))
) STRICT;
CREATE TABLE rule_waiver (
  rule_id INTEGER NOT NULL REFERENCES rule (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  region_id INTEGER NOT NULL REFERENCES region (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (rule_id, period_id, region_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE template (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  markdown TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  template TEXT NOT NULL,
  region_id INTEGER NOT NULL REFERENCES region (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  document TEXT NOT NULL CHECK (json_valid(document)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE report_version (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  at TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX report_version_report ON report_version (report_id);

CREATE TABLE named_set (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
CREATE TABLE named_set_member (
  set_id INTEGER NOT NULL REFERENCES named_set (id),
  place INTEGER NOT NULL,
  region_id INTEGER NOT NULL REFERENCES region (id),
  PRIMARY KEY (set_id, place),
  UNIQUE (set_id, region_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE asset (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL
) STRICT;
`;
