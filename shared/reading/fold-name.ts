/** Full-width forms of ASCII become ASCII. Not NFKC, which would turn the note mark in `1203①` into a digit. */
export function foldWidth(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u3000\u00a0\u200b\ufeff]/g, ' ');
}

const foldable = /[\s\uff01-\uff5e\u3000\u00a0\u200b\ufeff]/;

/** A name as it is compared: widths folded, without blanks and line breaks (`区  县`, `志愿者\n服务人次`). */
export function foldName(text: string): string {
  // Most texts of a large file need no folding, and looking is cheaper than folding.
  if (!foldable.test(text)) return text;
  return foldWidth(text).replaceAll(/\s/g, '');
}
