import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { BookmarkNames } from './bookmarks.ts';

/** Relationships of the document part to the parts that are packed beside it. */
export interface DocumentRelations {
  readonly oddFooter: string;
  readonly evenFooter: string;
  /** Of the header with the mark 草稿; null: no mark. */
  readonly draftHeader: string | null;
  /** Of the chart with this number, from 1. */
  readonly chart: (number: number) => string;
  /** Of the picture with these bytes; null: the workspace does not have them any more. */
  readonly image: (sha256: string) => { readonly id: string; readonly width: number; readonly height: number } | null;
}

/** What the blocks of one document share while they are written. */
export interface DocumentContext {
  readonly layout: Layout;
  readonly bookmarks: BookmarkNames;
  readonly relations: DocumentRelations;
  /** Counts `wp:docPr` ids, which Word wants unique in a document. */
  readonly nextDrawing: () => number;
}

/** Where a block stands among its neighbours. */
export interface BlockPlace {
  readonly pageBreakBefore: boolean;
  /** Kept with what follows: the text above a signature, which must not stand on a page without any. */
  readonly keepNext: boolean;
  /** A note speaks of the table or chart above it and stays on its page. */
  readonly beforeNote: boolean;
  /** Instance of the list that numbers it, 0 for none. */
  readonly numId: number;
  /** Number of the chart that it draws, from 1. */
  readonly chartNumber: number;
  /** On pages that lie across. */
  readonly landscape: boolean;
}
