import { expect, test } from 'vitest';
import { describeQuestion } from '../../../electron/core/importing/describe-question.ts';
import type { GridCell } from '../../../electron/core/importing/grid.ts';
import type { ImportAnswer } from '../../../electron/core/importing/mapping.ts';
import { newBureau } from '../../database/fixture.ts';
import { formula, lines, number, rowsOf, stage } from './fixture.ts';

const totals = { r4: { role: 'total', sumOf: [1, 2, 3] } } as const;
const body = (last: string, first = '5') => `地区,随迁子女人数\n吴兴区,${first}\n南浔区,6\n德清县,7\n湖州市,${last}`;

test('a total that is the sum of its parts is the figure of the region they belong to', () => {
  const staged = stage(newBureau().workspace, { rows: rowsOf(body('18')), lines: totals });
  expect(lines(staged).at(-1)).toBe('B5 湖州市 随迁子女人数 18 new');
  expect(staged.totals).toEqual([
    { cell: 'B5', label: '湖州市 · 随迁子女人数', stated: '18', sum: '18', agrees: true },
  ]);
});

test('a total that differs waits for a person, who takes one of the two or neither', () => {
  const { workspace } = newBureau();
  const fixture = { rows: rowsOf(body('20')), lines: totals };
  const staged = stage(workspace, fixture);
  expect(lines(staged).at(-1)).toBe('B5 湖州市 随迁子女人数 20 total');
  expect(staged.cells.at(-1)).toMatchObject({ question: 'total:B5', write: null });
  expect(staged.questions).toEqual([
    {
      kind: 'total',
      id: 'total:B5',
      cell: 'B5',
      text: '湖州市 · 随迁子女人数',
      stated: '20',
      sum: '18',
      of: 'rows',
      other: null,
      hint: null,
    },
  ]);
  const taken = (take: 'file' | 'sum') =>
    stage(workspace, fixture, { 'total:B5': { kind: 'total', take } }).cells.at(-1);
  expect(taken('file')).toMatchObject({ value: '20', status: 'new', note: '各分项相加是 18，按表里写的取' });
  expect(taken('sum')).toMatchObject({ value: '18', status: 'new', note: '表里写的是 20，按各分项之和 18 取' });
  expect(stage(workspace, fixture, { 'total:B5': { kind: 'leave-out' } }).cells.at(-1)?.status).toBe('left-out');
});

test('once taken, neither the total nor the sum is asked about again', () => {
  for (const recorded of ['18', '20']) {
    const { workspace, children, city } = newBureau();
    workspace.observations.put({
      indicatorId: children.id,
      regionId: city.id,
      period: { kind: '自然年', year: 2021, index: 1, label: '2021年' },
      cell: { kind: 'value', decimal: recorded },
      sourceId: null,
      byWhom: '张三',
    });
    const staged = stage(workspace, { rows: rowsOf(body('20')), lines: totals });
    expect(staged.cells.at(-1)).toMatchObject({ status: 'same', write: null });
    expect(staged.questions).toEqual([]);
  }
});

test('a hint names the text that Excel leaves out of its sum', () => {
  const rows = [
    ['地区', '随迁子女人数'],
    ['吴兴区', '12,800'],
    ['南浔区', number('6')],
    ['德清县', ' 369 '],
    ['湖州市', formula('SUM(B2:B4)')],
  ];
  const staged = stage(newBureau().workspace, { rows, lines: totals });
  expect(staged.questions).toMatchObject([
    { stated: '6', sum: '13175', hint: 'B2“12,800”、B4“369”是文字，Excel 求和时不计入。' },
  ]);
});

test('signs for nothing add nothing; parts that were not reported leave the total unchecked, and that is said', () => {
  const { workspace } = newBureau();
  const last = (first: string, total: string) =>
    stage(workspace, { rows: rowsOf(body(total, first)), lines: totals }).cells.at(-1);
  expect(last('—', '13')).toMatchObject({ status: 'new', note: null });
  expect(last('…', '14')).toMatchObject({ status: 'total' });
  expect(last('', '20')).toMatchObject({ status: 'new', note: 'B2 没有确定的数，合计没有核对' });
  expect(last('未报', '13')).toMatchObject({ status: 'new', note: null });
  expect(last('约5', '20')).toMatchObject({ status: 'new', note: 'B2 没有确定的数，合计没有核对' });
});

test('a subtotal is of nothing, is compared all the same, and asks nothing', () => {
  const staged = stage(newBureau().workspace, {
    rows: rowsOf(body('20').replace('湖州市', '小计')),
    lines: { r4: { role: 'subtotal', region: null, sumOf: [1, 2, 3] } },
  });
  expect(staged.cells.at(-1)).toMatchObject({ status: 'total', value: '20', write: null, problem: null });
  expect(staged.totals).toMatchObject([{ stated: '20', sum: '18', agrees: false }]);
  expect(staged.questions).toEqual([]);
});

