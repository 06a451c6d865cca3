/* oxlint-disable no-underscore-dangle -- pdfmake's own name */
import { renderer } from './pdfmake-modules.ts';

/** A bookmark shows this much of the page above its heading. */
const roomAbove = 12;

let installed = false;

/** Page of each bookmark of a document that is being drawn, by the id of its node. */
const pages = new WeakMap<object, Map<string, number>>();

/** Pages, from 1, on which the bookmarks of a drawn document stand, by the ids of their nodes. */
export function bookmarkPages(document: object): ReadonlyMap<string, number> {
  return pages.get(document) ?? new Map();
}

/** Bookmarks that lead to their headings: pdfmake's lead to the top right corner of the page. */
export function installBookmarkPlaces(): void {
  if (installed) return;
  installed = true;
  const renderLine = renderer.renderLine;
  renderer.renderLine = function (line, x, y) {
    renderLine.call(this, line, x, y);
    const bookmark = line._outline === undefined ? undefined : this.outlineMap[line._outline.id];
    if (line._outline === undefined || bookmark === undefined) return;
    const [page] = bookmark.outlineData.Dest;
    const known = pages.get(this.pdfDocument) ?? new Map<string, number>();
    pages.set(this.pdfDocument, known.set(line._outline.id, this.pdfDocument._root.data.Pages.data.Kids.length));
    bookmark.outlineData.Dest = [page, 'XYZ', 0, this.pdfDocument.page.height - y + roomAbove, 0];
  };
}
