import { expect, test } from 'vitest';
import type { Workspace } from '../../../electron/core/database/workspace.ts';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import {
  importRegions,
  previewRegions,
} from '../../../electron/core/services/catalogue/region-table/import-regions.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau, newWorkspace } from '../../database/fixture.ts';

function table(text: string) {
  return expectValue(readGrid(new TextEncoder().encode(text), '地区.csv'));
}

function listOf(workspace: Workspace): readonly string[] {
  const regions = workspace.regions.all();
  const nameOf = (id: number | null) => regions.find((each) => each.id === id)?.name ?? '—';
  return regions.map(({ name, level, parentId, code, kind }) => `${name} ${level} ${nameOf(parentId)} ${code} ${kind}`);
}

test('codes of GB/T 2260 give level and parent; the order of lines and columns does not matter', () => {
  const workspace = newWorkspace();
  const text = [
    '全省地区表\t',
    '名称\t行政区划代码',
    '织里镇\t330502100',
    '吴兴区\t330502',
    '浙江省\t330000',
    '湖州市\t330500',
    '湖州市本级\t330500',
    '济源市\t419001',
    '河南省\t410000',
  ].join('\n');
  const plan = expectValue(importRegions(workspace, table(text), []));
  expect(plan.map(({ status }) => status)).toEqual(Array(7).fill('new'));
  expect(listOf(workspace).toSorted()).toEqual(
    [
      '浙江省 省 — 330000 行政区',
      '河南省 省 — 410000 行政区',
      '湖州市 市 浙江省 330500 行政区',
      '湖州市本级 县 湖州市 null 市本级',
      '吴兴区 县 湖州市 330502 行政区',
      '济源市 县 河南省 419001 行政区',
      '织里镇 乡 吴兴区 330502100 行政区',
    ].toSorted(),
  );
});

test('what is known is changed or left alone, by code or by name', () => {
  const { workspace, city } = newBureau();
  const text = [
    '代码,名称,级别,上级,别名,性质,计入合计',
    '330500,湖州市,市,浙江省,,,',
    '330521,德清区,,,德清,,',
    ',南浔区,县,湖州市,,,否',
    ',南太湖新区,县,3305,新区,开发区,是',
  ].join('\n');
  const plan = expectValue(previewRegions(workspace, table(text)));
  expect(plan.map(({ line, status, note }) => `${line} ${status} ${note}`)).toEqual([
    '2 same ',
    '3 new 县级，属于湖州市',
    '4 changed 计入合计：是 → 否',
    '5 new 县级，属于湖州市',
  ]);
  expectValue(importRegions(workspace, table(text), []));
  expect(workspace.regions.all().find(({ name }) => name === '南太湖新区')).toMatchObject({
    parentId: city.id,
    kind: '开发区',
    aliases: ['新区'],
  });
  expect(expectValue(importRegions(workspace, table(text), [])).map(({ status }) => status)).toEqual(
    Array(4).fill('same'),
  );
});

test('one wrong line, and nothing is imported', () => {
  const { workspace } = newBureau();
  const before = workspace.regions.all();
  const text =
    '代码,名称,级别,上级\n330599,好县,县,湖州市\n,甲校,校,没有的县\n330502,吴兴区,县,\n330502,吴兴,县,\nx,乙,,\n';
  const notes = expectValue(previewRegions(workspace, table(text))).map(({ status, note }) => `${status} ${note}`);
  expect(notes).toEqual([
    'new 县级，属于湖州市',
    'problem 没有名称或代码为“没有的县”的上级，请先添加它，或改正。',
    'same ',
    'problem 与第 4 行是同一个地区。请只留一行。',
    'problem 不知道级别：代码不是 6 位或 9 位的区划代码，请写“级别”。',
  ]);
  const failure = expectFailure(importRegions(workspace, table(text), []));
  expect(describeFailure(failure)).toContain('表里有 3 行不能导入，什么都没有导入。第一处：第 3 行“甲校”');
  expect(workspace.regions.all()).toEqual(before);
});

test('a table without names is refused', () => {
  const { workspace } = newBureau();
  expect(describeFailure(expectFailure(previewRegions(workspace, table('甲,乙\n1,2\n'))))).toContain(
    '没有“名称”这一列',
  );
});
