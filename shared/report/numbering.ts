import { chineseNumeral } from '../figures/chinese-numeral.ts';

export type HeadingLevel = 1 | 2 | 3 | 4;

/** A heading's number with its mark: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3). */
export function headingNumber(level: HeadingLevel, ordinal: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(ordinal)}、`;
    case 2:
      return `（${chineseNumeral(ordinal)}）`;
    case 3:
      return `${ordinal}.`;
    case 4:
      return `（${ordinal}）`;
  }
}

/** Counts headings from the top of a document: each level starts again under a new heading above it. */
export class HeadingCounter {
  readonly #counts = [0, 0, 0, 0];

  next(level: HeadingLevel): number {
    const ordinal = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts[level - 1] = ordinal;
    this.#counts.fill(0, level);
    return ordinal;
  }
}
