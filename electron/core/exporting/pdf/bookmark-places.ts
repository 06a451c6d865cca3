/* oxlint-disable no-underscore-dangle -- pdfmake's own name */
import { renderer } from './pdfmake-modules.ts';

/** A bookmark shows this much of the page above its heading. */
const roomAbove = 12;

let installed = false;

/** Bookmarks that lead to their headings: pdfmake's lead to the top right corner of the page. */
export function installBookmarkPlaces(): void {
  if (installed) return;
  installed = true;
  const renderLine = renderer.renderLine;
  renderer.renderLine = function (line, x, y) {
    renderLine.call(this, line, x, y);
    const bookmark = line._outline === undefined ? undefined : this.outlineMap[line._outline.id];
    if (bookmark === undefined) return;
    const [page] = bookmark.outlineData.Dest;
    bookmark.outlineData.Dest = [page, 'XYZ', 0, this.pdfDocument.page.height - y + roomAbove, 0];
  };
}
