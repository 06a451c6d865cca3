const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const places = ['', '十', '百', '千'];

/** Whole number from 0 to 9999 in Chinese numerals, as headings and small counts write them: 十二, 一百零五. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new Error(`no Chinese numeral for ${value}`);
  if (value === 0) return '零';
  const figures = String(value);
  let text = '';
  let pendingZero = false;
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures.charAt(at);
    if (figure === '0') {
      pendingZero = true;
      continue;
    }
    if (pendingZero && text !== '') text += '零';
    pendingZero = false;
    text += (digits[Number(figure)] ?? '') + (places[figures.length - 1 - at] ?? '');
  }
  return text.replace(/^一十/, '十');
}

/** Before a measure word 2 is 两: 两所学校. */
export function chineseCount(value: number): string {
  return value === 2 ? '两' : chineseNumeral(value);
}
