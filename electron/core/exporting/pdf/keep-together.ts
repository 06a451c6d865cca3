/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { countInlinesPerLine } from './chinese-composition.ts';
import { layoutBuilder, tableProcessor } from './pdfmake-modules.ts';
import type { LaidOutNode, LayoutContext, LayoutWriter } from './pdfmake-shapes.ts';

/**
 * Keeps headings and captions with what follows, and the last line of text with the signature (GB/T 9704-2012, 7.3.5:
 * no signature on a page without text), and a note with the last row of its table. pdfmake's own `pageBreakBefore` lays the whole document out again for every
 * break; this decides before a node is placed.
 */

function marginsOf(node: LaidOutNode): number {
  return (node._margin?.[1] ?? 0) + (node._margin?.[3] ?? 0);
}

/** Height of a text node, or of its first `lines` lines. */
function heightOfText(node: LaidOutNode, width: number, lines = Number.POSITIVE_INFINITY): number {
  const inlines = node._inlines ?? [];
  const pitch = inlines[0]?.height ?? 0;
  const room = width - (node._margin?.[0] ?? 0) - (node._margin?.[2] ?? 0);
  const count = lines === 1 ? 1 : countInlinesPerLine(inlines, room).length;
  return Math.min(count, lines) * pitch + marginsOf(node);
}

/** How much of a node must stand on the page of the heading before it. */
function heightOfLead(node: LaidOutNode, width: number): number {
  if (node.leadHeight !== undefined) return node.leadHeight + marginsOf(node);
  if (node.svg !== undefined) return (node._height ?? 0) + marginsOf(node);
  return node.text === undefined ? 0 : heightOfText(node, width, 1);
}

/** Height of what must stay together, from `index` on: nodes kept with their next, and the lead of that next. */
function heightOfChain(nodes: readonly LaidOutNode[], index: number, width: number): number {
  let height = 0;
  for (let at = index; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || (at > index && node.pageBreak === 'before')) break;
    if (node.keepWithNext !== true) return height + heightOfLead(node, width);
    if (at > index) height += node.spaceAbove ?? 0;
    height += node.text === undefined ? heightOfLead(node, width) : heightOfText(node, width);
  }
  return height;
}

function pageHeight(context: LayoutContext): number {
  return context.getCurrentPage().pageSize.height - context.pageMargins.top - context.pageMargins.bottom;
}

const tolerance = 0.01;

/** How many lines of a paragraph stay before a break that takes its end to the next page; null without such a break. */
export function linesBeforeBreak(
  lines: number,
  space: { readonly pitch: number; readonly available: number; readonly page: number; readonly below: number },
): number | null {
  const onThisPage = Math.floor((space.available + tolerance) / space.pitch);
  const onFullPage = Math.floor((space.page + tolerance) / space.pitch);
  const overflow = lines - onThisPage;
  const onLastPage = overflow <= 0 ? lines : ((overflow - 1) % onFullPage) + 1;
  const room = (overflow <= 0 ? space.available : space.page) - onLastPage * space.pitch;
  return room + tolerance >= space.below ? null : lines - 1;
}

/** Leaves the space above a node, and moves on to the next page when what must stay together does not fit on this one. */
function makeRoom(writer: LayoutWriter, nodes: readonly LaidOutNode[], index: number): void {
  const context = writer.context();
  const node = nodes[index];
  if (node === undefined || context.y <= context.pageMargins.top + tolerance) return;
  const space = node.spaceAbove ?? 0;
  const chain = node.keepWithNext === true ? heightOfChain(nodes, index, context.availableWidth) : 0;
  const needed = Math.max(space + (chain > pageHeight(context) ? 0 : chain), node.needsRoom ?? 0);
  if (needed > context.availableHeight + tolerance) writer.moveToNextPage();
  else context.moveDown(space);
}

/** Takes the last row of a table to the next page when the note below it would go there alone. */
function installRoomForLastRow(): void {
  const beginRow = tableProcessor.beginRow;
  tableProcessor.beginRow = function (row, writer) {
    const { table, roomForLastRow } = this.tableNode;
    const isLast = row > 0 && row + 1 === table?.body.length;
    if (isLast && roomForLastRow !== undefined && writer.context().availableHeight < roomForLastRow) {
      writer.moveToNextPage();
      // A repeated header brings the line above the row with it.
      if (this.headerRows === 0) this.drawHorizontalLine(row, writer);
    }
    beginRow.call(this, row, writer);
  };
}

let installed = false;

/** Patches pdfmake's layout, once in a process. */
export function installKeepTogether(): void {
  if (installed) return;
  installed = true;
  installRoomForLastRow();

  layoutBuilder.processVerticalContainer = function (container) {
    const nodes = container.stack ?? [];
    nodes.forEach((node, index) => {
      // A section begins a page, and before the first there is none.
      if (node.pageBreak !== 'before' && node.section === undefined) makeRoom(this.writer, nodes, index);
      if (node.lastRowHeight !== undefined) {
        const below = heightOfChain(nodes, index + 1, this.writer.context().availableWidth);
        node.roomForLastRow = node.lastRowHeight + below;
      }
      if (node.lastLineStays === true) {
        const context = this.writer.context();
        const below = heightOfChain(nodes, index + 1, context.availableWidth);
        // What fills a page of its own cannot stand below a line.
        if (below < pageHeight(context)) node.roomBelow = below;
      }
      this.processNode(node);
      container.positions.push(...node.positions);
    });
  };

  const processLeaf = layoutBuilder.processLeaf;
  layoutBuilder.processLeaf = function (node) {
    const inlines = node._inlines ?? [];
    const context = this.writer.context();
    const below = node.roomBelow;
    if (below === undefined || inlines.length === 0) {
      processLeaf.call(this, node);
      return;
    }
    const counts = countInlinesPerLine(inlines, context.availableWidth);
    const before = linesBeforeBreak(counts.length, {
      pitch: inlines[0]?.height ?? 0,
      available: context.availableHeight,
      page: pageHeight(context),
      below,
    });
    if (before === null) {
      processLeaf.call(this, node);
      return;
    }
    const cut = counts.slice(0, before).reduce((total, count) => total + count, 0);
    node._inlines = inlines.slice(0, cut);
    node.continues = true;
    if (cut > 0) processLeaf.call(this, node);
    this.writer.moveToNextPage();
    node._inlines = inlines.slice(cut);
    node.continues = false;
    processLeaf.call(this, node);
  };
}
