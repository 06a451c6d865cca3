const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads 四, 十二, 两百零五; null for what is no single number (三四, 二〇二四). */
export function readChineseNumber(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const sign of text) {
    const power = powers[sign];
    const digit = digits[sign];
    if (power !== undefined) {
      total += (pending ?? 1) * power;
      pending = null;
    } else if (digit === undefined || (pending !== null && pending !== 0)) return null;
    else pending = digit;
  }
  return total + (pending ?? 0);
}
