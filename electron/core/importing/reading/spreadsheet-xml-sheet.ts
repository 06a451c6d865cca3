import type { GridCell, GridSheet, Merge } from '../grid.ts';
import { attributeOf, type Tag } from './scan-tags.ts';
import { spreadsheetXmlCell } from './spreadsheet-xml-cell.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;

function own(tag: Tag, name: string): string | null {
  return attributeOf(tag, `ss:${name}`) ?? attributeOf(tag, name);
}

function numberOf(tag: Tag, name: string, otherwise: number): number {
  const number = Number.parseInt(own(tag, name) ?? '', 10);
  return Number.isFinite(number) && number >= 0 ? number : otherwise;
}

/** One sheet while its tags go by. */
export class SpreadsheetXmlSheet {
  readonly name: string;
  readonly #formats: ReadonlyMap<string, string>;
  readonly #rows = new Map<number, (readonly [number, GridCell])[]>();
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  #visibility: GridSheet['visibility'] = 'visible';
  #row = 0;
  #nextRow = 0;
  #column = 0;
  #described = 0;
  #cell: Tag | null = null;
  #data: { readonly type: string; text: string } | null = null;
  #inData = false;

  constructor(tag: Tag, formats: ReadonlyMap<string, string>) {
    this.name = own(tag, 'Name') ?? '';
    this.#formats = formats;
  }

  take(tag: Tag): void {
    if (this.#inData && this.#data) this.#data.text += tag.textBefore;
    const start = tag.kind === 'start';
    if (tag.name === 'data' && this.#cell) this.#takeData(tag);
    else if (tag.name === 'cell' && start) this.#openCell(tag);
    else if (tag.name === 'cell') this.#closeCell();
    else if (tag.name === 'row' && start) this.#openRow(tag);
    else if (tag.name === 'column' && start) this.#takeColumn(tag);
    else if (tag.name === 'visible' && !start) this.#takeVisibility(tag.textBefore);
  }

  /** In order, whatever the order of the file. */
  rows(): readonly (readonly [number, readonly (readonly [number, GridCell])[]])[] {
    return [...this.#rows].sort(([left], [right]) => left - right);
  }

  describe(): Omit<GridSheet, 'rows'> {
    return {
      name: this.name,
      merges: this.#merges,
      visibility: this.#visibility,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
    };
  }

  #takeVisibility(text: string): void {
    if (text.trim() === 'SheetHidden') this.#visibility = 'hidden';
    if (text.trim() === 'SheetVeryHidden') this.#visibility = 'very-hidden';
  }

  /** `Span`: so many further columns are alike. */
  #takeColumn(tag: Tag): void {
    const first = numberOf(tag, 'Index', this.#described + 1) - 1;
    const end = Math.min(first + 1 + numberOf(tag, 'Span', 0), mostColumns);
    for (let column = first; own(tag, 'Hidden') === '1' && column < end; column += 1) this.#hiddenColumns.add(column);
    this.#described = end;
  }

  #openRow(tag: Tag): void {
    this.#row = Math.min(numberOf(tag, 'Index', this.#nextRow + 1), mostRows) - 1;
    const end = Math.min(this.#row + 1 + numberOf(tag, 'Span', 0), mostRows);
    for (let row = this.#row; own(tag, 'Hidden') === '1' && row < end; row += 1) this.#hiddenRows.add(row);
    this.#nextRow = end;
    this.#column = 0;
  }

  #openCell(tag: Tag): void {
    this.#column = Math.min(numberOf(tag, 'Index', this.#column + 1), mostColumns) - 1;
    this.#cell = tag;
    this.#data = null;
  }

  /** The first one counts: a comment behind it has data of its own. */
  #takeData(tag: Tag): void {
    this.#inData = tag.kind === 'start' && this.#data === null;
    if (this.#inData) this.#data = { type: own(tag, 'Type') ?? 'String', text: '' };
  }

  #closeCell(): void {
    const tag = this.#cell;
    if (tag === null) return;
    const [row, column] = [this.#row, this.#column];
    const cell = spreadsheetXmlCell({
      type: this.#data?.type ?? null,
      text: this.#data?.text ?? '',
      format: this.#formats.get(own(tag, 'StyleID') ?? 'Default') ?? 'General',
      formula: own(tag, 'Formula'),
      row,
      column,
    });
    const cells = this.#rows.get(row) ?? [];
    cells.push([column, cell]);
    this.#rows.set(row, cells);
    const right = Math.min(column + numberOf(tag, 'MergeAcross', 0), mostColumns - 1);
    const bottom = Math.min(row + numberOf(tag, 'MergeDown', 0), mostRows - 1);
    if (right > column || bottom > row) this.#merges.push({ top: row, left: column, bottom, right });
    this.#column = right + 1;
    this.#cell = null;
  }
}
