import type { ImportQuestionView } from '../../../../shared/api/import-review.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line, RecognisedTable } from '../recognised-table.ts';

type Place = NonNullable<ImportQuestionView['at']>;

/** Where names stand that nobody knows, so that the page can show what a question is about. */
export class UnknownHeadings {
  readonly #places = new Map<string, Place>();

  constructor(tables: readonly RecognisedTable[]) {
    for (const table of tables) {
      const { sheet, header, body } = table;
      const head = header.last < header.first ? body.first : header.last;
      for (const line of table.columns) this.#add(line, { sheet, row: head, column: line.index });
      const column = nameColumn(table);
      for (const line of table.rows) this.#add(line, { sheet, row: line.index, column });
    }
  }

  /** Null for questions that are about figures, or about the whole table. */
  placeOf(question: ImportQuestion): Place | null {
    if (question.kind !== 'region' && question.kind !== 'indicator') return null;
    return this.#places.get(keyOf(question.kind, question.text)) ?? null;
  }

  #add({ region, indicator }: Line, place: Place): void {
    for (const [kind, naming] of [
      ['region', region],
      ['indicator', indicator],
    ] as const) {
      if (naming?.kind !== 'unknown') continue;
      const key = keyOf(kind, naming.text);
      if (!this.#places.has(key)) this.#places.set(key, place);
    }
  }
}

function keyOf(kind: 'region' | 'indicator', text: string): string {
  return `${kind} ${foldName(text)}`;
}

/** The one nearest to the figures: a school stands behind its county. */
function nameColumn({ columns, span }: RecognisedTable): number {
  return columns.findLast(({ role }) => role === 'name')?.index ?? span.first;
}
