import type { ImportQuestionView, ImportReview } from '../../../../shared/api/import-review.ts';
import { countCells } from '../count-cells.ts';
import { describeQuestion, type TableNames } from '../describe-question.ts';
import type { Grid, GridSheet } from '../grid.ts';
import type { ImportMapping, ImportQuestion } from '../mapping.ts';
import { isSheetRead } from '../recognise-tables.ts';
import type { StagedImport, TotalComparison } from '../staged-import.ts';
import { tableName, tableNames } from '../table-name.ts';
import { UnknownHeadings } from './find-headings.ts';
import type { ImportSaid } from './messages.ts';

/** What the review is made of. */
export interface Reviewed {
  readonly grid: Grid;
  readonly staged: StagedImport;
  /** Every question that was asked so far, also those that are answered by now, in the order they came up. */
  readonly asked: readonly ImportQuestion[];
  readonly said: ImportSaid;
  /** What a layout met before had answered; null when it was not met. */
  readonly remembered: ImportMapping | null;
  readonly locked: readonly string[];
  readonly version: number;
}

/** Totals that differ are shown in so many lines. */
const mostTotals = 100;

/** What was found in the file and what would become of it, for the page. Its size does not grow with the rows of the file. */
export function reviewImport({ grid, staged, asked, said, remembered, locked, version }: Reviewed): ImportReview {
  return {
    fileName: grid.fileName,
    notices: [...grid.notices],
    sheets: grid.sheets.map((sheet) => sheetView(sheet, isSheetRead(sheet, said.mapping))),
    tables: staged.tables.map((table) => {
      const { id, sheet, header, body } = table;
      return { id, sheet, name: tableName(grid, table), header, body };
    }),
    questions: questionViews({ grid, staged, asked, said }),
    totals: totalsView(staged.totals),
    proposedRules: staged.proposedRules.map((rule) => ({ ...rule })),
    rules: said.rules.filter((formula) => staged.proposedRules.some((rule) => rule.formula === formula)),
    assumptions: [...staged.assumptions],
    counts: Object.fromEntries(countCells(staged.cells)),
    writes: staged.cells.filter(({ write }) => write !== null).length,
    locked: [...locked],
    version,
    mapping: said.mapping,
    isRemembered: remembered !== null,
    given: countGiven(said, remembered),
  };
}

function sheetView(sheet: GridSheet, isRead: boolean): ImportReview['sheets'][number] {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { name: sheet.name, visibility: sheet.visibility, isRead, rows: sheet.rows.length, columns };
}

/** Those that are open, and those that were answered; others went away with what they asked about. */
function questionViews({
  grid,
  staged,
  asked,
  said,
}: Pick<Reviewed, 'grid' | 'staged' | 'asked' | 'said'>): ImportQuestionView[] {
  const open = new Set(staged.questions.map(({ id }) => id));
  const names = tableNames(grid, staged.tables);
  const waiting = waitingCells(staged);
  const headings = new UnknownHeadings(staged.tables);
  return asked.flatMap((question) => {
    const answer = Object.hasOwn(said.mapping.answers, question.id) ? said.mapping.answers[question.id] : undefined;
    if (!open.has(question.id) && answer === undefined) return [];
    const { cells, at: first } = waiting.get(question.id) ?? { cells: 0, at: null };
    const at = headings.placeOf(question) ?? first;
    return [{ ...questionView(question, names), cells, at, answer: answer ?? null }];
  });
}

function questionView(
  question: ImportQuestion,
  names: TableNames,
): Omit<ImportQuestionView, 'cells' | 'at' | 'answer'> {
  const { title, detail, choices, proposal, names: catalogue } = describeQuestion(question, names);
  return {
    id: question.id,
    kind: question.kind,
    title,
    detail,
    choices: choices.map((choice) => ({ ...choice })),
    proposal,
    names: catalogue,
  };
}

interface Waiting {
  cells: number;
  readonly at: ImportQuestionView['at'];
}

/** How many cells wait for each question, and where the first of them stands. */
function waitingCells({ cells, tables }: StagedImport): ReadonlyMap<string, Waiting> {
  const sheets = new Map(tables.map(({ id, sheet }) => [id, sheet]));
  const waiting = new Map<string, Waiting>();
  for (const { question, table, row, column } of cells) {
    if (question === null) continue;
    const known = waiting.get(question);
    if (known) known.cells += 1;
    else waiting.set(question, { cells: 1, at: { sheet: sheets.get(table) ?? 0, row, column } });
  }
  return waiting;
}

function totalsView(totals: readonly TotalComparison[]): ImportReview['totals'] {
  const differing = totals.filter(({ agrees }) => !agrees);
  return {
    agreeing: totals.length - differing.length,
    differing: differing.length,
    first: differing.slice(0, mostTotals).map(({ cell, stated, sum }) => ({ cell, stated, sum })),
  };
}

/** What would be lost with the import: what the person said, as far as it is not remembered anyway. */
function countGiven({ mapping, rules }: ImportSaid, remembered: ImportMapping | null): number {
  const parts = ['answers', 'headers', 'sheets'] as const;
  const given = parts.map((part) => {
    const before = new Map<string, unknown>(Object.entries(remembered?.[part] ?? {}));
    const isNew = ([key, value]: readonly [string, unknown]) =>
      JSON.stringify(before.get(key)) !== JSON.stringify(value);
    return Object.entries(mapping[part]).filter(isNew).length;
  });
  return given.reduce((sum, count) => sum + count, rules.length);
}
