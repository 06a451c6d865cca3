import { foldName } from '../../../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../../../shared/result.ts';
import type { Failure } from '../../../../../shared/text/failures/index.ts';
import { emptyCell, type Grid, type GridCell } from '../../../importing/grid.ts';

const columns = ['代码', '名称', '级别', '上级', '别名', '性质', '计入合计'] as const;
export type RegionColumn = (typeof columns)[number];

/** One line of a table of regions; a column that the table lacks, or an empty cell, is null. */
export interface RegionRow {
  /** Line in the table, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<RegionColumn, string | null>>;
}

const headings: Readonly<Record<string, RegionColumn>> = {
  代码: '代码',
  编码: '代码',
  地区代码: '代码',
  区划代码: '代码',
  行政区划代码: '代码',
  名称: '名称',
  地区: '名称',
  地区名称: '名称',
  单位名称: '名称',
  学校名称: '名称',
  行政区划名称: '名称',
  级别: '级别',
  层级: '级别',
  地区级别: '级别',
  上级: '上级',
  上级地区: '上级',
  上级名称: '上级',
  上级代码: '上级',
  所属地区: '上级',
  别名: '别名',
  简称: '别名',
  性质: '性质',
  类型: '性质',
  计入合计: '计入合计',
  是否计入合计: '计入合计',
};

function textOf(cell: GridCell = emptyCell): string {
  if (cell.kind === 'text' || cell.kind === 'date') return cell.text.trim();
  return cell.kind === 'number' || cell.kind === 'percent' ? cell.decimal : '';
}

/** Titles may stand above the header. */
const highestHeader = 10;

type Header = ReadonlyMap<RegionColumn, number>;

function readHeader(row: readonly GridCell[]): Header {
  const header = new Map<RegionColumn, number>();
  for (const [at, cell] of row.entries()) {
    const name = foldName(textOf(cell));
    const column = Object.hasOwn(headings, name) ? headings[name] : undefined;
    if (column !== undefined && !header.has(column)) header.set(column, at);
  }
  return header;
}

/** The lines of the first sheet that has a header with names. */
export function readRegionRows({ sheets }: Grid): Result<readonly RegionRow[], Failure> {
  for (const { rows } of sheets.filter(({ visibility }) => visibility === 'visible')) {
    const at = rows.slice(0, highestHeader).findIndex((row) => readHeader(row).has('名称'));
    if (at < 0) continue;
    const header = readHeader(rows[at] ?? []);
    const lines = rows.slice(at + 1).map((row, below): RegionRow => {
      const cellOf = (column: RegionColumn) => {
        const place = header.get(column);
        return (place === undefined ? '' : textOf(row[place])) || null;
      };
      const cells = Object.fromEntries(columns.map((column) => [column, cellOf(column)]));
      return { line: at + below + 2, cells: cells as RegionRow['cells'] };
    });
    const filled = lines.filter(({ cells }) => cells.名称 !== null || cells.代码 !== null);
    if (filled.length > 0) return succeed(filled);
    return fail({ code: 'region-table-unreadable', detail: '表头下面没有内容' });
  }
  return fail({ code: 'region-table-unreadable', detail: '没有“名称”这一列' });
}
