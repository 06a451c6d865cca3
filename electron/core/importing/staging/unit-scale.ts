import { foldName } from '../../../../shared/reading/fold-name.ts';

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

interface Scale {
  readonly base: string;
  readonly exponent: number;
}

/** `万元` → 元 × 10⁴, `%` → 1 × 10⁻². */
function scaleOf(unit: string): Scale {
  const folded = foldName(unit);
  if (folded === '%') return { base: '', exponent: -2 };
  if (folded === '‰') return { base: '', exponent: -3 };
  const [prefix = ''] = /^[十百千万亿]+(?=.)(?!分点)/.exec(folded) ?? [];
  const exponent = [...prefix].reduce((sum, sign) => sum + (powers[sign] ?? 0), 0);
  return { base: folded.slice(prefix.length), exponent };
}

/** Places by which a figure in the one unit is shifted to stand in the other; null when they count different things. */
export function shiftBetween(found: string, expected: string): number | null {
  const [from, to] = [scaleOf(found), scaleOf(expected)];
  return from.base === to.base ? from.exponent - to.exponent : null;
}

/** Whether a multiple of a smaller unit: `万元`, `千人`. */
export function isScaled(unit: string): boolean {
  return scaleOf(unit).exponent > 0;
}
