import { type Region, type RegionLevel, regionLevels } from '../../../shared/figures/catalogue.ts';
import type { Connection } from './connection.ts';

export interface NewRegion {
  readonly code: string | null;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly level: RegionLevel;
  readonly parentId: number | null;
  /** 行政区 (default), 开发区, 市本级, 学校, … */
  readonly kind?: string;
  readonly inTotal?: boolean;
  /** Place among its siblings; after all others when absent. */
  readonly sort?: number;
}

/** 地区 as stored. */
export interface RegionRepository {
  /** Every region, higher levels first, each level in its order. */
  all(): readonly Region[];
  insert(region: NewRegion): Region;
}

interface RegionRow {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly level: number;
  readonly parent_id: number | null;
  readonly in_total: number;
  readonly sort: number;
}

export function createRegionRepository({ db, write }: Connection): RegionRepository {
  const selectAll = db.prepare<[], RegionRow>(
    'SELECT id, code, name, level, parent_id, in_total, sort FROM region ORDER BY level, sort, id',
  );
  const selectAliases = db.prepare<[], { readonly region_id: number; readonly alias: string }>(
    'SELECT region_id, alias FROM region_alias ORDER BY region_id, alias',
  );
  const insertRegion = db.prepare<[string | null, string, number, string, number | null, number, number]>(
    'INSERT INTO region (code, name, level, kind, parent_id, in_total, sort) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const nextSort = db.prepare<[], number>('SELECT coalesce(max(sort), 0) + 1 FROM region').pluck();
  const insertAlias = db.prepare<[number, string]>('INSERT INTO region_alias (region_id, alias) VALUES (?, ?)');
  // A new region has no descendants yet, so its ancestors are its parent's and the parent.
  const insertInTree = db.prepare<{ readonly id: number | bigint; readonly parent: number | null }>(
    `INSERT INTO region_tree (ancestor, descendant, depth)
     SELECT ancestor, @id, depth + 1 FROM region_tree WHERE descendant = @parent UNION ALL SELECT @id, @id, 0`,
  );

  function all(): readonly Region[] {
    const aliases = Map.groupBy(selectAliases.all(), (row) => row.region_id);
    return selectAll.all().map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      aliases: (aliases.get(row.id) ?? []).map(({ alias }) => alias),
      level: levelOf(row.level),
      parentId: row.parent_id,
      inTotal: row.in_total === 1,
      sort: row.sort,
    }));
  }

  function insert(region: NewRegion): Region {
    return write(() => {
      const { code, name, level, parentId, kind = '行政区', inTotal = true } = region;
      const sort = region.sort ?? nextSort.get() ?? 1;
      const aliases = [...new Set(region.aliases)].sort();
      const depth = regionLevels.indexOf(level) + 1;
      const row = insertRegion.run(code, name, depth, kind, parentId, inTotal ? 1 : 0, sort);
      const id = Number(row.lastInsertRowid);
      for (const alias of aliases) insertAlias.run(id, alias);
      insertInTree.run({ id, parent: parentId });
      return { id, code, name, aliases, level, parentId, inTotal, sort };
    });
  }

  return { all, insert };
}

function levelOf(stored: number): RegionLevel {
  const level = regionLevels[stored - 1];
  if (level === undefined) throw new Error(`region level ${stored}`);
  return level;
}
