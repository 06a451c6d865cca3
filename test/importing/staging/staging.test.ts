import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GridCell } from '../../../electron/core/importing/grid.ts';
import { stageImport } from '../../../electron/core/importing/stage-import.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { newBureau } from '../../database/fixture.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import {
  answers,
  contextOf,
  formula,
  gridOf,
  lines,
  number,
  percent,
  rowsOf,
  stage,
  tableOf,
  year2021,
} from './fixture.ts';

test('of each figure it is said what would become of it', () => {
  const { workspace, children, city, counties } = newBureau();
  const put = (regionId: number, decimal: string) =>
    workspace.observations.put({
      indicatorId: children.id,
      regionId,
      period: year2021,
      cell: { kind: 'value', decimal },
      sourceId: null,
      byWhom: '张三',
    });
  put(city.id, '80605');
  put(counties[0]?.id ?? 0, '2');
  put(counties[1]?.id ?? 0, '3');
  const staged = stage(workspace, {
    rows: rowsOf('地区,随迁子女人数,身高\n湖州市,"80605",\n吴兴区,21560人,\n南浔区,,\n德清县,—,\n火星区,5,7').map(
      (row) => row.map((text) => text.replaceAll('"', '')),
    ),
  });
  expect(lines(staged)).toEqual([
    'B2 湖州市 随迁子女人数 80605 same',
    'B3 吴兴区 随迁子女人数 21560 changed',
    'B4 南浔区 随迁子女人数 无 missing',
    'B5 德清县 随迁子女人数 无 missing',
    'B6 火星区 随迁子女人数 5 unknown-region',
    'C6 火星区 身高 7 unknown-region',
  ]);
  expect(staged.cells.map(({ before }) => before)).toEqual([null, '2', null, null, null, null]);
  expect(staged.cells.map(({ write }) => write?.cell)).toEqual([
    undefined,
    { kind: 'value', decimal: '21560' },
    undefined,
    { kind: 'missing', reason: '无此项' },
    undefined,
    undefined,
  ]);
  expect(staged.questions.map(({ id }) => id)).toEqual(['indicator:身高', 'region:火星区']);
  expect(staged.cells[4]?.question).toBe('region:火星区');
});

test('an unknown period is waited for', () => {
  const staged = stage(newBureau().workspace, { rows: rowsOf('地区,随迁子女人数\n湖州市,5\n吴兴区,'), period: null });
  expect(lines(staged)).toEqual(['B2 湖州市 随迁子女人数 5 asked']);
  expect(staged.cells[0]).toMatchObject({ question: 'period:#1', write: null });
});

test.each([
  ['元', '3322600', '332.26'],
  ['亿元', '0.5', '5000'],
  ['千元', '12', '1.2'],
  ['百万元', '1', '100'],
])('figures in %s are converted to 万元 once the person says so', (unit, text, value) => {
  const { workspace } = newBureau();
  const fixture = { rows: rowsOf(`地区,资助金额（${unit}）\n湖州市,${text}`) };
  const [question] = stage(workspace, fixture).questions;
  expect(question).toMatchObject({ kind: 'unit', id: `unit:资助金额/${unit}`, found: unit, expected: '万元' });
  expect(lines(stage(workspace, fixture))).toEqual([`B2 湖州市 资助金额 ${text} asked`]);
  const converted = stage(workspace, fixture, { [`unit:资助金额/${unit}`]: { kind: 'unit', unit } });
  expect(lines(converted)).toEqual([`B2 湖州市 资助金额 ${value} new`]);
  expect(converted.cells[0]?.note).toBe(`表里是 ${text}${unit}，换算为 ${value}万元`);
  expect(converted.questions).toEqual([]);
  const kept = stage(workspace, fixture, { [`unit:资助金额/${unit}`]: { kind: 'unit', unit: '万元' } });
  expect(kept.cells[0]).toMatchObject({ value: text, status: 'new', note: null });
  const left = stage(workspace, fixture, { [`unit:资助金额/${unit}`]: { kind: 'leave-out' } });
  expect(left.cells[0]).toMatchObject({ status: 'left-out', write: null });
});