test('rates are not added up', () => {
  const staged = stage(newBureau().workspace, {
    rows: rowsOf('地区,公办就读比例\n吴兴区,80%\n南浔区,70%\n德清县,60%\n湖州市,71%'),
    lines: totals,
  });
  expect(staged.totals).toEqual([]);
  expect(staged.cells.at(-1)?.status).toBe('new');
});

test('columns add up too, and suggest rules that are not in force yet', () => {
  const { workspace, children } = newBureau();
  for (const [at, name] of ['公办就读人数', '民办就读人数'].entries()) {
    workspace.indicators.insert({ ...children, code: `part_${at}`, name, aliases: [] });
  }
  const fixture = {
    rows: rowsOf('地区,随迁子女人数,公办就读人数,民办就读人数\n湖州市,9,5,4\n吴兴区,9,5,3'),
    lines: { c1: { sumOf: [2, 3] }, c2: { partOf: 1 }, c3: { partOf: 1 } },
  };
  const staged = stage(workspace, fixture);
  expect(staged.totals.map(({ cell, sum, agrees }) => [cell, sum, agrees])).toEqual([
    ['B2', '9', true],
    ['B3', '8', false],
  ]);
  expect(staged.proposedRules).toEqual([
    {
      name: '随迁子女人数等于各分项之和',
      family: '合计=分项',
      formula: '随迁子女人数 = 公办就读人数 + 民办就读人数',
    },
    { name: '公办就读人数不超过随迁子女人数', family: '其中≤总', formula: '公办就读人数 <= 随迁子女人数' },
    { name: '民办就读人数不超过随迁子女人数', family: '其中≤总', formula: '民办就读人数 <= 随迁子女人数' },
  ]);
});

test('a sum that waits for an answer is no part that another sum is checked by', () => {
  const { workspace, children } = newBureau();
  for (const [at, name] of ['公办就读人数', '民办就读人数'].entries()) {
    workspace.indicators.insert({ ...children, code: `part_${at}`, name, aliases: [] });
  }
  const fixture = {
    rows: rowsOf('地区,随迁子女人数,公办就读人数,民办就读人数\n湖州市,9,5,4\n吴兴区,9,6,3'),
    lines: { c1: { sumOf: [2, 3] }, r1: { role: 'total', sumOf: [2] } },
  } as const;
  const statuses = (said: Readonly<Record<string, ImportAnswer>>) =>
    stage(workspace, fixture, said).cells.map(({ status, note }) => [status, note]);
  expect(statuses({}).slice(0, 3)).toEqual([
    ['new', null],
    ['total', null],
    ['total', null],
  ]);
  const sum = { kind: 'total', take: 'sum' } as const;
  expect(statuses({ 'total:C2': sum, 'total:D2': sum })[0]).toEqual(['new', null]);
});

test('a derived total that differs is asked about too, though nothing of it is written', () => {
  const { workspace, children } = newBureau();
  workspace.indicators.insert({ ...children, code: 'double', name: '两倍', aliases: [], formula: '随迁子女人数 * 2' });
  const fixture = { rows: rowsOf(body('20').replace('随迁子女人数', '两倍')), lines: totals };
  const last = (said: Readonly<Record<string, ImportAnswer>>) => stage(workspace, fixture, said).cells.at(-1);
  expect(last({})).toMatchObject({ status: 'total', question: 'total:B5', write: null });
  expect(last({ 'total:B5': { kind: 'total', take: 'sum' } })).toMatchObject({ status: 'derived', write: null });
});

const cached = (content: string, decimal: string): GridCell => ({
  kind: 'number',
  decimal,
  shown: null,
  formula: content,
});

/** 示例（虚构）: counties by the two stages; the total row adds up the counties, the first column the stages. */
const bothWays = (total: string | GridCell, first = '1,000') => {
  const { workspace, children } = newBureau();
  for (const [at, name] of ['小学人数', '初中人数'].entries()) {
    workspace.indicators.insert({ ...children, code: `stage_${at}`, name, aliases: [] });
  }
  const rows = [
    ['地区', '随迁子女人数', '小学人数', '初中人数'],
    ['吴兴区', first, number('600'), number('400')],
    ['南浔区', number('800'), number('450'), number('350')],
    ['湖州市', total, number('1050'), number('751')],
  ];
  const lines = { c1: { sumOf: [2, 3] }, r3: { role: 'total', sumOf: [1, 2] } } as const;
  const said = (answers: Readonly<Record<string, ImportAnswer>> = {}) => {
    const staged = stage(workspace, { rows, lines }, answers);
    return { staged, cell: staged.cells.find(({ cell }) => cell === 'B4') };
  };
  return said;
};

