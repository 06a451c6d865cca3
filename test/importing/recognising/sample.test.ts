import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import type { Region } from '../../../shared/figures/catalogue.ts';
import { indicators as catalogue } from '../../templates/read-templates.ts';
import { ids, indicators as invented, regions as inventedRegions, recognise, summary } from './fixture.ts';

const [basis] = invented;
const codes = catalogue.map(({ 名称 }) => 名称);
const shipped = catalogue.flatMap((each, at) =>
  basis
    ? {
        ...basis,
        id: at + 1,
        code: each.代码,
        name: each.名称,
        aliases: each.别名,
        unit: each.单位,
        part:
          each.基础指标 === undefined
            ? null
            : { baseId: codes.indexOf(each.基础指标) + 1, dimensions: each.维度 ?? {} },
      }
    : [],
);
const [place] = inventedRegions;
const region = (id: number, name: string, parentId: number | null): readonly Region[] =>
  place ? [{ ...place, id, name, code: null, level: parentId === null ? '市' : '县', parentId }] : [];
const counties = ['吴兴区', '南浔区', '德清县', '长兴县', '安吉县'].flatMap((name, at) => region(at + 2, name, 1));
const sample = `${process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))}/samples/spreadsheets/随迁子女情况统计表-三级表头.xlsx`;

// The sample stands outside the project: without it this case is left out.
test.skipIf(!existsSync(sample))('a real form with three levels of headings needs no help', () => {
  const read = readGrid(readFileSync(sample), '统计表.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  const context = { indicators: shipped, regions: [...region(1, '湖州市', null), ...counties] };
  const [table] = recognise(read.value, { context });
  expect(table?.columns.map(summary)).toEqual([
    'name 区县',
    'code 区划代码',
    'data 合计/计 随迁子女人数(dimensions)',
    'data 合计/其中/公办 公办就读人数(dimensions)',
    'data 合计/其中/民办 民办就读人数(dimensions)',
    'data 小学/计 小学随迁子女人数(name)',
    'data 小学/其中/公办 小学随迁子女公办就读人数(dimensions)',
    'data 小学/其中/民办 unknown:小学/其中/民办',
    'data 小学/其中/其中:女 unknown:小学/其中/其中:女',
    'data 初中/计 初中随迁子女人数(name)',
    'data 初中/其中/公办 初中随迁子女公办就读人数(dimensions)',
    'data 初中/其中/民办 unknown:初中/其中/民办',
    'data 公办就读比例(%) 公办就读比例(name)',
  ]);
  expect(table?.rows[0]).toMatchObject({
    role: 'total',
    region: { thing: { name: '湖州市' } },
    sumOf: [7, 8, 9, 10, 11, 12],
  });
  expect(table?.period?.label).toBe('2021年');
  expect(ids(table?.questions ?? [])).toEqual([
    'indicator:小学/其中/民办',
    'indicator:小学/其中/其中:女',
    'indicator:初中/其中/民办',
    'region:市本级',
  ]);
  // A part is named after its sibling, and what another column already is, is not suggested.
  expect(table?.questions[0]).toMatchObject({
    suggestions: [],
    proposal: { name: '小学随迁子女民办就读人数', unit: '人' },
  });
});