test.each([
  [['元'], 'asked'],
  [['万元'], 'new'],
  [['人', '万元'], 'new'],
  [['万'], 'new'],
  // What is stated of no column may be said of this one.
  [['人'], 'asked'],
  // Of two sizes it may be either.
  [['元', '万元'], 'asked'],
])('titles that list %j make an amount in 万元 %s', (units, status) => {
  const staged = stage(newBureau().workspace, { rows: rowsOf('地区,资助金额\n湖州市,332.26'), units });
  expect(staged.cells.map((cell) => cell.status)).toEqual([status]);
});

test('another kind of unit is refused, wherever it stands; 1.2万 under 万元 may mean either', () => {
  const { workspace } = newBureau();
  const staged = stage(workspace, {
    rows: rowsOf('地区,随迁子女人数（所）,资助金额,公办就读比例\n湖州市,5,5人,73人\n吴兴区,5人,1.2万,5元'),
  });
  expect(staged.cells.map(({ status }) => status)).toEqual([
    'unit-differs',
    'unit-differs',
    'unit-differs',
    'new',
    'unit-differs',
    'unit-differs',
  ]);
  expect(staged.cells[0]?.problem).toMatchObject({ expected: '人', found: '所' });
});

test('units that nothing states are the indicators’ own, and that is said', () => {
  const { assumptions } = stage(newBureau().workspace, {
    rows: rowsOf('地区,随迁子女人数,资助金额（万元）,公办就读比例\n湖州市,5,6,73%'),
    units: ['人'],
  });
  expect(assumptions).toEqual(['表里没有写单位，按指标目录里的单位导入：公办就读比例（%）。']);
});

const shares = (heading: string, ...texts: readonly string[]) => ({
  rows: [['地区', heading], ...texts.map((text, at) => [['湖州市', '吴兴区', '南浔区', '德清县'][at] ?? '', text])],
});

test.each([
  ['公办就读比例', ['0.81'], ['asked']],
  ['公办就读比例', ['1'], ['asked']],
  ['公办就读比例', ['0'], ['new']],
  ['公办就读比例', ['81'], ['new']],
  ['公办就读比例', ['0.81%'], ['new']],
  ['公办就读比例(%)', ['0.81'], ['asked']],
  ['公办就读比例(%)', ['81', '79.5'], ['new', 'new']],
  ['公办就读比例', ['81%', '79.5％', '0'], ['new', 'new', 'new']],
  ['公办就读比例(%)', ['81%', '79.5'], ['asked', 'asked']],
  ['公办就读比例(%)', ['0.81', '79.5'], ['asked', 'asked']],
  ['公办就读比例', ['0.856', '85.6', '73.29%', '—'], ['asked', 'asked', 'asked', 'missing']],
])('under the heading %s shares %j are %j', (heading, texts, statuses) => {
  const staged = stage(newBureau().workspace, shares(heading, ...texts));
  expect(staged.cells.map(({ status }) => status)).toEqual(statuses);
  expect(staged.questions).toHaveLength(statuses.includes('asked') ? 1 : 0);
});

test('once said, bare numbers are points or shares', () => {
  const { workspace } = newBureau();
  const fixture = shares('公办就读比例', '0.856', '85.6', '73.29%', '1.05');
  expect(stage(workspace, fixture).questions[0]).toMatchObject({
    id: 'percent:公办就读比例',
    samples: [
      { cell: 'B2', text: '0.856' },
      { cell: 'B3', text: '85.6' },
      { cell: 'B4', text: '73.29%' },
    ],
  });
  const values = (unit: string) =>
    stage(workspace, fixture, { 'percent:公办就读比例': { kind: 'unit', unit } }).cells.map(({ value }) => value);
  expect(values('%')).toEqual(['0.856', '85.6', '73.29', '1.05']);
  expect(values('1')).toEqual(['85.6', '85.6', '73.29', '105']);
});