test('where a cell ends a column and a row, both sums are offered, the one that its formula names first', () => {
  const total = (staged: ReturnType<ReturnType<typeof bothWays>>['staged']) =>
    staged.questions.find(({ id }) => id === 'total:B4');
  const down = bothWays(cached('SUM(B2:B3)', '800'));
  expect(total(down().staged)).toMatchObject({
    stated: '800',
    sum: '1800',
    of: 'rows',
    other: '1801',
    hint: 'B2“1,000”是文字，Excel 求和时不计入。',
  });
  expect(total(bothWays(cached('C4+D4', '1700'))().staged)).toMatchObject({
    sum: '1801',
    of: 'columns',
    other: '1800',
  });
  expect(total(bothWays('1700')().staged)).toMatchObject({ sum: '1800', of: 'rows', other: '1801', hint: null });
  const taken = (take: 'sum' | 'other' | 'file') => down({ 'total:B4': { kind: 'total', take } }).cell?.value;
  expect([taken('sum'), taken('other'), taken('file')]).toEqual(['1800', '1801', '800']);
});

test('a total below what some of its parts make already is asked about, whatever the others are', () => {
  const { staged, cell } = bothWays(cached('SUM(B2:B3)', '500'), '未定')();
  expect(cell).toMatchObject({ status: 'total', write: null });
  expect(staged.questions.find(({ id }) => id === 'total:B4')).toMatchObject({
    stated: '500',
    sum: '800',
    hint: 'B2 没有确定的数，没有加进去。',
  });
});

test('where a known part is below nought, one that is not known may make up for anything', () => {
  const rows = [
    ['地区', '随迁子女人数'],
    ['吴兴区', '未定'],
    ['南浔区', number('-1185')],
    ['湖州市', number('-1200')],
  ];
  const { totals } = stage(newBureau().workspace, { rows, lines: { r3: { role: 'total', sumOf: [1, 2] } } });
  expect(totals).toEqual([]);
});

test('the question says what each sum adds up', () => {
  const question = bothWays('1700')().staged.questions.find(({ id }) => id === 'total:B4');
  if (!question) throw new Error('a question is asked');
  const { title, choices } = describeQuestion(question);
  expect(title).toBe('B4“湖州市 · 随迁子女人数”写的是 1700，各行相加是 1800，各列相加是 1801，以哪个为准？');
  expect(choices.map(({ label }) => label)).toEqual([
    '用各行相加得出的 1800',
    '用各列相加得出的 1801',
    '用表里写的 1700',
    '不导入',
  ]);
});

test.each([
  '随迁子女人数 = 小学人数 + 初中人数',
  '随迁子女人数=初中人数+“小学人数”',
  '小学人数 + 初中人数 = 随迁子女人数',
  '随迁子女人数 - 初中人数 = 小学人数',
  '随迁子女 = 小学 + 初中',
])('a rule that is in force as %s is not proposed again', (inForce) => {
  const { workspace, children } = newBureau();
  workspace.indicators.insert({ ...children, code: 'primary', name: '小学人数', aliases: ['小学'] });
  workspace.indicators.insert({ ...children, code: 'junior', name: '初中人数', aliases: ['初中'] });
  const fixture = {
    rows: rowsOf('地区,随迁子女人数,小学人数,初中人数\n湖州市,9,5,4'),
    lines: { c1: { sumOf: [2, 3] }, c2: { partOf: 1 } },
  };
  const formulas = (ruleFormulas: readonly string[]) =>
    stage(workspace, { ...fixture, ruleFormulas }).proposedRules.map((rule) => rule.formula);
  const [sum, part] = ['随迁子女人数 = 小学人数 + 初中人数', '小学人数 <= 随迁子女人数'];
  expect(formulas([])).toEqual([sum, part]);
  expect(formulas(['小学人数 = 随迁子女人数 + 初中人数', '随迁子女人数 <= 小学人数'])).toEqual([sum, part]);
  expect(formulas([inForce])).toEqual([part]);
  expect(formulas([inForce, '随迁子女人数 >= 小学人数'])).toEqual([]);
});

test('what an indicator is by its own formula is no rule to propose', () => {
  const { workspace, children } = newBureau();
  const insert = (code: string, name: string, formula: string | null) =>
    workspace.indicators.insert({ ...children, code, name, aliases: [], formula });
  insert('primary', '小学人数', null);
  insert('junior', '初中人数', '随迁子女人数 - 小学人数');
  const staged = stage(workspace, {
    rows: rowsOf('地区,随迁子女人数,小学人数,初中人数\n湖州市,9,5,4'),
    lines: { c1: { sumOf: [2, 3] } },
  });
  expect(staged.proposedRules).toEqual([]);
});
