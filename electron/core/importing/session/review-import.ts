import type { ImportQuestionView, ImportReview } from '../../../../shared/api/importing.ts';
import { describeQuestion } from '../describe-question.ts';
import type { Grid, GridSheet } from '../grid.ts';
import type { ImportMapping, ImportQuestion } from '../mapping.ts';
import { isSheetRead } from '../recognise-tables.ts';
import type { Line, Naming, RecognisedTable } from '../recognised-table.ts';
import type { StagedImport } from '../staged-import.ts';

/** What the review is made of. */
export interface Reviewed {
  readonly grid: Grid;
  readonly staged: StagedImport;
  /** Every question that was asked so far, also those that are answered by now, in the order they came up. */
  readonly asked: readonly ImportQuestion[];
  readonly mapping: ImportMapping;
  readonly version: number;
  /** A layout met before answered questions. */
  readonly isRemembered: boolean;
}

/** What was found in the file and what would become of it, for the page. */
export function reviewImport({ grid, staged, asked, mapping, version, isRemembered }: Reviewed): ImportReview {
  const waiting = countBy(staged.cells.map(({ question }) => question));
  return {
    fileName: grid.fileName,
    notices: [...grid.notices],
    sheets: grid.sheets.map((sheet) => sheetView(sheet, isSheetRead(sheet, mapping))),
    tables: staged.tables.map(tableView),
    questions: asked.map((question) => ({
      ...questionView(question, mapping),
      cells: waiting[question.id] ?? 0,
    })),
    totals: staged.totals.map((total) => ({ ...total })),
    proposedRules: staged.proposedRules.map((rule) => ({ ...rule })),
    assumptions: [...staged.assumptions],
    counts: countBy(staged.cells.map(({ status }) => status)),
    writes: staged.cells.filter(({ write }) => write !== null).length,
    version,
    mapping,
    isRemembered,
  };
}

function sheetView(sheet: GridSheet, isRead: boolean): ImportReview['sheets'][number] {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { name: sheet.name, visibility: sheet.visibility, isRead, rows: sheet.rows.length, columns };
}

function tableView(table: RecognisedTable): ImportReview['tables'][number] {
  return {
    id: table.id,
    sheet: table.sheet,
    title: table.titles.join('　'),
    header: table.header,
    body: table.body,
    region: nameOf(table.region),
    indicator: nameOf(table.indicator),
    period: table.period?.label ?? null,
    rows: table.rows.map(lineView),
    columns: table.columns.map(lineView),
  };
}

function lineView({ index, role, region, indicator, period, path }: Line) {
  const names = [nameOf(region), nameOf(indicator), period?.label ?? null].filter((name) => name !== null);
  return { index, role, name: names.length > 0 ? names.join(' · ') : (path.at(-1) ?? null) };
}

function nameOf(naming: Naming<{ readonly name: string }> | null): string | null {
  if (naming === null) return null;
  return naming.kind === 'known' ? naming.thing.name : naming.text;
}

function questionView(question: ImportQuestion, mapping: ImportMapping): Omit<ImportQuestionView, 'cells'> {
  const { title, detail, choices, names } = describeQuestion(question);
  return {
    id: question.id,
    kind: question.kind,
    title,
    detail,
    choices: choices.map((choice) => ({ ...choice })),
    names,
    answer: mapping.answers[question.id] ?? null,
  };
}

function countBy(keys: readonly (string | null)[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}