test('more decimals than the indicator keeps are taken as the file shows them, else refused', () => {
  const staged = stage(newBureau().workspace, {
    rows: [
      ['地区', '公办就读比例'],
      ['湖州市', percent('80.7604987', '80.76')],
      ['吴兴区', percent('80.7604987')],
      ['南浔区', percent('80.7604987', '80.7605')],
    ],
  });
  expect(staged.cells.map(({ value, status }) => [value, status])).toEqual([
    ['80.76', 'new'],
    ['80.7604987', 'unreadable'],
    ['80.7604987', 'unreadable'],
  ]);
  expect(staged.cells[0]?.note).toBe('表里显示 80.76，实存 80.7604987，按显示的取');
});

test('a formula without a value is computed, or asked about; never blank, never nought', () => {
  const { workspace } = newBureau();
  const fixture = {
    rows: [
      ['地区', '随迁子女人数'],
      ['湖州市', formula('SUM(B3:B4)')],
      ['吴兴区', number('21560')],
      ['南浔区', formula('VLOOKUP(A4,Sheet2!A:B,2,0)')],
    ],
  };
  const staged = stage(workspace, fixture);
  expect(lines(staged)).toEqual([
    'B2 湖州市 随迁子女人数 无 asked',
    'B3 吴兴区 随迁子女人数 21560 new',
    'B4 南浔区 随迁子女人数 无 asked',
  ]);
  expect(staged.questions.map(({ id }) => id)).toEqual(['formula:B2', 'formula:B4']);
  const said = stage(workspace, fixture, {
    'formula:B4': { kind: 'value', text: '18,932人' },
    'formula:B2': { kind: 'leave-out' },
  });
  expect(said.cells.map(({ value, status }) => [value, status])).toEqual([
    [null, 'left-out'],
    ['21560', 'new'],
    ['18932', 'new'],
  ]);
  const sumOf = (part: string | GridCell) => ({
    rows: [
      ['地区', '随迁子女人数'],
      ['湖州市', formula('SUM(B3:B4)')],
      ['吴兴区', part],
      ['南浔区', number('6')],
    ],
  });
  const simple = stage(workspace, sumOf(number('5')));
  expect(simple.cells[0]).toMatchObject({ value: '11', status: 'new', note: '由公式 =SUM(B3:B4) 算出' });
  // Excel leaves the text out, a person does not, and nobody has seen the sum.
  const blind = stage(workspace, sumOf('5人'));
  expect(blind.cells[0]).toMatchObject({ value: null, status: 'asked', question: 'formula:B2', write: null });
  const answered = stage(workspace, sumOf('5人'), { 'formula:B2': { kind: 'value', text: '11' } });
  expect(answered.cells[0]).toMatchObject({ value: '11', status: 'new' });
  expect(answered.questions).toEqual([]);
});

test('two cells for one figure must agree, a number and a sign for its absence too', () => {
  const { workspace } = newBureau();
  const staged = stage(workspace, {
    rows: rowsOf('地区,随迁子女人数\n湖州市,5\n湖州,6\n吴兴区,7\n吴兴区,7.0\n德清县,8\n德清县,—\n南浔区,\n南浔区,9'),
  });
  expect(staged.cells.map(({ status }) => status)).toEqual([
    'duplicate',
    'duplicate',
    'new',
    'same',
    'duplicate',
    'duplicate',
    'missing',
    'new',
  ]);
  expect(staged.cells[0]?.problem).toEqual({ code: 'import-cell-conflict', cells: ['B2', 'B3'] });
  expect(staged.cells[3]).toMatchObject({ note: '与 B4 是同一个数', write: null });
});

test('what is left out is left out, and a blank there is nothing', () => {
  const staged = stage(newBureau().workspace, {
    rows: rowsOf('地区,随迁子女人数,身高\n湖州市,5,7\n吴兴区,,'),
    lines: { c2: { indicator: { kind: 'left-out', text: '身高' } }, r2: { role: 'left-out' } },
  });
  expect(lines(staged)).toEqual(['B2 湖州市 随迁子女人数 5 new', 'C2 湖州市 身高 7 left-out']);
});

