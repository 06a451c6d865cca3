import type { Database, Statement } from 'better-sqlite3';
import type { RegionChange, RegionUses } from './region-repository.ts';

export interface RegionRow {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly level: number;
  readonly kind: string;
  readonly parent_id: number | null;
  readonly in_total: number;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly sort: number;
}

export interface RegionStatements {
  readonly all: Statement<[], RegionRow>;
  readonly aliases: Statement<[], { readonly region_id: number; readonly alias: string }>;
  readonly parent: Statement<[number], number | null>;
  readonly lastSort: Statement<[], number | null>;
  readonly insert: Statement<[Omit<RegionRow, 'id'>]>;
  readonly update: Statement<[RegionRow]>;
  readonly remove: Statement<[number]>;
  readonly addAlias: Statement<[number, string]>;
  readonly dropAliases: Statement<[number]>;
  readonly addToTree: Statement<[{ readonly id: number; readonly parent: number | null }]>;
  readonly below: Statement<[number], number>;
  readonly cutOff: Statement<[{ readonly id: number }]>;
  readonly graft: Statement<[{ readonly id: number; readonly parent: number | null }]>;
  readonly dropFromTree: Statement<[number]>;
  readonly uses: Statement<[{ readonly id: number }], RegionUses>;
  readonly changes: Statement<[], RegionChange & { readonly at: string }>;
  readonly addChange: Statement<[RegionChange & { readonly at: string }]>;
  readonly removeChanges: Statement<[number]>;
}

/** The tree is kept as a closure: each region with every one above it, itself at depth 0. */
function prepareTreeStatements(db: Database) {
  return {
    // A new region has no descendants yet, so its ancestors are its parent's and the parent.
    addToTree: db.prepare<[{ readonly id: number; readonly parent: number | null }]>(
      `INSERT INTO region_tree (ancestor, descendant, depth)
       SELECT ancestor, @id, depth + 1 FROM region_tree WHERE descendant = @parent UNION ALL SELECT @id, @id, 0`,
    ),
    below: db.prepare<[number], number>('SELECT descendant FROM region_tree WHERE ancestor = ?').pluck(),
    // What lies below moves along: only its ties to those above the region are cut.
    cutOff: db.prepare<[{ readonly id: number }]>(
      `DELETE FROM region_tree
       WHERE descendant IN (SELECT descendant FROM region_tree WHERE ancestor = @id)
         AND ancestor NOT IN (SELECT descendant FROM region_tree WHERE ancestor = @id)`,
    ),
    graft: db.prepare<[{ readonly id: number; readonly parent: number | null }]>(
      `INSERT INTO region_tree (ancestor, descendant, depth)
       SELECT above.ancestor, under.descendant, above.depth + under.depth + 1
       FROM region_tree AS above, region_tree AS under
       WHERE above.descendant = @parent AND under.ancestor = @id`,
    ),
    dropFromTree: db.prepare<[number]>('DELETE FROM region_tree WHERE descendant = ?'),
  };
}

export function prepareRegionStatements(db: Database): RegionStatements {
  return {
    ...prepareTreeStatements(db),
    all: db.prepare<[], RegionRow>(
      `SELECT id, code, name, level, kind, parent_id, in_total, valid_from, valid_to, sort
       FROM region ORDER BY level, sort, id`,
    ),
    aliases: db.prepare('SELECT region_id, alias FROM region_alias ORDER BY region_id, alias'),
    parent: db.prepare<[number], number | null>('SELECT parent_id FROM region WHERE id = ?').pluck(),
    lastSort: db.prepare<[], number | null>('SELECT max(sort) FROM region').pluck(),
    insert: db.prepare(
      `INSERT INTO region (code, name, level, kind, parent_id, in_total, valid_from, valid_to, sort)
       VALUES (@code, @name, @level, @kind, @parent_id, @in_total, @valid_from, @valid_to, @sort)`,
    ),
    update: db.prepare(
      `UPDATE region SET code = @code, name = @name, level = @level, kind = @kind, parent_id = @parent_id,
         in_total = @in_total, valid_from = @valid_from, valid_to = @valid_to, sort = @sort
       WHERE id = @id`,
    ),
    remove: db.prepare('DELETE FROM region WHERE id = ?'),
    addAlias: db.prepare('INSERT INTO region_alias (region_id, alias) VALUES (?, ?)'),
    dropAliases: db.prepare('DELETE FROM region_alias WHERE region_id = ?'),
    uses: db.prepare(
      `SELECT (SELECT count(*) FROM region WHERE parent_id = @id) AS children,
         (SELECT count(*) FROM observation WHERE region_id = @id) AS observations,
         (SELECT count(*) FROM revision WHERE region_id = @id) AS revisions,
         (SELECT count(*) FROM rule_waiver WHERE region_id = @id) AS waivers,
         (SELECT count(*) FROM report WHERE region_id = @id) AS reports,
         (SELECT count(*) FROM named_set_member WHERE region_id = @id) AS sets,
         (SELECT count(*) FROM region_change WHERE old_id = @id OR new_id = @id) AS changes`,
    ),
    changes: db.prepare(
      `SELECT old_id AS oldId, new_id AS newId, on_date AS onDate, note, by_whom AS byWhom, at
       FROM region_change ORDER BY id`,
    ),
    addChange: db.prepare(
      `INSERT INTO region_change (old_id, new_id, on_date, note, by_whom, at)
       VALUES (@oldId, @newId, @onDate, @note, @byWhom, @at)`,
    ),
    removeChanges: db.prepare('DELETE FROM region_change WHERE old_id = ?'),
  };
}
