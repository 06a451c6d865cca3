import { type Layout, twipsOf } from '../../../../shared/gongwen/layout.ts';
import { element } from './xml.ts';

export const emuPerTwip = 635;
export const twipsOfMillimetres = twipsOf;

/** Width of a body character as set: 16 pt less the tightening. */
export function characterTwips(layout: Layout): number {
  return layout.bodyHalfPoints * 10 + layout.bodySpacingTwips;
}

/** The page as a section gives it, in twips. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly footer: number;
}

/**
 * The page, upright or across. A page that lies across is the upright one turned, its head at the binding edge (GB/T
 * 9704-2012, clause 11, for odd pages); its number stands below the table, not beside it, which a footer cannot.
 */
export function pageBox({ page }: Layout, landscape: boolean): PageBox {
  const upright = {
    width: page.widthTwips,
    height: page.heightTwips,
    top: page.topTwips,
    right: page.rightTwips,
    bottom: page.bottomTwips,
    left: page.leftTwips,
    footer: page.footerTwips,
  };
  if (!landscape) return upright;
  return {
    width: upright.height,
    height: upright.width,
    top: upright.left,
    right: upright.top,
    bottom: upright.right,
    left: upright.bottom,
    footer: Math.max(0, upright.right - (upright.bottom - upright.footer)),
  };
}

/** Width of the type area (版心). */
export function textWidthTwips(layout: Layout, landscape = false): number {
  const { width, left, right } = pageBox(layout, landscape);
  return width - left - right;
}

/** Height of the type area. */
export function textHeightTwips(layout: Layout, landscape = false): number {
  const { height, top, bottom } = pageBox(layout, landscape);
  return height - top - bottom;
}

/** First-line indent of two characters; the twips serve readers that do not know characters. */
export function bodyIndent(layout: Layout): string {
  return element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': 2 * characterTwips(layout) });
}

/** Exact line pitch, nothing before or after. */
export function exactPitch(twips: number): string {
  return element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips, 'w:lineRule': 'exact' });
}