test('a row of a text file with more fields than the header is refused, not shifted', () => {
  const { workspace } = newBureau();
  const statuses = (text: string) =>
    stage(workspace, { rows: rowsOf(text), format: 'text' }).cells.map(({ status }) => status);
  expect(statuses('地区,随迁子女人数,资助金额\n湖州市,5,6\n吴兴区,1,234,567')).toEqual([
    'new',
    'new',
    'unreadable',
    'unreadable',
  ]);
  expect(statuses('地区,随迁子女人数,资助金额\n湖州市,5,6,\n吴兴区,7,8,')).toEqual(['new', 'new', 'new', 'new']);
  expect(statuses('地区,随迁子女人数,资助金额\n湖州市,5,6\n吴兴区,1,234,')).toEqual([
    'new',
    'new',
    'unreadable',
    'unreadable',
  ]);
});

test('the day that the titles state is that of 时点 figures alone, and another day is a change', () => {
  const { workspace } = newBureau();
  const staged = stage(workspace, { rows: rowsOf('地区,随迁子女人数,资助金额\n湖州市,5,6'), asOf: '2021-12-31' });
  expect(staged.cells.map(({ write }) => write?.asOf)).toEqual(['2021-12-31', undefined]);
});

test('a derived figure is compared with what its formula gives', () => {
  const { workspace, funds } = newBureau();
  workspace.indicators.insert({
    ...funds,
    code: 'funds_each',
    name: '人均资助金额',
    unit: '元/人',
    aggregation: '不可加',
    formula: '资助金额 / 随迁子女人数',
  });
  const staged = stage(workspace, {
    rows: rowsOf(
      '地区,随迁子女人数,资助金额,人均资助金额\n湖州市,300,5,166.7\n吴兴区,100,5,480\n南浔区,,,1\n德清县,,,—',
    ),
  });
  const derived = staged.cells.filter(({ status }) => status === 'derived');
  expect(derived.map(({ value, note, problem }) => [value, note, problem?.code])).toEqual([
    ['166.7', '与按算式得出的 166.67元/人 一致', undefined],
    ['480', '按算式得出 500.00元/人，表里写的是 480', 'indicator-derived'],
    ['1', null, 'indicator-derived'],
    [null, null, 'indicator-derived'],
  ]);
  expect(derived[1]?.problem).toMatchObject({ code: 'indicator-derived', formula: '资助金额 / 随迁子女人数' });
  expect(staged.questions).toEqual([]);
});

test('how a derived share is written is not asked: it is compared either way, and said where it differs', () => {
  const { workspace, share } = newBureau();
  workspace.indicators.insert({ ...share, code: 'half', name: '半数', formula: '公办就读比例 * 0.5' });
  const rows = rowsOf('地区,公办就读比例,半数\n湖州市,80%,0.4\n吴兴区,60%,30%\n南浔区,60%,0.25\n德清县,50%,25');
  const staged = stage(workspace, { rows });
  expect(staged.questions).toEqual([]);
  const halves = staged.cells.filter(({ indicator }) => indicator === '半数');
  expect(halves.map(({ status, problem, write }) => [status, problem?.code, write])).toEqual([
    ['derived', undefined, null],
    ['derived', undefined, null],
    ['derived', 'indicator-derived', null],
    ['derived', undefined, null],
  ]);
  expect(staged.assumptions).toContain(
    '有 1 格与按算式得出的数不同，这些数由算式得出、不导入，请核对：C4（半数）按算式得出 30.00%，表里写的是 0.25。',
  );
});

test('the unit of a derived figure is not asked either', () => {
  const { workspace, funds } = newBureau();
  workspace.indicators.insert({ ...funds, code: 'half', name: '半数', unit: '元', formula: '资助金额 * 0.5' });
  const rows = rowsOf('地区,资助金额,半数（万元）\n湖州市,8,4\n吴兴区,6,2');
  const staged = stage(workspace, { rows, lines: { c2: { unit: '万元' } } });
  expect(staged.questions).toEqual([]);
  const halves = staged.cells.filter(({ indicator }) => indicator === '半数');
  expect(halves.map(({ value, problem }) => [value, problem?.code])).toEqual([
    ['40000', undefined],
    ['20000', 'indicator-derived'],
  ]);
});

