/** Signs of a worksheet formula. Rows and columns count from 0. */
export type Token =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const pattern =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?![A-Za-z\d_.!])|\$?(?<letters>[A-Za-z]{1,3})\$?(?<digits>[1-9]\d{0,6})(?![A-Za-z\d_.!($])|(?<name>[A-Za-z][A-Za-z.]*)(?=\s*\()|(?<sign>[-+*/%(),:]))/y;

/** Formulas of people are shorter; what is longer was made to do harm. */
const longest = 2000;

/** The signs of a formula; null when it holds anything else: other sheets, names, texts, comparisons, `^`. */
export function lexFormula(formula: string): readonly Token[] | null {
  const text = formula.trim();
  if (text.length > longest) return null;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    if (!groups) return null;
    tokens.push(tokenOf(groups));
    at = pattern.lastIndex;
  }
  return tokens;
}

function tokenOf({ number, letters, digits, name, sign = '' }: Readonly<Record<string, string | undefined>>): Token {
  if (number !== undefined) return { kind: 'number', text: number };
  if (letters !== undefined) return { kind: 'cell', row: Number(digits) - 1, column: columnOf(letters) };
  return name === undefined ? { kind: 'sign', text: sign } : { kind: 'name', text: name.toUpperCase() };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
