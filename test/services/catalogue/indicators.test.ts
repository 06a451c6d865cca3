import { expect, test } from 'vitest';
import type { Workspace } from '../../../electron/core/database/workspace.ts';
import { addShipped, listNewlyShipped } from '../../../electron/core/services/catalogue/add-shipped.ts';
import { initialsOf } from '../../../electron/core/services/catalogue/initials.ts';
import {
  deleteIndicator,
  type IndicatorRequest,
  saveIndicator,
} from '../../../electron/core/services/catalogue/save-indicator.ts';
import type { Indicator } from '../../../shared/figures/catalogue.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { matchesSearch } from '../../../shared/figures/search.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../../database/fixture.ts';

function requestOf(indicator: Indicator): IndicatorRequest {
  const { id, code, name, unit, aliases, formula, timing, aggregation, better, group, definition } = indicator;
  const { scale, shownDecimals } = indicator;
  const rest = { timing, aggregation, better, group, definition, base: null, dimensions: [] };
  return { id, code, name, unit, aliases, formula, decimals: String(scale), shownDecimals, ...rest };
}

function putChildren(workspace: Workspace, indicator: Indicator, decimal: string) {
  const [region] = workspace.regions.all();
  if (region === undefined) throw new Error('bad fixture');
  const place = { indicatorId: indicator.id, regionId: region.id, period: makePeriod('自然年', 2023) };
  expectValue(workspace.observations.put({ ...place, cell: { kind: 'value', decimal }, sourceId: null, byWhom: '' }));
  return () => workspace.observations.column(indicator.id, '2023年').get(region.id)?.cell;
}

function refusal(workspace: Workspace, request: IndicatorRequest): string {
  const before = workspace.indicators.all();
  const text = describeFailure(expectFailure(saveIndicator(workspace, request, [])));
  expect(workspace.indicators.all()).toEqual(before);
  return text;
}

test('a renamed indicator answers to its old name, and formulas keep their meaning', () => {
  const { workspace, children } = newBureau();
  workspace.indicators.insert({ ...children, code: 'x', name: '两倍', aliases: [], formula: '随迁子女人数 × 2' });
  const renamed = expectValue(saveIndicator(workspace, { ...requestOf(children), name: '随迁子女总数' }, []));
  expect(renamed.aliases).toEqual(['随迁子女', '随迁子女人数']);
  expect(refusal(workspace, { ...requestOf(renamed), aliases: ['随迁子女'] })).toContain('指标“两倍”的算式');
  const freed = expectValue(saveIndicator(workspace, { ...requestOf(renamed), aliases: ['随迁子女人数'] }, []));
  expect(freed.aliases).toEqual(['随迁子女人数']);
});

test('more decimals are kept exactly, fewer only where nothing is lost', () => {
  const { workspace, funds } = newBureau();
  const cell = putChildren(workspace, funds, '332.26');
  expectValue(saveIndicator(workspace, { ...requestOf(funds), decimals: '4', shownDecimals: 2 }, []));
  expect(cell()).toEqual({ kind: 'value', decimal: '332.2600' });
  const [, , wide] = workspace.indicators.all();
  if (wide === undefined) throw new Error('bad fixture');
  expect(wide).toMatchObject({ scale: 4, shownDecimals: 2 });
  expect(refusal(workspace, { ...requestOf(wide), decimals: '1' })).toContain('1 位小数存不下');
  expectValue(saveIndicator(workspace, { ...requestOf(wide), decimals: '2' }, []));
  expect(cell()).toEqual({ kind: 'value', decimal: '332.26' });
});

test('an indicator with figures gets another unit only when a person asked for it, and its numbers stay', () => {
  const { workspace, children } = newBureau();
  const cell = putChildren(workspace, children, '5');
  expectValue(saveIndicator(workspace, { ...requestOf(children), unit: '名', unitChange: { kind: 'rename' } }, []));
  expect(cell()).toEqual({ kind: 'value', decimal: '5' });
  workspace.periodBook.lock(makePeriod('自然年', 2023), '张三');
  const back = { ...requestOf(children), unit: '人', unitChange: { kind: 'rename' } } as const;
  expect(refusal(workspace, back)).toContain('2023年的数据已经定稿');
});

test('an indicator that an import made without a unit can be given one', () => {
  const { workspace, children } = newBureau();
  const bare = { ...requestOf(children), id: null, code: null, name: '抽查学校数', aliases: [], unit: '' };
  const made = expectValue(saveIndicator(workspace, bare, []));
  putChildren(workspace, made, '5');
  workspace.periodBook.lock(makePeriod('自然年', 2023), '张三');
  expect(refusal(workspace, { ...requestOf(made), unit: '所' })).toContain('单位没有改');
  const named = expectValue(
    saveIndicator(workspace, { ...requestOf(made), unit: '所', unitChange: { kind: 'rename' } }, []),
  );
  expect(named.unit).toBe('所');
});

