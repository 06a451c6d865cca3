import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/** First letters of every reading of one character (长: cz); a letter or digit stands for itself, other signs for nothing. */
function lettersOf(sign: string): string {
  const kept = known.get(sign);
  if (kept !== undefined) return kept;
  const readings = pinyin(sign, { pattern: 'first', toneType: 'none', multiple: true, type: 'array' });
  const letters = [...new Set(readings.map((letter) => letter.toLowerCase()))].filter((letter) =>
    /^[a-z0-9]$/.test(letter),
  );
  known.set(sign, letters.join(''));
  return letters.join('');
}

/** 拼音首字母 of a name as `matchesSearch` reads them: the letters of each character, blanks between: `cz x x`. */
export function initialsOf(name: string): string {
  return [...name.normalize('NFKC')]
    .map(lettersOf)
    .filter((letters) => letters !== '')
    .join(' ');
}
