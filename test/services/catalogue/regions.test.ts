import { expect, test } from 'vitest';
import { deleteRegion, endRegion, resumeRegion } from '../../../electron/core/services/catalogue/end-region.ts';
import { moveRegion, type RegionRequest, saveRegion } from '../../../electron/core/services/catalogue/save-region.ts';
import { findRegion } from '../../../electron/core/services/find-by-name.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../../database/fixture.ts';

const blank: RegionRequest = {
  id: null,
  code: null,
  name: '安吉县',
  aliases: [],
  level: '县',
  parentId: null,
  kind: '行政区',
  validFrom: null,
  validTo: null,
  inTotal: true,
  sort: null,
};

function bureau() {
  const made = newBureau();
  const [wuxing, nanxun, deqing] = made.counties;
  if (wuxing === undefined || nanxun === undefined || deqing === undefined) throw new Error('bad fixture');
  const county: RegionRequest = { ...blank, parentId: made.city.id };
  return { ...made, wuxing, nanxun, deqing, county };
}

test('a county is added, tidied, and moved in its row', () => {
  const { workspace, county, city } = bureau();
  const added = expectValue(saveRegion(workspace, { ...county, name: ' 安吉县 ', aliases: ['安吉', ' ', '安吉'] }, []));
  expect(added).toMatchObject({ name: '安吉县', aliases: ['安吉'], parentId: city.id, code: null });
  const names = () =>
    workspace.regions
      .all()
      .filter(({ level }) => level === '县')
      .map(({ name }) => name);
  expectValue(moveRegion(workspace, { id: added.id, by: -1 }));
  expect(names()).toEqual(['吴兴区', '南浔区', '安吉县', '德清县']);
  expectValue(moveRegion(workspace, { id: added.id, by: 1 }));
  expectValue(moveRegion(workspace, { id: added.id, by: 1 }));
  expect(names()).toEqual(['吴兴区', '南浔区', '德清县', '安吉县']);
});

test.each<[string, Partial<RegionRequest>]>([
  ['湖州市下面已经有“德清县”', { name: '德清县' }],
  ['“湖州”已经是“湖州市”的名称、别名或代码', { aliases: ['湖州'] }],
  ['“湖州”已经是“湖州市”的名称、别名或代码', { name: '湖州' }],
  ['代码“330502”已经是“吴兴区”的', { code: '330502' }],
  ['代码“33 05”不合写法', { code: '33 05' }],
  ['不能作地区的名称', { name: '安吉县[新]' }],
  ['不能作地区的名称', { name: ' ' }],
  ['“湖州市”是市级，“安吉市”是市级，不能在它下面', { name: '安吉市', level: '市' }],
  ['“2021-02-30”不是一个日期', { validFrom: '2021-02-30' }],
  ['撤并日期不晚于设立日期', { validFrom: '2021-02-01', validTo: '2021-01-01' }],
])('refused with “%s”', (sentence, change) => {
  const { workspace, county } = bureau();
  const before = workspace.regions.all();
  expect(describeFailure(expectFailure(saveRegion(workspace, { ...county, ...change }, [])))).toContain(sentence);
  expect(workspace.regions.all()).toEqual(before);
});

test('a region cannot come to lie below itself', () => {
  const { workspace, city, wuxing } = bureau();
  const town = workspace.regions.insert({ code: null, name: '织里镇', level: '乡', parentId: wuxing.id });
  const failure = expectFailure(saveRegion(workspace, { ...city, parentId: town.id }, []));
  expect(describeFailure(failure)).toContain('“织里镇”就在“湖州市”下面');
  expect(describeFailure(expectFailure(saveRegion(workspace, { ...city, parentId: city.id }, [])))).toContain('上级');
});

test('a renamed region answers to its old name, which formulas may use', () => {
  const { workspace, deqing, children } = bureau();
  workspace.indicators.insert({
    ...children,
    code: 'd',
    name: '德清人数',
    aliases: [],
    formula: '随迁子女人数[德清县]',
  });
  const renamed = expectValue(saveRegion(workspace, { ...deqing, name: '德清区' }, []));
  expect(renamed.aliases).toEqual(['德清县']);
  expect(expectValue(findRegion(workspace.regions.all(), '德清县')).id).toBe(deqing.id);
  const failure = expectFailure(saveRegion(workspace, { ...renamed, aliases: [] }, []));
  expect(describeFailure(failure)).toBe(
    '“德清区”的名称、别名或代码正用在指标“德清人数”的算式里，改了就算不出来或变了意思，没有保存。请先改它们。',
  );
});