test('what the data rest on is not changed under them', () => {
  const { workspace, children } = newBureau();
  expectValue(saveIndicator(workspace, { ...requestOf(children), unit: '名' }, []));
  expectValue(saveIndicator(workspace, { ...requestOf(children), unit: '人' }, []));
  putChildren(workspace, children, '5');
  expect(refusal(workspace, { ...requestOf(children), unit: '名' })).toContain('单位没有改');
  const formula = '资助金额 ÷ 资助金额';
  expect(refusal(workspace, { ...requestOf(children), formula })).toContain('没有保存');
  expect(refusal(workspace, { ...requestOf(children), name: '资助金额' })).toContain('已经有名为“资助金额”的指标');
});

test('a unit that formulas rest on is not changed', () => {
  const { workspace, children } = newBureau();
  workspace.indicators.insert({ ...children, code: 'x', name: '两倍', aliases: [], formula: '随迁子女人数 × 2' });
  expect(refusal(workspace, { ...requestOf(children), unit: '所' })).toContain('“随迁子女人数”');
});

test('a circle of formulas is refused', () => {
  const { workspace, children } = newBureau();
  const twice = workspace.indicators.insert({
    ...children,
    code: 'x',
    name: '两倍',
    aliases: [],
    formula: '随迁子女人数 × 2',
  });
  workspace.indicators.insert({ ...children, code: 'y', name: '四倍', aliases: [], formula: '两倍 × 2' });
  expect(refusal(workspace, { ...requestOf(twice), formula: '四倍 ÷ 2' })).toContain('循环引用');
});

test('a part names its base and dimensions, and is not changed into one of itself', () => {
  const { workspace, children } = newBureau();
  const draft = { ...requestOf(children), id: null, code: null, name: '小学随迁', aliases: [] };
  const part = expectValue(saveIndicator(workspace, { ...draft, base: '随迁子女人数', dimensions: ['学段=小学'] }, []));
  expect(part.part).toEqual({ baseId: children.id, dimensions: { 学段: '小学' } });
  expect(refusal(workspace, { ...requestOf(children), base: '小学随迁', dimensions: ['办别=公办'] })).toContain(
    '不能是它自己的一部分',
  );
});

test('only an own indicator without data that nothing names is deleted', () => {
  const { workspace, children, share } = newBureau();
  workspace.indicators.insert({ ...children, code: 'x', name: '两倍', aliases: [], formula: '随迁子女人数 × 2' });
  const refused = (id: number) => describeFailure(expectFailure(deleteIndicator(workspace, id, [])));
  const own = expectValue(
    saveIndicator(workspace, { ...requestOf(children), id: null, code: null, name: '甲乙', aliases: [] }, []),
  );
  expect(own.code).toBe('own_1');
  expect(expectValue(deleteIndicator(workspace, own.id, [])).name).toBe('甲乙');
  putChildren(workspace, share, '5');
  expect(refused(share.id)).toContain('“公办就读比例”还有 1 个数据');
  const named = expectValue(
    saveIndicator(workspace, { ...requestOf(children), id: null, code: null, name: '丙丁', aliases: [] }, []),
  );
  workspace.indicators.insert({ ...children, code: 'z', name: '戊', aliases: [], formula: '丙丁 × 2' });
  expect(refused(named.id)).toContain('指标“戊”的算式');
});

test('an older data file is offered what the catalogue has gained, with what stands in the way', () => {
  const { workspace } = newBureau();
  const missing = listNewlyShipped(workspace);
  expect(missing.length).toBeGreaterThan(50);
  expect(missing.find(({ name }) => name === '公办就读比例')?.blocked).toContain('已经有名为“公办就读比例”的指标');
  const [free] = missing.filter(({ blocked }) => blocked === null);
  if (free === undefined) throw new Error('nothing to add');
  expect(expectValue(addShipped(workspace, [free.code], []))).toBe(1);
  expect(listNewlyShipped(workspace).some(({ code }) => code === free.code)).toBe(false);
});

test('names are found by their initials, by every reading of each character', () => {
  expect(initialsOf('长兴县')).toBe('cz x x');
  expect(initialsOf('15-64岁人口（万人）')).toMatch(/^1 5 6 4 s r k w\w* r$/);
  const county = { name: '长兴县', aliases: ['长兴'], code: '330522', initials: initialsOf('长兴县') };
  const found = (typed: readonly string[]) => typed.filter((text) => matchesSearch(county, text));
  const right = ['cxx', 'zxx', 'xx', 'CX', '长兴', ' 兴 县 ', '3305', ''];
  expect(found(right)).toEqual(right);
  expect(found(['cxz', '湖', '522', 'cxxx'])).toEqual([]);
});
