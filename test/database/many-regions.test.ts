import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createConnection } from '../../electron/core/database/connection.ts';
import { createRegionRepository } from '../../electron/core/database/region-repository.ts';
import { clock, newWorkspace } from './fixture.ts';

/** The regions of a data file, and every statement that runs for them. */
function watchedRegions() {
  const { path } = newWorkspace();
  const statements: string[] = [];
  const db = new SqliteDatabase(path, { verbose: (sql) => statements.push(String(sql)) });
  onTestFinished(() => void db.close());
  const connection = createConnection(db, path, clock);
  return { connection, regions: createRegionRepository(connection), statements };
}

const school = { code: null, level: '校', parentId: null } as const;

test('a long list of regions is put one after the other without reading all of them for each', () => {
  const { connection, regions, statements } = watchedRegions();
  regions.insert({ ...school, name: '一校', sort: 7 });
  statements.length = 0;
  const places = connection.write(
    () => Array.from({ length: 100 }, (_, index) => regions.insert({ ...school, name: `学校${index}` }).sort),
    'parts',
  );
  expect(places).toEqual(Array.from({ length: 100 }, (_, index) => 8 + index));
  const scans = statements.filter((sql) => sql.includes('max(sort)') || sql.includes('ORDER BY level'));
  expect(scans.length).toBeLessThanOrEqual(1);
});

test('the last place is looked for again after any other change', () => {
  const { connection, regions } = watchedRegions();
  const first = regions.insert({ ...school, name: '一校' });
  regions.update({ ...first, sort: 50 });
  expect(regions.insert({ ...school, name: '二校' }).sort).toBe(51);
  expect(() =>
    connection.write(() => {
      regions.insert({ ...school, name: '三校', sort: 90 });
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(regions.insert({ ...school, name: '四校' }).sort).toBe(52);
});
