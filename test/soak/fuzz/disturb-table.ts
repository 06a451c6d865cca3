import { blank, type PlannedTable } from './plan-table.ts';
import type { PlannedCell, Truth } from './plan-values.ts';
import type { Random } from './random.ts';

export interface DisturbedTable extends PlannedTable {
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

type Rows = PlannedTable['rows'];

/** A region that the catalogue lacks. */
export const newcomer = '某某开发区';

function headerOf(rows: Rows): number {
  return rows.findIndex((cells) => cells.some(({ show }) => show === '地区' || show === '指标'));
}

/** Below the header: the first row that holds a figure. */
function bodyOf(rows: Rows): number {
  return rows.findIndex((cells) => cells.some(({ truth }) => truth !== undefined));
}

function insertRow(rows: Rows, at: number, cells: readonly (string | number | null)[]): Rows {
  return rows.toSpliced(
    at,
    0,
    cells.map((show) => ({ show })),
  );
}

/** A column at the left or right end, of which `cell` says what stands in a row of the body. */
function addColumn(
  rows: Rows,
  column: {
    readonly left: boolean;
    readonly heading: string | null;
    readonly cell: (at: number) => string | number | null;
  },
): Rows {
  const [header, body] = [headerOf(rows), bodyOf(rows)];
  const wide = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells, at) => {
    const show = at === header ? column.heading : at >= body ? column.cell(at - body) : null;
    const span = at === header && body - header === 2 ? { span: { down: 1, right: 0 } } : {};
    const added: PlannedCell = { show, ...span };
    // What stands above the table stays where it is.
    if (at < header) return cells;
    if (column.left) return [added, ...cells];
    return [...cells, ...Array.from({ length: wide - cells.length }, () => blank), added];
  });
}

type Change = (rows: Rows, random: Random) => Rows;

/** Units above the table; not where its title, or shares without a sign, would say another. */
function insertUnits(rows: Rows): Rows {
  const isStated = rows.slice(0, headerOf(rows)).some(([first]) => /[（(]/.test(String(first?.show ?? '')));
  const isShare = rows.some((cells) => cells.some(({ show, truth }) => isBareShare(show, truth ?? null)));
  return isStated || isShare ? rows : insertRow(rows, headerOf(rows), ['单位：人、万元、%']);
}

function isBareShare(show: PlannedCell['show'], truth: Truth | null): boolean {
  return truth?.indicator === '公办就读比例' && typeof show === 'number' && show < 1;
}

const notes = [
  '注：数据截至2021年9月，共3个区县',
  '填表人：张三　审核人：李四',
  '数据来源：各区县上报',
  '联系电话 0572-12345',
] as const;

const changes: readonly Change[] = [
  (rows, random) => insertRow(rows, headerOf(rows), [random.pick(['填报单位：湖州市教育局', '教育统计报表', null])]),
  insertUnits,
  (rows) => insertRow(rows, 0, []),
  (rows) => insertRow(rows, bodyOf(rows), []),
  (rows, random) => insertRow(rows, rows.length, [random.pick(notes)]),
  (rows) => insertRow(insertRow(rows, rows.length, []), rows.length + 1, ['备注', 2021, '35']),
  (rows) => addColumn(rows, { left: true, heading: '序号', cell: (at) => at + 1 }),
  (rows) => addColumn(rows, { left: true, heading: null, cell: () => null }),
  (rows, random) =>
    addColumn(rows, { left: false, heading: '备注', cell: () => random.pick(['', '含民办', '123', '见附表']) }),
  (rows, random) =>
    addColumn(rows, {
      left: false,
      heading: '填报日期',
      cell: () => random.pick(['2023-03-01', '2023年3月1日', null]),
    }),
  (rows) => addColumn(rows, { left: false, heading: '联系电话', cell: (at) => 13_800_000_000 + at }),
  (rows) => addColumn(rows, { left: false, heading: null, cell: () => null }),
  (rows) => rows.toSpliced(bodyOf(rows), 0, ...likeFirst(rows, newcomer)),
  (rows) => rows.toSpliced(bodyOf(rows) + 1, 0, ...likeFirst(rows, '小计')),
];

/** The first row of the body again, by another name: a region that nobody knows, or a sum that is of none. */
function likeFirst(rows: Rows, name: string): Rows {
  const cells = rows[bodyOf(rows)] ?? [];
  const region = cells.find(({ truth }) => truth)?.truth?.region;
  if (!cells.some(({ show }) => show === region)) return [];
  return [
    cells.map((cell) => {
      if (cell.truth) return { ...cell, truth: name === '小计' ? null : { ...cell.truth, region: name } };
      return cell.show === region ? { show: name } : cell;
    }),
  ];
}

/** What clerks put around and into a table, up to four things, and rows or columns that they hide. */
export function disturbTable(table: PlannedTable, random: Random): DisturbedTable {
  let { rows } = table;
  for (let left = random.below(5); left > 0; left -= 1) rows = random.pick(changes)(rows, random);
  const hides = random.below(6);
  return {
    ...table,
    rows,
    hiddenRows: hides === 0 ? [bodyOf(rows) + random.below(2)] : [],
    hiddenColumns: hides === 1 ? [1 + random.below(3)] : [],
  };
}
