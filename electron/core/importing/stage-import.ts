import type { Grid } from './grid.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportMapping } from './mapping.ts';
import type { RecognisedTable } from './recognised-table.ts';
import type { StagedImport } from './staged-import.ts';
import { compareDerived } from './staging/compare-derived.ts';
import { refuseDuplicates } from './staging/find-duplicates.ts';
import { SheetFormulas } from './staging/formula/sheet-formulas.ts';
import { nameNewThings } from './staging/name-new-things.ts';
import { noteAnswers } from './staging/note-answers.ts';
import { noteAssumptions, noteDerived } from './staging/note-assumptions.ts';
import { noteParts } from './staging/note-parts.ts';
import { noteTotals } from './staging/note-totals.ts';
import { noteUnread } from './staging/note-unread.ts';
import { proposeRules } from './staging/propose-rules.ts';
import { QuestionList } from './staging/question-list.ts';
import { noteSplitThousands } from './staging/split-thousands.ts';
import { stageTable } from './staging/stage-table.ts';
import { warnOfChanges } from './staging/warn-of-changes.ts';

export interface StagingContext extends ImportContext {
  /** Formulas of the rules in force, so that none of them is proposed again. */
  readonly ruleFormulas?: readonly string[];
}

/** Says of each figure of the recognised tables what would become of it, and what a person must say first. Nothing is written. */
export function stageImport(
  grid: Grid,
  recognised: readonly RecognisedTable[],
  context: StagingContext,
  mapping: ImportMapping,
): StagedImport {
  const tables = nameNewThings(recognised, context, mapping);
  const questions = new QuestionList(tables.flatMap((table) => table.questions));
  const formulas = grid.sheets.map((sheet) => new SheetFormulas(sheet));
  const staged = tables.map((table) => {
    const sheet = grid.sheets[table.sheet];
    const sheetFormulas = formulas[table.sheet];
    if (!sheet || !sheetFormulas) throw new Error(`no sheet ${table.sheet}`);
    return stageTable({ grid, sheet, table, context, mapping, questions, formulas: sheetFormulas });
  });
  const cells = compareDerived(refuseDuplicates(staged.flatMap((each) => each.cells)), context);
  return {
    tables,
    cells,
    questions: questions.all(),
    totals: staged.flatMap(({ totals }) => totals),
    proposedRules: proposeRules(tables, context, context.ruleFormulas ?? []),
    assumptions: [
      ...noteAssumptions(tables),
      ...noteTotals(cells, tables, context),
      ...noteUnread(grid, tables, mapping),
      ...noteSplitThousands(grid, tables),
      ...noteParts(cells, context),
      ...noteAnswers(mapping, context),
      ...noteDerived(cells),
      ...warnOfChanges(cells, context),
    ],
  };
}