test('one name under two parents is allowed, and then neither is meant by the name alone', () => {
  const { workspace, city } = bureau();
  const other = workspace.regions.insert({ code: '3203', name: '徐州市', level: '市', parentId: null });
  expectValue(saveRegion(workspace, { ...blank, name: '德清县', parentId: other.id }, []));
  const regions = workspace.regions.all();
  expect(describeFailure(expectFailure(findRegion(regions, '德清县')))).toContain('“湖州市德清县”或“徐州市德清县”');
  expect(expectValue(findRegion(regions, '湖州市德清县')).parentId).toBe(city.id);
});

test('a county goes into another on a day; its data stay, and it can be taken back', () => {
  const { workspace, wuxing, deqing, children } = bureau();
  const put = { indicatorId: children.id, regionId: deqing.id, period: makePeriod('自然年', 2020), byWhom: '张三' };
  expectValue(workspace.observations.put({ ...put, cell: { kind: 'value', decimal: '5' }, sourceId: null }));
  const request = { id: deqing.id, on: '2021-05-01', intoId: wuxing.id, note: ' 撤县并区 ', byWhom: '张三' };
  expect(expectValue(endRegion(workspace, request)).validTo).toBe('2021-04-30');
  expect(workspace.regions.changes()).toMatchObject([
    { oldId: deqing.id, newId: wuxing.id, onDate: '2021-05-01', note: '撤县并区', byWhom: '张三' },
  ]);
  expect(workspace.observations.column(children.id, '2020年').get(deqing.id)?.cell).toEqual({
    kind: 'value',
    decimal: '5',
  });
  expect(expectFailure(endRegion(workspace, request)).code).toBe('region-ended-already');
  expect(expectValue(resumeRegion(workspace, deqing.id, [])).validTo).toBeNull();
  expect(workspace.regions.changes()).toEqual([]);
});

test('a region whose name another has taken does not come back while a formula means the other', () => {
  const { workspace, wuxing, deqing, children } = bureau();
  const request = { id: deqing.id, on: '2021-05-01', intoId: wuxing.id, note: '', byWhom: '张三' };
  expectValue(endRegion(workspace, request));
  const other = workspace.regions.insert({ code: '3203', name: '徐州市', level: '市', parentId: null });
  workspace.regions.insert({ code: '320302', name: '德清县', level: '县', parentId: other.id });
  workspace.indicators.insert({
    ...children,
    code: 'd',
    name: '德清人数',
    aliases: [],
    formula: '随迁子女人数[德清县]',
  });
  const failure = expectFailure(resumeRegion(workspace, deqing.id, []));
  expect(describeFailure(failure)).toContain('“德清县”这个名称正用在指标“德清人数”的算式里');
});

test('a region with others below it does not end before them', () => {
  const { workspace, city } = bureau();
  const failure = expectFailure(
    endRegion(workspace, { id: city.id, on: '2021-05-01', intoId: null, note: '', byWhom: '' }),
  );
  expect(describeFailure(failure)).toContain('“湖州市”下面还有“吴兴区”、“南浔区”、“德清县”');
});

test('only a region that nothing refers to is deleted; the refusal names what does', () => {
  const { workspace, city, deqing, nanxun, children } = bureau();
  const put = { indicatorId: children.id, regionId: deqing.id, period: makePeriod('自然年', 2020), byWhom: '张三' };
  expectValue(workspace.observations.put({ ...put, cell: { kind: 'value', decimal: '5' }, sourceId: null }));
  const refusal = (id: number) => describeFailure(expectFailure(deleteRegion(workspace, id, [])));
  expect(refusal(deqing.id)).toContain('“德清县”还有 1 个数据，没有删除。');
  expect(refusal(city.id)).toContain('“湖州市”还有 3 个下级地区');
  workspace.indicators.insert({
    ...children,
    code: 'n',
    name: '南浔人数',
    aliases: [],
    formula: '随迁子女人数[南浔区]',
  });
  expect(refusal(nanxun.id)).toContain('指标“南浔人数”的算式');
  const spare = workspace.regions.insert({ code: null, name: '多余县', level: '县', parentId: city.id });
  expect(expectValue(deleteRegion(workspace, spare.id, [])).name).toBe('多余县');
});
