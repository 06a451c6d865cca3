import { type Region, type RegionLevel, regionLevels } from '../../../shared/figures/catalogue.ts';
import type { LocalDate } from '../../../shared/figures/period.ts';
import type { Connection } from './connection.ts';
import { prepareRegionStatements, type RegionRow, type RegionStatements } from './region-statements.ts';

/** Where a region does not say otherwise. */
export const usualKind = '行政区';

export interface NewRegion {
  readonly code: string | null;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly level: RegionLevel;
  readonly parentId: number | null;
  /** 行政区 (default), 开发区, 市本级, 学校, … */
  readonly kind?: string;
  readonly validFrom?: LocalDate | null;
  readonly validTo?: LocalDate | null;
  readonly inTotal?: boolean;
  /** Place among its siblings; after all others when absent. */
  readonly sort?: number;
}

/** 撤并: what became of a region on a day; it went into no other one where `newId` is null. */
export interface RegionChange {
  readonly oldId: number;
  readonly newId: number | null;
  readonly onDate: LocalDate;
  readonly note: string;
  readonly byWhom: string;
}

/** How many rows of each kind refer to a region. */
export type RegionUses = Readonly<
  Record<'children' | 'observations' | 'revisions' | 'waivers' | 'reports' | 'sets' | 'changes', number>
>;

/** 地区 as stored. What may be written is for the services to judge; the tree holds no circle. */
export interface RegionRepository {
  /** Every region, higher levels first, each level in its order. */
  all(): readonly Region[];
  insert(region: NewRegion): Region;
  /** Replaces all but the id. Throws where the region would come to lie below itself. */
  update(region: Region): void;
  /** Only one that nothing refers to. */
  remove(id: number): void;
  /** Ids of the region and of all below it. */
  below(id: number): ReadonlySet<number>;
  uses(id: number): RegionUses;
  changes(): readonly (RegionChange & { readonly at: string })[];
  addChange(change: RegionChange): void;
  /** Takes back what was said of the region's end. */
  removeChanges(oldId: number): void;
}

export function createRegionRepository(connection: Connection): RegionRepository {
  const { db, write, timestamp } = connection;
  const statements = prepareRegionStatements(db);
  const places = createPlaces(connection, statements);

  function all(): readonly Region[] {
    const aliases = Map.groupBy(statements.aliases.all(), (row) => row.region_id);
    return statements.all.all().map((row) =>
      regionOf(
        row,
        (aliases.get(row.id) ?? []).map(({ alias }) => alias),
      ),
    );
  }

  function putAliases(id: number, names: readonly string[]): readonly string[] {
    const aliases = [...new Set(names)].sort();
    statements.dropAliases.run(id);
    for (const alias of aliases) statements.addAlias.run(id, alias);
    return aliases;
  }

  function insert(region: NewRegion): Region {
    const last = places.last();
    const sort = region.sort ?? last + 1;
    const inserted = write(() => {
      const stored = {
        ...region,
        kind: region.kind ?? usualKind,
        validFrom: region.validFrom ?? null,
        validTo: region.validTo ?? null,
        inTotal: region.inTotal ?? true,
        sort,
      };
      const id = Number(statements.insert.run(rowOf(stored)).lastInsertRowid);
      statements.addToTree.run({ id, parent: region.parentId });
      return { ...stored, id, aliases: putAliases(id, region.aliases ?? []) };
    });
    places.keep(Math.max(last, sort));
    return inserted;
  }

  function update(region: Region): void {
    write(() => {
      const moved = statements.parent.get(region.id) !== region.parentId;
      if (moved && region.parentId !== null && below(region.id).has(region.parentId)) {
        throw new Error(`region ${region.id} would lie below itself`);
      }
      statements.update.run({ ...rowOf(region), id: region.id });
      putAliases(region.id, region.aliases);
      if (moved) {
        statements.cutOff.run({ id: region.id });
        statements.graft.run({ id: region.id, parent: region.parentId });
      }
    });
  }

  function remove(id: number): void {
    write(() => {
      statements.dropAliases.run(id);
      statements.dropFromTree.run(id);
      statements.remove.run(id);
    });
  }

  function below(id: number): ReadonlySet<number> {
    return new Set(statements.below.all(id));
  }

  return {
    all,
    insert,
    update,
    remove,
    below,
    uses: (id) => {
      const uses = statements.uses.get({ id });
      if (uses === undefined) throw new Error('a count without a row');
      return uses;
    },
    changes: () => statements.changes.all(),
    addChange: (change) => {
      write(() => statements.addChange.run({ ...change, at: timestamp() }));
    },
    removeChanges: (oldId) => {
      write(() => statements.removeChanges.run(oldId));
    },
  };
}

/** The last place among all regions: looked for once and kept while only insertions follow, for looking reads them all. */
function createPlaces({ changeCount, noticeOthers }: Connection, { lastSort }: RegionStatements) {
  let kept: { readonly at: number; readonly last: number } | null = null;
  return {
    last: (): number => {
      noticeOthers();
      return kept?.at === changeCount() ? kept.last : (lastSort.get() ?? 0);
    },
    keep: (last: number): void => {
      kept = { at: changeCount(), last };
    },
  };
}

function rowOf(region: Omit<Region, 'id' | 'aliases'>): Omit<RegionRow, 'id'> {
  return {
    code: region.code,
    name: region.name,
    level: regionLevels.indexOf(region.level) + 1,
    kind: region.kind,
    parent_id: region.parentId,
    in_total: region.inTotal ? 1 : 0,
    valid_from: region.validFrom,
    valid_to: region.validTo,
    sort: region.sort,
  };
}

function regionOf(row: RegionRow, aliases: readonly string[]): Region {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    aliases,
    level: levelOf(row.level),
    parentId: row.parent_id,
    kind: row.kind,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    inTotal: row.in_total === 1,
    sort: row.sort,
  };
}

function levelOf(stored: number): RegionLevel {
  const level = regionLevels[stored - 1];
  if (level === undefined) throw new Error(`region level ${stored}`);
  return level;
}
