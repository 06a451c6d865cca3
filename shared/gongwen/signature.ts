import type { LayoutOptions } from './options.ts';

/** Where the lines of a signature block stand. Lengths in characters, counted from the right edge. */
export interface SignaturePlaces {
  readonly blankLinesAbove: number;
  /** Of each organisation, from the top. */
  readonly organisations: readonly number[];
  readonly blankLinesBetween: number;
  readonly date: number;
}

/** Width in characters: a Han character counts 1, a half-width digit or letter 0.5. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\u0020-\u007e]/.test(sign) ? 0.5 : 1;
  return width;
}

/** Room that a signature seal takes on the line, and the space between it and the post at its left (7.3.5.3). */
const nameSealWidth = 5;
const postSpace = 2;

/**
 * Places of 署名 and 成文日期 (GB/T 9704-2012, 7.3.5). `organisations` holds the lines of the signature from the top.
 *
 * - 不盖章 (7.3.5.2): one line below the text the organisation stands two characters from the edge and the date begins two
 *   characters further right than it; a date longer than the organisation stands two characters from the edge itself and
 *   moves the organisation left.
 * - 盖章 (7.3.5.1): the date four characters from the edge, the organisation centred on it, and room for the seal's upper
 *   half above.
 * - 签名章 (7.3.5.3): two lines below the text, four characters from the edge, the post two characters left of the seal;
 *   the date a line lower, four characters from the edge.
 */
export function placeSignature(
  form: LayoutOptions['署名'],
  organisations: readonly string[],
  date: string,
): SignaturePlaces {
  const widths = organisations.map(widthInCharacters);
  const dateWidth = widthInCharacters(date);
  switch (form) {
    case '不盖章': {
      const widest = Math.max(0, ...widths);
      const longer = dateWidth - widest;
      const left = longer > 0 ? 4 + longer : 2;
      return {
        blankLinesAbove: 1,
        // Organisations that sign together begin at one place.
        organisations: widths.map((width) => left + widest - width),
        blankLinesBetween: 0,
        date: longer > 0 ? 2 : -longer,
      };
    }
    case '盖章':
      return {
        blankLinesAbove: 2,
        organisations: widths.map((width) => Math.max(0, 4 + (dateWidth - width) / 2)),
        blankLinesBetween: 0,
        date: 4,
      };
    case '签名章':
      return {
        blankLinesAbove: 2,
        organisations: widths.map(() => 4 + nameSealWidth + postSpace),
        blankLinesBetween: 1,
        date: 4,
      };
  }
}
