import { expect, test } from 'vitest';
import { addressOf, parseRoute } from '../../renderer/src/app/route.ts';
import { foundRows, possibleParents, treeRows } from '../../renderer/src/screens/settings/regions/region-tree.ts';
import type { RegionView } from '../../shared/api/catalogue.ts';

const region = (id: number, name: string, level: RegionView['level'], parentId: number | null): RegionView => ({
  id,
  name,
  level,
  parentId,
  code: null,
  aliases: [],
  kind: '行政区',
  inTotal: true,
  validFrom: null,
  validTo: null,
  sort: id,
  initials: '',
  end: null,
});
const regions = [
  region(1, '湖州市', '市', null),
  region(2, '银川市', '市', null),
  region(3, '吴兴区', '县', 1),
  region(4, '永宁县', '县', 2),
  region(5, '织里镇', '乡', 3),
  region(6, '织里小学', '校', 5),
];
const namesOf = (toggled: readonly number[]) =>
  treeRows(regions, new Set(toggled)).map((row) => `${'-'.repeat(row.depth)}${row.region.name}`);

test('each region stands below its parent; what lies below a county shows when it is opened', () => {
  expect(namesOf([])).toEqual(['湖州市', '-吴兴区', '银川市', '-永宁县']);
  expect(namesOf([3, 5])).toEqual(['湖州市', '-吴兴区', '--织里镇', '---织里小学', '银川市', '-永宁县']);
  expect(namesOf([1])).toEqual(['湖州市', '银川市', '-永宁县']);
  expect(foundRows(regions, '织里').map((row) => row.region.name)).toEqual(['织里镇', '织里小学']);
});

test('a region is offered parents of a higher level that do not lie below it', () => {
  const namesFor = (level: string, id: number | null) => possibleParents(regions, level, id).map(({ name }) => name);
  expect(namesFor('县', null)).toEqual(['湖州市', '银川市']);
  expect(namesFor('校', 3)).toEqual(['湖州市', '银川市', '永宁县']);
});

test('the address leads to each part of 设置', () => {
  expect(parseRoute('#/settings/rules')).toEqual({ screen: 'settings', tab: 'rules' });
  expect(parseRoute('#/settings')).toEqual({ screen: 'settings', tab: 'regions' });
  expect(parseRoute('#/settings/nothing')).toEqual({ screen: 'settings', tab: 'regions' });
  expect(parseRoute('#/settings/../x')).toEqual({ screen: 'home' });
  for (const route of [
    { screen: 'settings', tab: 'periods' },
    { screen: 'report', id: 3 },
    { screen: 'home' },
  ] as const) {
    expect(parseRoute(addressOf(route))).toEqual(route);
  }
});
