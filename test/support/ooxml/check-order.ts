import { walk, type XmlElement } from './parse-xml.ts';

/**
 * Order of children as ISO/IEC 29500-1 fixes it, for the elements where Word rejects or ignores what comes out of turn.
 * Names that the product never writes are left out; a name not listed here is reported.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'pStyle',
    'keepNext',
    'keepLines',
    'pageBreakBefore',
    'widowControl',
    'numPr',
    'pBdr',
    'shd',
    'tabs',
    'kinsoku',
    'wordWrap',
    'overflowPunct',
    'topLinePunct',
    'autoSpaceDE',
    'autoSpaceDN',
    'adjustRightInd',
    'snapToGrid',
    'spacing',
    'ind',
    'contextualSpacing',
    'jc',
    'textAlignment',
    'outlineLvl',
    'rPr',
    'sectPr',
  ],
  'w:rPr': [
    'rStyle',
    'rFonts',
    'b',
    'bCs',
    'i',
    'iCs',
    'strike',
    'noProof',
    'snapToGrid',
    'vanish',
    'color',
    'spacing',
    'w',
    'kern',
    'position',
    'sz',
    'szCs',
    'highlight',
    'u',
    'shd',
    'vertAlign',
    'lang',
  ],
  'w:sectPr': [
    'headerReference',
    'footerReference',
    'type',
    'pgSz',
    'pgMar',
    'pgBorders',
    'pgNumType',
    'cols',
    'vAlign',
    'titlePg',
    'textDirection',
    'docGrid',
  ],
  'w:settings': [
    'view',
    'zoom',
    'removePersonalInformation',
    'mirrorMargins',
    'trackRevisions',
    'defaultTabStop',
    'evenAndOddHeaders',
    'characterSpacingControl',
    'footnotePr',
    'endnotePr',
    'compat',
    'rsids',
    'mathPr',
    'themeFontLang',
    'clrSchemeMapping',
    'decimalSymbol',
    'listSeparator',
  ],
  'w:tblPr': [
    'tblStyle',
    'tblpPr',
    'tblOverlap',
    'bidiVisual',
    'tblW',
    'jc',
    'tblCellSpacing',
    'tblInd',
    'tblBorders',
    'shd',
    'tblLayout',
    'tblCellMar',
    'tblLook',
  ],
  'w:tcPr': [
    'tcW',
    'gridSpan',
    'vMerge',
    'tcBorders',
    'shd',
    'noWrap',
    'tcMar',
    'textDirection',
    'tcFitText',
    'vAlign',
  ],
  'w:lvl': ['start', 'numFmt', 'lvlRestart', 'pStyle', 'isLgl', 'suff', 'lvlText', 'lvlJc', 'pPr', 'rPr'],
};

function checkChildren(element: XmlElement, order: readonly string[]): readonly string[] {
  const problems: string[] = [];
  let reached = -1;
  for (const { name } of element.children) {
    const rank = order.indexOf(name.replace(/^\w+:/, ''));
    if (rank < 0) problems.push(`${element.name}: unknown child ${name}`);
    else if (rank < reached) problems.push(`${element.name}: ${name} after ${order[reached]}`);
    reached = Math.max(reached, rank);
  }
  return problems;
}

/** Children out of turn, in any property element of a part. */
export function checkOrder(root: XmlElement): readonly string[] {
  return [...walk(root)].flatMap((element) => {
    const order = orders[element.name];
    return order === undefined ? [] : checkChildren(element, order);
  });
}
