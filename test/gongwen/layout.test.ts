import { describe, expect, test } from 'vitest';
import { defaultLayout, layoutOf } from '../../shared/gongwen/layout.ts';
import { defaultOptions, LayoutOptions, linePitches } from '../../shared/gongwen/options.ts';

describe('the layout that options come to', () => {
  test('by default 22 lines of 28 characters in 156 mm by 225 mm', () => {
    const { page, linesPerPage, charactersPerLine } = defaultLayout;
    expect([linesPerPage, charactersPerLine]).toEqual([22, 28]);
    expect(page.widthTwips - page.leftTwips - page.rightTwips).toBe(8844);
    expect(page.heightTwips - page.topTwips - page.bottomTwips).toBe(12756);
    expect(page.footerTwips).toBe(1446);
  });

  test.each([
    ['28 磅', 22],
    ['28.8 磅', 22],
    ['28.95 磅', 22],
    ['29 磅', 21],
    ['30 磅', 21],
  ] as const)('a pitch of %s gives %i lines', (name, lines) => {
    expect(layoutOf({ ...defaultOptions, 行距: linePitches[name] }).linesPerPage).toBe(lines);
  });

  test('untightened characters give 27 to the line, and other margins other counts', () => {
    expect(layoutOf({ ...defaultOptions, 每行28字: false }).charactersPerLine).toBe(27);
    const wide = layoutOf({ ...defaultOptions, 页边距: { 上: 28, 下: 28, 左: 27, 右: 27 } });
    expect([wide.linesPerPage, wide.charactersPerLine]).toEqual([23, 28]);
  });

  test('the defaults are options themselves; a margin that leaves no page and a nameless font are refused', () => {
    expect(LayoutOptions.parse(defaultOptions)).toEqual(defaultOptions);
    expect(LayoutOptions.safeParse({ ...defaultOptions, 页边距: { 上: 200, 下: 35, 左: 28, 右: 26 } }).success).toBe(
      false,
    );
    const nameless = { ...defaultOptions, 字体: { ...defaultOptions.字体, 正文: ' ' } };
    expect(LayoutOptions.safeParse(nameless).success).toBe(false);
  });
});
