import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Region } from '../../shared/figures/catalogue.ts';
import { newBureau, reopen } from './fixture.ts';

/** Every tie of the stored closure, as `上级>下级 深度`. */
function tiesOf(path: string, regions: readonly Region[]): readonly string[] {
  const db = new SqliteDatabase(path, { readonly: true });
  const rows = db
    .prepare<[], { ancestor: number; descendant: number; depth: number }>('SELECT * FROM region_tree')
    .all();
  db.close();
  const nameOf = (id: number) => regions.find((region) => region.id === id)?.name ?? '';
  return rows.map(({ ancestor, descendant, depth }) => `${nameOf(ancestor)}>${nameOf(descendant)} ${depth}`).sort();
}

/** What the parents say the closure must be. */
function tiesByParents(regions: readonly Region[]): readonly string[] {
  const ties: string[] = [];
  for (const region of regions) {
    let depth = 0;
    for (let above: Region | undefined = region; above !== undefined; depth += 1) {
      ties.push(`${above.name}>${region.name} ${depth}`);
      const { parentId }: Region = above;
      above = regions.find(({ id }) => id === parentId);
    }
  }
  return ties.sort();
}

test('kind, days and aliases are read as they were put', () => {
  const { workspace, city } = newBureau();
  const zone = workspace.regions.insert({
    code: null,
    name: '开发区',
    level: '县',
    parentId: city.id,
    kind: '开发区',
    validFrom: '2010-01-01',
    validTo: '2020-12-31',
    inTotal: false,
  });
  expect(zone).toMatchObject({ kind: '开发区', validFrom: '2010-01-01', validTo: '2020-12-31', inTotal: false });
  const changed = { ...zone, name: '南太湖新区', aliases: ['开发区', '新区'], validTo: null, inTotal: true };
  workspace.regions.update(changed);
  expect(
    reopen(workspace)
      .regions.all()
      .find(({ id }) => id === zone.id),
  ).toEqual(changed);
});

test('what lies below a region moves with it', () => {
  const { workspace, city, counties } = newBureau();
  const [wuxing, nanxun] = counties;
  if (wuxing === undefined || nanxun === undefined) throw new Error('bad test');
  const town = workspace.regions.insert({ code: null, name: '织里镇', level: '乡', parentId: wuxing.id });
  workspace.regions.insert({ code: null, name: '织里小学', level: '校', parentId: town.id });
  const check = () => {
    const regions = workspace.regions.all();
    expect(tiesOf(workspace.path, regions)).toEqual(tiesByParents(regions));
  };
  workspace.regions.update({ ...town, parentId: nanxun.id });
  check();
  workspace.regions.update({ ...town, parentId: null });
  check();
  workspace.regions.update({ ...town, parentId: city.id });
  check();
  expect(workspace.regions.below(city.id).size).toBe(6);
  expect(() => workspace.regions.update({ ...city, parentId: town.id })).toThrow('below itself');
  check();
});

test('a region that nothing refers to is removed with its aliases', () => {
  const { workspace, city } = newBureau();
  const spare = workspace.regions.insert({
    code: '330599',
    name: '多余',
    aliases: ['余'],
    level: '县',
    parentId: city.id,
  });
  expect(Object.values(workspace.regions.uses(spare.id)).every((count) => count === 0)).toBe(true);
  expect(workspace.regions.uses(city.id).children).toBe(4);
  workspace.regions.remove(spare.id);
  expect(workspace.regions.all().some(({ id }) => id === spare.id)).toBe(false);
  workspace.regions.insert({ code: '330599', name: '别的', aliases: ['余'], level: '县', parentId: city.id });
});
