import { z } from 'zod';
import type { Collection, CollectionUnit } from '../collecting/collection.ts';
import { collectionRowKinds } from '../collecting/collection.ts';
import type { Connection } from './connection.ts';

export type NewCollection = Omit<Collection, 'id' | 'madeAt' | 'units'> & {
  readonly units: readonly Pick<CollectionUnit, 'regionId' | 'fileName'>[];
};

/** 收数 as stored. */
export interface CollectionRepository {
  /** Newest first. */
  all(): readonly Collection[];
  byToken(token: string): Collection | undefined;
  insert(collection: NewCollection): Collection;
  /** A unit's figures have come; a later return takes the place of an earlier one. Null when the file changed nothing. */
  markReturned(collectionId: number, regionId: number, sourceId: number | null): void;
}

const Options = z.strictObject({ rows: z.enum(collectionRowKinds), lastYear: z.boolean() });
const Codes = z.array(z.string());

interface CollectionRow {
  readonly id: number;
  readonly token: string;
  readonly title: string;
  readonly period: string;
  readonly indicators: string;
  readonly options: string;
  readonly made_at: string;
  readonly by_whom: string;
}
interface UnitRow {
  readonly region_id: number;
  readonly file_name: string;
  readonly returned_at: string | null;
  readonly source_id: number | null;
}

export function createCollectionRepository({ db, write, timestamp }: Connection): CollectionRepository {
  const selectAll = db.prepare<[], CollectionRow>('SELECT * FROM collection ORDER BY id DESC');
  const selectByToken = db.prepare<[string], CollectionRow>('SELECT * FROM collection WHERE token = ?');
  // A return whose import was taken back is none.
  const selectUnits = db.prepare<[number], UnitRow>(
    `SELECT region_id, collection_unit.file_name,
       CASE WHEN undone_at IS NULL THEN returned_at END AS returned_at, source_id
     FROM collection_unit JOIN region ON region.id = region_id LEFT JOIN source ON source.id = source_id WHERE collection_id = ? ORDER BY region.sort, region_id`,
  );
  const insertCollection = db.prepare<[string, string, string, string, string, string, string]>(
    `INSERT INTO collection (token, title, period, indicators, options, made_at, by_whom) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertUnit = db.prepare<[number, number, string]>(
    `INSERT INTO collection_unit (collection_id, region_id, file_name, state) VALUES (?, ?, ?, '未报')`,
  );
  const updateUnit = db.prepare<[string, number | null, number, number]>(
    `UPDATE collection_unit SET state = '已报', returned_at = ?, source_id = coalesce(?, source_id)
     WHERE collection_id = ? AND region_id = ?`,
  );

  function complete(row: CollectionRow): Collection {
    const { id, token, title, period } = row;
    const units = selectUnits.all(id).map(({ region_id, file_name, returned_at, source_id }) => ({
      regionId: region_id,
      fileName: file_name,
      returned: returned_at === null ? null : { at: returned_at, sourceId: source_id },
    }));
    const indicators = Codes.parse(JSON.parse(row.indicators));
    const options = Options.parse(JSON.parse(row.options));
    return { id, token, title, period, indicators, ...options, madeAt: row.made_at, byWhom: row.by_whom, units };
  }

  function insert({ token, title, period, indicators, rows, lastYear, byWhom, units }: NewCollection): Collection {
    return write(() => {
      const options = JSON.stringify({ rows, lastYear });
      const codes = JSON.stringify(indicators);
      const { lastInsertRowid } = insertCollection.run(token, title, period, codes, options, timestamp(), byWhom);
      for (const { regionId, fileName } of units) insertUnit.run(Number(lastInsertRowid), regionId, fileName);
      const row = selectByToken.get(token);
      if (!row) throw new Error('the collection went away after it was made');
      return complete(row);
    });
  }

  return {
    all: () => selectAll.all().map(complete),
    byToken: (token) => {
      const row = selectByToken.get(token);
      return row && complete(row);
    },
    insert,
    markReturned(collectionId, regionId, sourceId) {
      write(() => updateUnit.run(timestamp(), sourceId, collectionId, regionId));
    },
  };
}
