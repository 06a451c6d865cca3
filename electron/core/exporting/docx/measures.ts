import { type Layout, pageBox, twipsOf } from '../../../../shared/gongwen/layout.ts';
import { element } from './xml.ts';

export const emuPerTwip = 635;
export const twipsOfMillimetres = twipsOf;

/** Width of a body character as set: 16 pt less the tightening. */
export function characterTwips(layout: Layout): number {
  return layout.bodyHalfPoints * 10 + layout.bodySpacingTwips;
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
