import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { cellReference } from '../importing/grid.ts';
import type { StagedCell } from '../importing/staged-import.ts';
import { rowSign } from './excel-expression.ts';
import { columnLetter, unitRow } from './form.ts';
import type { MetaColumn } from './form-meta.ts';
import { judgeEntry } from './judge-entry.ts';
import { cellAt, type ReturnedSheet } from './read-return.ts';
import { cellText } from './read-sheets.ts';
import { refuseEmptyWholes } from './refuse-empty-wholes.ts';

/** The figures of one returned workbook, and what is to be known of them. */
export interface StagedReturn {
  readonly cells: readonly StagedCell[];
  /** Cells that are to be filled in, and those that hold a figure or a sign for its absence. */
  readonly asked: number;
  readonly filled: number;
  /** What keeps a figure from being taken. */
  readonly problems: readonly string[];
  /** What a person should see, though nothing is kept out by it. */
  readonly notices: readonly string[];
  /** 填表人, 审核人, 联系电话 as filled in. */
  readonly fields: readonly { readonly label: string; readonly text: string }[];
}

export interface ReturnGround {
  readonly view: DataView;
  readonly period: Period;
}

/** Stages a workbook's figures: each in the cell in which the form asked for it. */
export function stageReturn(returned: ReturnedSheet, ground: ReturnGround): StagedReturn {
  const byCode = new Map(ground.view.indicators.map((indicator) => [indicator.code, indicator]));
  const entries = returned.meta.columns.filter(({ kind }) => kind === 'entry');
  const gone = entries.filter(({ indicator }) => !byCode.has(indicator));
  const known = entries.flatMap(({ column, indicator }) => {
    const found = byCode.get(indicator);
    return found ? [{ column, indicator: found }] : [];
  });
  const cells = refuseEmptyWholes(
    known.flatMap((column) => stageColumn(returned, column, ground)),
    ground.view.indicators,
  );
  const problems = cells.flatMap(({ cell, problem }) => (problem ? [`${cell}：${describeFailure(problem)}`] : []));
  const notes = cells.flatMap(({ cell, note }) => (note === null ? [] : [`${cell}：${note}。`]));
  return {
    cells,
    asked: cells.length,
    filled: cells.filter(({ text }) => text !== '').length,
    problems: [
      ...gone.map(({ indicator: code }) => describeFailure({ code: 'return-indicator-gone', indicator: code })),
      ...problems,
    ],
    notices: [...notes, ...lockedChanges(returned), ...strayContent(returned)],
    fields: fieldsOf(returned),
  };
}

interface EntryColumn {
  readonly column: number;
  readonly indicator: Indicator;
}

function stageColumn(
  { meta, sheet }: ReturnedSheet,
  { column, indicator }: EntryColumn,
  { view, period }: ReturnGround,
): readonly StagedCell[] {
  const recorded = view.column(indicator.id, period.label);
  return meta.rows.map(({ row, id, name }): StagedCell => {
    const content = cellAt(sheet, row, column);
    const { write, ...judged } = judgeEntry(content, indicator, recorded.get(id));
    return {
      cell: cellReference(sheet, row - 1, column - 1),
      table: sheet.name,
      row: row - 1,
      column: column - 1,
      region: name,
      regionId: id,
      indicator: indicator.name,
      indicatorId: indicator.id,
      question: null,
      period: period.label,
      text: cellText(content).trim(),
      ...judged,
      write: write && { indicatorId: indicator.id, regionId: id, period, cell: write },
    };
  });
}

const mostListed = 5;

function listed(cells: readonly string[]): string {
  return cells.length > mostListed
    ? `${cells.slice(0, mostListed).join('、')} 等 ${cells.length} 格`
    : cells.join('、');
}

/** Cells that the form locked and the unit changed all the same. */
function lockedChanges({ meta, sheet }: ReturnedSheet): readonly string[] {
  const given = meta.given.filter(({ row, column, text }) => cellText(cellAt(sheet, row, column)) !== text);
  const formulas = meta.columns.flatMap(({ column, formula }) =>
    formula === ''
      ? []
      : meta.rows
          .filter(({ row }) => !keepsFormula({ meta, sheet, extraSheets: [] }, { row, column, formula }))
          .map(({ row }) => `${columnLetter(column)}${row}`),
  );
  const title = cellText(cellAt(sheet, unitRow, 1));
  const places = given.map(({ row, column }) => `${columnLetter(column)}${row}`);
  return [
    ...(places.length > 0 ? [`上年数被改动：${listed(places)}。改动没有采用。`] : []),
    ...(formulas.length > 0 ? [`自动计算的格子被改动：${listed(formulas)}。改动没有采用，收回后重新计算。`] : []),
    ...(foldName(title).includes(foldName(meta.unit.name))
      ? []
      : [`填报单位一栏写的是“${title.trim()}”，这是发给“${meta.unit.name}”的表，按“${meta.unit.name}”汇入。`]),
  ];
}

/** Empty formulas and typed texts look alike to the reader; a formula counts as kept while its cell shows nothing typed. */
function keepsFormula(
  { sheet }: ReturnedSheet,
  { row, column, formula }: Pick<MetaColumn, 'column' | 'formula'> & { readonly row: number },
): boolean {
  const cell = cellAt(sheet, row, column);
  if (cell.kind === 'empty' || cell.kind === 'text') return true;
  const expected = foldFormula(formula.replaceAll(rowSign, String(row)));
  return 'formula' in cell && cell.formula !== null && foldFormula(cell.formula) === expected;
}

function foldFormula(formula: string): string {
  return formula.replaceAll(/\s/g, '').toUpperCase();
}

/** Figures written where the form has no place for them. */
function strayContent({ meta, sheet, extraSheets }: ReturnedSheet): readonly string[] {
  const lastColumn = Math.max(...meta.columns.map(({ column }) => column));
  const lastRow = Math.max(...meta.rows.map(({ row }) => row));
  const firstField = Math.min(...meta.fields.map(({ row }) => row));
  const stray = sheet.rows.flatMap((cells, index) =>
    cells.flatMap((cell, at) => {
      const [row, column] = [index + 1, at + 1];
      const isBeside = column > lastColumn && row >= meta.header.first && row <= lastRow;
      const isBelow = row > lastRow && row < firstField;
      return cell.kind !== 'empty' && (isBeside || isBelow) ? [`${columnLetter(column)}${row}`] : [];
    }),
  );
  return [
    ...(stray.length > 0 ? [`表格之外还写了内容：${listed(stray)}。没有汇入。`] : []),
    ...(extraSheets.length > 0 ? [`多了工作表“${extraSheets.join('”“')}”，没有汇入。`] : []),
  ];
}

function fieldsOf({ meta, sheet }: ReturnedSheet): StagedReturn['fields'] {
  return meta.fields.map(({ label, row, column }) => ({
    label: label.replace(/[：:]$/, ''),
    text: cellText(cellAt(sheet, row, column + 1)).trim(),
  }));
}
