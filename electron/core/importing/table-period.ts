import { makePeriod, type Period, parsePeriod, periodWithinYear } from '../../../shared/figures/period.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type FoundTable, textOf } from './find-table.ts';
import { emptyCell, type GridSheet } from './grid.ts';

/** Days, and months in which a table was filled in: neither says what period its figures are of. */
const fillingDate =
  /\d{4}年\d{1,2}月\d{1,2}[日号]?|(?:填报|填表|制表|报送|上报|打印)(?:日期|时间)?:?\d{4}年\d{1,2}月份?/g;

const periodInTitle =
  /\d{4}(?:[—–~～-]\d{4})?学年度?|\d{4}年(?:上半年|下半年|[春秋]季?学期|第?[一二三四1-4]季度|(?:1[0-2]|0?[1-9])月份?(?!\d*[日号]))?/g;

/** Periods that the titles name, each once. A full date (`填报日期：2021年10月15日`) is no period. */
export function periodsIn(titles: readonly string[]): readonly Period[] {
  const found = new Map<string, Period>();
  for (const title of titles) {
    const text = foldName(title).replaceAll(fillingDate, ' ');
    for (const [name] of text.matchAll(periodInTitle)) {
      const period = parsePeriod(name);
      if (period) found.set(period.label, period);
    }
  }
  return [...found.values()];
}

/** What the table's own titles say, or else those of the nearest table above that says anything. */
export function saidAbove<Said>(
  table: FoundTable,
  read: (titles: readonly string[]) => readonly Said[],
): readonly Said[] {
  const own = read(table.titles);
  return own.length > 0 || table.above === null ? own : saidAbove(table.above, read);
}

/** The period that was asked for, or that titles or a column such as 年份 name; none of them may contradict it. */
export function tablePeriod(
  sheet: GridSheet,
  table: FoundTable,
  { given, name }: { readonly given: Period | null; readonly name: string },
): Result<Period, Failure> {
  const inTitles = saidAbove(table, periodsIn);
  const inRows = periodTexts(sheet, table);
  const stated = inTitles.length > 0 ? inTitles : distinct(inRows.flatMap((text) => parsePeriod(text) ?? []));
  const [first, second] = stated;
  const period = given ?? (second ? undefined : first);
  if (!period) {
    const detail = first
      ? '表里写着不止一个期，不知道是哪一个，请指明是哪一期的数据'
      : '表头上方没有写明是哪一期的数据，请指明，例如“2024年”';
    return fail({ code: 'import-no-table', name, detail });
  }
  const refuse = (found: string) =>
    fail({ code: 'import-period-differs', name, found, expected: period.label } as const);
  const [title] = inTitles;
  if (title && !inTitles.some((each) => agrees(each, period))) return refuse(title.label);
  const row = inRows.find((text) => !rowAgrees(text, period));
  return row === undefined ? succeed(period) : refuse(row);
}

function distinct(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [period.label, period])).values()];
}

function periodTexts(
  sheet: GridSheet,
  { headerRow, endRow, regionColumn, periodColumns }: FoundTable,
): readonly string[] {
  const texts = sheet.rows.slice(headerRow + 1, endRow).flatMap((cells) => {
    if ((cells[regionColumn] ?? emptyCell).kind === 'empty') return [];
    return periodColumns.flatMap((column) => {
      const cell = cells[column] ?? emptyCell;
      return cell.kind === 'number' ? [cell.decimal] : textOf(cell);
    });
  });
  return [...new Set(texts.map(foldName))];
}

/** A plain year also holds for a part of it; a part never stands for the year. */
function agrees(stated: Period, period: Period): boolean {
  if (stated.label === period.label) return true;
  return stated.kind === '自然年' && period.kind !== '学年' && stated.year === period.year;
}

function rowAgrees(text: string, period: Period): boolean {
  const year = /^(\d{4})[-/.]/.exec(text)?.[1];
  const stated =
    parsePeriod(text) ??
    periodWithinYear(period.year, text) ??
    (year === undefined ? null : makePeriod('自然年', Number(year)));
  return stated !== null && agrees(stated, period);
}
