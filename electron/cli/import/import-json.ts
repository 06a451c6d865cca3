import { describeFailure } from '../../../shared/text/failures/index.ts';
import { countCells } from '../../core/importing/count-cells.ts';
import { describeQuestion } from '../../core/importing/describe-question.ts';
import type { ImportQuestion } from '../../core/importing/mapping.ts';
import type { Line, Naming, RecognisedTable } from '../../core/importing/recognised-table.ts';
import type { StagedFile } from '../../core/importing/stage-file.ts';
import type { StagedCell } from '../../core/importing/staged-import.ts';
import { tableNames } from '../../core/importing/table-name.ts';

/** What `huigao import --json` prints. */
export function importJson(files: readonly StagedFile[]) {
  return {
    tables: files.flatMap((file) => file.staged.tables.map((table) => tableJson(file, table))),
    cells: files.flatMap(({ staged }) => staged.cells.map(cellJson)),
    questions: files.flatMap(({ grid, staged }) => {
      const tables = tableNames(grid, staged.tables);
      return staged.questions.map((question) => questionJson(question, tables));
    }),
    waiting: files.reduce((sum, { staged }) => sum + (countCells(staged.cells).get('asked') ?? 0), 0),
    totals: files.flatMap(({ staged }) => staged.totals),
    assumptions: files.flatMap(({ staged }) => staged.assumptions),
    notices: files.flatMap(({ grid }) => grid.notices),
    proposedRules: files.flatMap(({ staged }) => staged.proposedRules),
  };
}

function questionJson(question: ImportQuestion, tables: ReadonlyMap<string, string>) {
  const { title, detail, choices, names } = describeQuestion(question, tables);
  return { ...question, title, detail, choices: choices.map(({ label, answer }) => ({ label, answer })), names };
}

function cellJson({
  cell,
  region,
  indicator,
  period,
  value,
  status,
  text,
  before,
  note,
  problem,
  question,
}: StagedCell) {
  return {
    cell,
    region,
    indicator,
    period,
    value,
    status,
    text,
    before,
    note,
    problem: problem === null ? null : describeFailure(problem),
    question,
  };
}

function tableJson({ fileName, grid, staged }: StagedFile, table: RecognisedTable) {
  const cells = staged.cells.filter((cell) => cell.table === table.id);
  const distinct = (names: readonly string[]) => [...new Set(names)].filter((name) => name !== '');
  const lines = [...table.rows, ...table.columns];
  return {
    file: fileName,
    id: table.id,
    sheet: grid.sheets[table.sheet]?.name ?? '',
    title: table.titles.join('　'),
    titles: table.titles,
    notes: table.notes,
    // From 1, as a person counts the rows of a sheet.
    headerRows: { first: table.header.first + 1, last: table.header.last + 1 },
    bodyRows: { first: table.body.first + 1, last: table.body.last + 1 },
    axes: table.axes,
    period: table.period?.label ?? distinct(cells.map(({ period }) => period))[0] ?? '',
    periods: distinct(cells.map(({ period }) => period)),
    region: nameOf(table.region),
    indicator: nameOf(table.indicator),
    indicators: distinct(lines.map(({ indicator }) => knownName(indicator)).concat(knownName(table.indicator))),
    regions: distinct(cells.map(({ region }) => region)),
    units: table.units,
    asOf: table.asOf,
    fingerprint: table.fingerprint,
    rows: table.rows.map(lineJson),
    columns: table.columns.map(lineJson),
    questions: table.questions.map(({ id }) => id),
  };
}

function nameOf(naming: Naming<{ readonly name: string }> | null): string | null {
  if (naming === null) return null;
  return naming.kind === 'known' ? naming.thing.name : naming.text;
}

function knownName(naming: Naming<{ readonly name: string }> | null): string {
  return naming?.kind === 'known' ? naming.thing.name : '';
}

function lineJson({ index, role, path, region, indicator, period, unit, partOf, sumOf }: Line) {
  return {
    index: index + 1,
    role,
    path,
    region: nameOf(region),
    indicator: nameOf(indicator),
    period: period?.label ?? null,
    unit,
    partOf: partOf === null ? null : partOf + 1,
    sumOf: sumOf.map((each) => each + 1),
  };
}
