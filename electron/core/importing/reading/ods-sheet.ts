import type { GridCell, GridSheet, Merge } from '../grid.ts';
import { mostCells } from './collect-rows.ts';
import { odsCell } from './ods-cell.ts';
import { attributeOf, countOf, type Tag } from './scan-tags.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;

interface RepeatedRow {
  readonly index: number;
  readonly repeated: number;
  readonly cells: readonly (readonly [number, GridCell])[];
}

/** One sheet while its tags go by. Repeated rows are kept once; that they are many costs nothing until they hold cells. */
export class OdsSheet {
  readonly name: string;
  readonly #hidden: boolean;
  readonly #rows: RepeatedRow[] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  #cells: (readonly [number, GridCell])[] = [];
  #row = 0;
  #rowRepeated = 1;
  #columnSeen = 0;
  #column = 0;
  #cellTag: Tag | null = null;
  #text = '';
  #count = 0;

  constructor(name: string, hidden: boolean) {
    this.name = name;
    this.#hidden = hidden;
  }

  get overflows(): boolean {
    return this.#count > mostCells;
  }

  take(tag: Tag): void {
    if (this.#cellTag !== null) this.#text += tag.textBefore;
    const start = tag.kind === 'start';
    if (tag.name === 'table-column' && start) this.#takeColumn(tag);
    else if (tag.name === 'table-row') this.#takeRow(tag);
    else if (tag.name === 'table-cell' || tag.name === 'covered-table-cell') this.#takeCell(tag);
    else if (start && this.#cellTag !== null) this.#text += textOf(tag, this.#text);
  }

  *rows(): Iterable<readonly [number, RepeatedRow['cells']]> {
    for (const { index, repeated, cells } of this.#rows) {
      for (let row = index; row < index + repeated; row += 1) yield [row, cells];
    }
  }

  describe(): Omit<GridSheet, 'rows'> {
    return {
      name: this.name,
      merges: this.#merges,
      visibility: this.#hidden ? 'hidden' : 'visible',
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
    };
  }

  #takeColumn(tag: Tag): void {
    const end = Math.min(this.#columnSeen + countOf(tag, 'table:number-columns-repeated', mostColumns), mostColumns);
    for (let column = this.#columnSeen; isHidden(tag) && column < end; column += 1) this.#hiddenColumns.add(column);
    this.#columnSeen = end;
  }

  #takeRow(tag: Tag): void {
    if (tag.kind === 'end') {
      this.#closeRow();
      return;
    }
    this.#rowRepeated = countOf(tag, 'table:number-rows-repeated', mostRows - Math.min(this.#row, mostRows - 1));
    this.#column = 0;
    this.#cells = [];
    // The blank rows below a table may be hidden to the end of the sheet; those that hold cells are few.
    const end = this.#row + Math.min(this.#rowRepeated, 100_000);
    for (let row = this.#row; isHidden(tag) && row < end; row += 1) this.#hiddenRows.add(row);
  }

  #closeRow(): void {
    const cells = this.#cells;
    if (cells.length > 0) this.#rows.push({ index: this.#row, repeated: this.#rowRepeated, cells });
    this.#count += cells.length * (this.#rowRepeated - 1);
    this.#row += this.#rowRepeated;
  }

  #takeCell(tag: Tag): void {
    if (tag.kind === 'end') {
      this.#closeCell();
      return;
    }
    this.#cellTag = tag;
    this.#text = '';
  }

  #closeCell(): void {
    const tag = this.#cellTag;
    if (tag === null) return;
    const room = Math.max(mostColumns - this.#column, 0);
    const repeated = Math.min(countOf(tag, 'table:number-columns-repeated', mostColumns), room);
    const cell = odsCell(tag, this.#text);
    if (cell.kind !== 'empty' && !this.overflows) {
      for (let column = 0; column < repeated; column += 1) this.#cells.push([this.#column + column, cell]);
      this.#count += repeated;
    }
    this.#takeSpan(tag);
    this.#column += repeated;
    this.#cellTag = null;
  }

  #takeSpan(tag: Tag): void {
    const rows = countOf(tag, 'table:number-rows-spanned', mostRows);
    const columns = countOf(tag, 'table:number-columns-spanned', mostColumns);
    const { top, left } = { top: this.#row, left: this.#column };
    if (rows * columns > 1) this.#merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }
}

function isHidden(tag: Tag): boolean {
  return /^(collapse|filter)$/.test(attributeOf(tag, 'table:visibility') ?? '');
}

/** What an element inside a cell stands for in its text. */
function textOf(tag: Tag, before: string): string {
  switch (tag.name) {
    case 'p':
      return before === '' ? '' : '\n';
    case 'line-break':
      return '\n';
    case 'tab':
      return '\t';
    case 's':
      return ' '.repeat(countOf(tag, 'text:c', 1000));
    default:
      return '';
  }
}
