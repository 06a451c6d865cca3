import { expect, test } from 'vitest';
import { lineLook } from '../../shared/chart/chart-look.ts';
import { chartPalette } from '../../shared/chart/chart-palette.ts';

/** CIE lightness, from 0 for black to 100 for white, as a black-and-white printer keeps it (CIE 15, 8.2.1). */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.008_856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

test('neighbouring fills differ in lightness, so that a black-and-white printer keeps them apart', () => {
  const levels = chartPalette.fills.map(lightness);
  levels.forEach((level, at) => {
    const next = levels[(at + 1) % levels.length] ?? 0;
    expect(Math.abs(level - next)).toBeGreaterThan(20);
  });
});

test('lines differ by their marks and strokes, not by colour alone', () => {
  const looks = chartPalette.lines.map((_, index) => {
    const { symbol, lineStyle } = lineLook(index);
    return `${symbol} ${lineStyle.type}`;
  });
  expect(new Set(looks).size).toBe(looks.length);
});
