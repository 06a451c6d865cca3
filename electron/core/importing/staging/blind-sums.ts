import type { StagedCell } from '../staged-import.ts';
import { formulaQuestion } from './interpret-cell.ts';
import { answerTo, type Desk, holdsFigures } from './place.ts';
import type { Lines, TableDraft } from './table-draft.ts';

/**
 * An uncomputed sum over a number that stands as text, such as 1,200, is a figure that nobody ever saw: Excel leaves the
 * text out, and a person does not. It waits for a person, unless a comparison with its parts says more about it.
 */
export function withholdBlindSums(desk: Desk, draft: TableDraft, isCompared: (cell: StagedCell) => boolean): void {
  for (const [at, staged] of draft.cells.entries()) {
    if (staged.write === null || isCompared(staged)) continue;
    const { row, column } = staged;
    const cell = desk.sheet.rows[row]?.[column];
    const question = cell && desk.formulas.isBlind(row, column) ? formulaQuestion(desk, { row, column, cell }) : null;
    if (question === null || answerTo(desk, question.id)) continue;
    const asked = desk.questions.ask(question);
    const problem = { code: 'import-asked', question: desk.questions.titleOf(asked) } as const;
    const note = `公式 =${question.formula} 加起来的数里有的写成了文字，Excel 求和时不计入`;
    draft.cells[at] = { ...staged, status: 'asked', value: null, note, question: asked, problem, write: null };
    if (at in draft.claims) draft.claims[at] = null;
  }
}

/** The cells that a comparison of totals will look at. */
export function cellsOfSums({ rows, columns }: Lines): (row: number, column: number) => boolean {
  const ends = (lines: Lines['rows']) =>
    new Set(lines.filter((line) => holdsFigures(line) && line.sumOf.length > 0).map(({ index }) => index));
  const [sumRows, sumColumns] = [ends(rows), ends(columns)];
  return (row, column) => sumRows.has(row) || sumColumns.has(column);
}
