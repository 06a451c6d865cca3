import { createDataView } from '../../../electron/core/database/data-view.ts';
import { type Grid, type GridCell, type Merge, plainSheet, textCell } from '../../../electron/core/importing/grid.ts';
import type { ImportContext } from '../../../electron/core/importing/import-context.ts';
import { emptyMapping, type ImportMapping, type ImportQuestion } from '../../../electron/core/importing/mapping.ts';
import { recogniseTables } from '../../../electron/core/importing/recognise-tables.ts';
import type { Line, Naming, RecognisedTable } from '../../../electron/core/importing/recognised-table.ts';
import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newWorkspace } from '../../database/fixture.ts';

/** 示例（虚构）: a city with three counties, and indicators of which some are parts of others. */
const names: readonly (readonly [string, string, Region['level'], number | null])[] = [
  ['示例市', '990100', '市', null],
  ['东山县', '990121', '县', 1],
  ['西山县', '990122', '县', 1],
  ['南山区', '990102', '县', 1],
];
export const regions: readonly Region[] = names.map(([name, code, level, parentId], at) => ({
  id: at + 1,
  code,
  name,
  aliases: [],
  level,
  parentId,
  kind: '行政区',
  validFrom: null,
  validTo: null,
  inTotal: true,
  sort: at,
}));

const parts: readonly (readonly [string, string, Indicator['part']])[] = [
  ['住校人数', '人', null],
  ['小学住校人数', '人', { baseId: 1, dimensions: { 学段: '小学' } }],
  ['初中住校人数', '人', { baseId: 1, dimensions: { 学段: '初中' } }],
  ['公办住校人数', '人', { baseId: 1, dimensions: { 办别: '公办' } }],
  ['公办小学住校人数', '人', { baseId: 1, dimensions: { 学段: '小学', 办别: '公办' } }],
  ['公办初中住校人数', '人', { baseId: 1, dimensions: { 学段: '初中', 办别: '公办' } }],
  ['住校比例', '%', null],
  ['伙食补助', '万元', null],
];
export const indicators: readonly Indicator[] = parts.map(([name, unit, part], at) => ({
  id: at + 1,
  code: `sample_${at + 1}`,
  name,
  aliases: [],
  unit,
  scale: unit === '人' ? 0 : 2,
  shownDecimals: 0,
  timing: '时点',
  aggregation: '合计',
  formula: null,
  better: null,
  definition: '',
  group: '住校',
  part,
}));

export type Written = string | number | GridCell | null;

export function cellOf(written: Written): GridCell {
  if (written === null) return { kind: 'empty' };
  if (typeof written === 'string') return textCell(written);
  if (typeof written === 'object') return written;
  return { kind: 'number', decimal: String(written), shown: null, formula: null };
}

export function gridOf(rows: readonly (readonly Written[])[], merges: readonly Merge[] = []): Grid {
  const sheet = {
    ...plainSheet(
      '表',
      rows.map((cells) => cells.map(cellOf)),
    ),
    merges,
  };
  return { fileName: '表.xlsx', format: 'xlsx', sheets: [sheet], notices: [] };
}

/** Rows as a text file has them, cells parted by commas. */
export function linesOf(text: string): Grid {
  const rows = text.split('\n').map((line) => line.split(',').map((cell) => cellOf(cell)));
  return { fileName: '表.csv', format: 'text', sheets: [plainSheet('', rows)], notices: [] };
}

export function contextOf(changes: Partial<ImportContext> = {}): ImportContext {
  return { indicators, regions, view: createDataView(newWorkspace()), period: null, home: null, ...changes };
}

interface Given {
  readonly context?: Partial<ImportContext>;
  readonly mapping?: Partial<ImportMapping>;
}

export function recognise(grid: Grid | string, { context = {}, mapping = {} }: Given = {}): readonly RecognisedTable[] {
  const read = typeof grid === 'string' ? linesOf(grid) : grid;
  return expectValue(recogniseTables(read, contextOf(context), { ...emptyMapping, ...mapping }));
}

export function onlyTable(grid: Grid | string, given: Given = {}): RecognisedTable {
  const [table, other] = recognise(grid, given);
  if (!table || other) throw new Error('one table expected');
  return table;
}

export function refusal(grid: Grid | string, { context = {}, mapping = {} }: Given = {}): string {
  const read = typeof grid === 'string' ? linesOf(grid) : grid;
  return describeFailure(expectFailure(recogniseTables(read, contextOf(context), { ...emptyMapping, ...mapping })));
}

export function said(naming: Naming<{ readonly name: string }> | null): string {
  if (!naming) return '-';
  return naming.kind === 'known' ? `${naming.thing.name}(${naming.by})` : `${naming.kind}:${naming.text}`;
}

/** `data 小学/计 小学住校人数(name)` */
export function summary({ role, path, region, indicator, period }: Line): string {
  const means = [said(region), said(indicator), period?.label ?? '-'].filter((each) => each !== '-');
  return [role, path.join('/'), ...means].filter((each) => each !== '').join(' ');
}

export function ids(questions: readonly ImportQuestion[]): readonly string[] {
  return questions.map(({ id }) => id);
}
