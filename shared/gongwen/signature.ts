/** Right-hand space, in characters, of the two lines of a signature block. */
export interface SignatureOffsets {
  readonly organisation: number;
  readonly date: number;
}

/** Width in characters: a Han character counts 1, a half-width digit or letter 0.5. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\u0020-\u007e]/.test(sign) ? 0.5 : 1;
  return width;
}

/**
 * Offsets of 署名 and 成文日期 without a seal (GB/T 9704-2012, 7.3.5.2): the organisation stands two characters from the
 * right edge and the date begins two characters further right than it; a date longer than the organisation stands two
 * characters from the edge itself and moves the organisation left.
 */
export function unsealedOffsets(organisation: string, date: string): SignatureOffsets {
  const longer = widthInCharacters(date) - widthInCharacters(organisation);
  return longer > 0 ? { organisation: 4 + longer, date: 2 } : { organisation: 2, date: -longer };
}
