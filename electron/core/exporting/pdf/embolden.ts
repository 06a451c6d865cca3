import { renderer } from './pdfmake-modules.ts';

/** Width of the stroke around a bold character, in ems: Word draws 仿宋 and 楷体, which have no bold face, about so. */
const stroke = 0.03;

let installed = false;

/**
 * Draws the runs that a bureau wants bold with an outline of their own colour: the fonts of official documents have no
 * bold face. The text stays text.
 */
export function installEmbolden(): void {
  if (installed) return;
  installed = true;
  const renderLine = renderer.renderLine;
  renderer.renderLine = function (line, x, y) {
    if (!line.inlines.some(({ emboldened }) => emboldened === true)) return renderLine.call(this, line, x, y);
    const { pdfDocument } = this;
    const { text } = pdfDocument;
    let at = 0;
    // pdfmake draws the inlines of a line one by one, in their order.
    pdfDocument.text = (content, left, top, options) => {
      const inline = line.inlines[at];
      at += 1;
      if (inline?.emboldened !== true) return text.call(pdfDocument, content, left, top, options);
      pdfDocument.save();
      pdfDocument.lineWidth(inline.fontSize * stroke).strokeColor('black');
      text.call(pdfDocument, content, left, top, { ...options, fill: true, stroke: true });
      pdfDocument.restore();
    };
    try {
      renderLine.call(this, line, x, y);
    } finally {
      pdfDocument.text = text;
    }
  };
}
