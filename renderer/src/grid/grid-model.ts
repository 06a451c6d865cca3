import type { ReactNode, Ref } from 'react';
import type { ObservationGap } from '../../../shared/figures/catalogue.ts';

/** What the statistics grid shows and what it reports: plain data, without any knowledge of where it is kept. */

export type ColumnKind = 'entry' | 'computed' | 'last-year';

/** One column: headings from the outside in; equal neighbours at the same level are merged. */
export interface GridColumn {
  readonly id: string;
  readonly path: readonly string[];
  /** What else a pasted heading may call it, the indicator's own name first. */
  readonly names?: readonly string[];
  /** `人`, `%`, `万元`; empty where there is none. Numbers of different units are never added up. */
  readonly unit: string;
  readonly kind: ColumnKind;
  /** Pixels at first; a person may drag it wider. */
  readonly width: number;
}

export interface GridRow {
  readonly id: string;
  readonly label: string;
  /** What else a pasted table may call it. */
  readonly names?: readonly string[];
  /** Levels below the outermost row. */
  readonly indent: number;
  readonly kind: 'entry' | 'total';
}

/** What stands in a cell. */
export type CellContent =
  /** `text` as printed (`12,400`, `80.76%`), `decimal` exact (`12400`, `80.7604`). */
  | { readonly kind: 'value'; readonly decimal: string; readonly text: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'gap'; readonly reason: ObservationGap }
  /** No number, though one was to be computed (`缺 2 县`). */
  | {
      readonly kind: 'none';
      readonly text: string /** A figure, though none of its own: it stands as figures do. */;
      readonly isSum?: true;
    }
  /** Typed and not (yet) taken as a value: a refused cell keeps it. */
  | { readonly kind: 'typed'; readonly text: string };

/** `missing` 待填, `changed` 和上次不同, `suspicious` 存疑, `wrong` 勾稽不符, `refused` 没有记下. */
export type CellMark = 'missing' | 'changed' | 'suspicious' | 'wrong' | 'refused';

export interface GridCell {
  readonly content: CellContent;
  readonly mark: CellMark | null;
  /** Explains the mark: shown beside the cell, read out by a screen reader. */
  readonly note: string | null;
  /** Why nobody can type here; null where one can. Columns other than `entry` are never typed, with or without it. */
  readonly readOnly: string | null;
}

export interface GridModel {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** `cells[row][column]`, as many as there are rows and columns. */
  readonly cells: readonly (readonly GridCell[])[];
  /** Heading of the row labels: `区县`. */
  readonly corner: string;
}

/** What a person wants to stand in a cell. Text is as typed: `１２，４００`, `80.76%`; the owner reads and judges it. */
export type CellEntry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap'; readonly reason: ObservationGap }
  | { readonly kind: 'blank' };

export interface GridPatch {
  readonly rowId: string;
  readonly columnId: string;
  readonly entry: CellEntry;
}

/** One step of a person, which one Ctrl+Z takes back. */
export interface GridEdit {
  readonly kind: 'edit' | 'undo' | 'redo';
  readonly patches: readonly GridPatch[];
  /** `粘贴 120 格`, `撤销：粘贴 120 格` */
  readonly description: string;
}

/** The owner's answer about one cell, whether it was edited or follows from an edited one (a total, a share). */
export interface SettledCell {
  readonly rowId: string;
  readonly columnId: string;
  /** As recorded now. */
  readonly cell: GridCell;
  /** Why the entry was not recorded: what was typed stays visible, red, with this sentence. */
  readonly refusal: string | null;
}

export interface GridPlace {
  readonly rowId: string;
  readonly columnId: string;
}

export interface GridSelection {
  readonly active: GridPlace;
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
}

/** What a paste held beyond the last row or column of the table; `rows` as text, for an owner that can add rows. */
export interface PasteBeyond {
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
}

export interface GridHandle {
  /** Selects the cell, brings it into view and takes the keyboard. */
  focusCell(place: GridPlace): void;
  scrollTo(place: GridPlace): void;
  undo(): void;
  redo(): void;
  /** What Ctrl+V does, for a button that has read the clipboard itself. */
  paste(clipboard: { readonly html: string; readonly text: string }): void;
}

export interface StatisticsGridProps {
  /** A new model replaces what is shown; selection and undo stay while rows and columns are the same. */
  readonly model: GridModel;
  /** Accessible name: `随迁子女在校生 2021年`. */
  readonly label: string;
  /** The grid shows the patches at once; the answer settles or refuses them. A rejected promise refuses all of them. */
  readonly onEdit: (edit: GridEdit) => Promise<readonly SettledCell[]>;
  readonly onSelect?: (selection: GridSelection) => void;
  /** Called after the part that fits was pasted; without it the rest is left out, which the person was told before. */
  readonly onPasteOutside?: (beyond: PasteBeyond) => void;
  /** Right end of the status bar: `已自动保存 09:58`. */
  readonly status?: ReactNode;
  readonly ref?: Ref<GridHandle>;
}