test('a file that changes a third of what is kept, or copies last year, is stopped at', () => {
  const { workspace, children, city, counties } = newBureau();
  const regions = [city, ...counties];
  for (const [at, region] of regions.entries()) {
    for (const period of [{ ...year2021, year: 2020, label: '2020年' }, year2021]) {
      workspace.observations.put({
        indicatorId: children.id,
        regionId: region.id,
        period,
        cell: { kind: 'value', decimal: String(at) },
        sourceId: null,
        byWhom: '张三',
      });
    }
  }
  const said = (body: string) =>
    stage(workspace, { rows: rowsOf(`地区,随迁子女人数（人）\n${body}`) }).assumptions.map((each) => each.slice(0, 15));
  expect(said('湖州市,9\n吴兴区,1\n南浔区,2\n德清县,3')).toEqual([]);
  expect(said('湖州市,9\n吴兴区,9\n南浔区,2\n德清县,3')).toEqual(['2021年已有 4 个数，这次']);
});

test('what a new name is to be is staged before it is there', () => {
  const { workspace, city } = newBureau();
  const fixture = { rows: rowsOf('地区,随迁子女人数,校车数\n开发区,5,6\n开 发 区,5,6') };
  const staged = stage(workspace, fixture, {
    'region:开发区': { kind: 'new-region', name: '湖州开发区', level: '县', parent: city.name, inTotal: false },
    'indicator:校车数': { kind: 'new-indicator', name: '校车数', unit: '辆', decimals: 0, timing: '时点', group: '' },
  });
  expect(lines(staged)).toEqual([
    'B2 湖州开发区 随迁子女人数 5 new',
    'C2 湖州开发区 校车数 6 new',
    'B3 湖州开发区 随迁子女人数 5 same',
    'C3 湖州开发区 校车数 6 same',
  ]);
  expect(staged.cells[1]?.write).toMatchObject({ regionId: -1, indicatorId: -1 });
});

test('every refusal is a sentence', () => {
  const staged = stage(newBureau().workspace, {
    rows: rowsOf(
      '地区,随迁子女人数,公办就读比例,身高\n湖州市,约8万,0.5,3\n火星区,5,1000000000000000,\n吴兴区,1.5,5元,',
    ),
  });
  const sentences = staged.cells.flatMap(({ problem }) => (problem ? [describeFailure(problem)] : []));
  expect(sentences.length).toBeGreaterThan(5);
  for (const sentence of sentences) expect(sentence).toMatch(/[。？]$/);
});

test('what is staged is exactly what the cell says', () => {
  const { workspace } = newBureau();
  const digits = fc.nat({ max: 999_999_999 });
  const written = fc.oneof(
    digits.map(String),
    digits.map((value) => value.toLocaleString('en')),
    digits.map((value) => `${value}人`),
    digits.map((value) => `-${value}`),
    digits.map((value) => `（${value}）`),
    digits.map((value) =>
      String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
    fc.constantFrom('—', '…', 'x', '未报', '约8', '5①', ' 7 ', '1.2万', '3%', '2.50'),
  );
  fc.assert(
    fc.property(fc.array(written, { minLength: 3, maxLength: 3 }), (texts) => {
      const fixture = {
        rows: [['地区', '随迁子女人数'], ...texts.map((text, at) => [['湖州市', '吴兴区', '南浔区'][at] ?? '', text])],
      };
      const staged = stageImport(gridOf(fixture), [tableOf(workspace, fixture)], contextOf(workspace), answers({}));
      const writes = staged.cells.flatMap(({ text, write }) => (write ? [{ text, cell: write.cell }] : []));
      expect(writes.map(({ cell }) => cell)).toEqual(
        writes.map(({ text }) => {
          const read = readNumber(text);
          return read.kind === 'number' ? { kind: 'value', decimal: read.decimal } : read;
        }),
      );
    }),
    { ...propertyRuns, numRuns: Math.min(propertyRuns.numRuns, 300) },
  );
});

test('columns that only compare are named as not imported', () => {
  const staged = stage(newBureau().workspace, {
    rows: rowsOf('地区,随迁子女人数,占比,备注\n湖州市,5,40,无'),
    lines: { c2: { role: 'remark' }, c3: { role: 'remark' } },
  });
  expect(staged.assumptions).toContain('这些列只是把数相比，没有自己的指标，不导入：“占比”。');
});
