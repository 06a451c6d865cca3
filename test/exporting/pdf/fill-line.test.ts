import { assert, constantFrom, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fillLine, type Piece } from '../../../electron/core/exporting/pdf/fill-line.ts';

const em = 10;

/** Pieces of a text in a font whose every character is one em square: 「 opens, 」 and ， close, 数 forbids a break after it. */
function pieces(text: string): readonly Piece[] {
  return Array.from(text, (sign, index) => {
    const kind = sign === '「' ? 'opening' : sign === '」' || sign === '，' ? 'closing' : 'text';
    const next = text[index + 1];
    const breakAfter = sign !== '「' && sign !== '数' && next !== '」' && next !== '，';
    return { kind, em, width: em, blank: kind === 'text' ? 0 : em / 2, breakAfter };
  });
}

const justified = { indent: 0, justify: true } as const;

test('a line takes what fits and is stretched to the right edge', () => {
  const line = fillLine(pieces('字'.repeat(30)), 0, { ...justified, width: 284 });
  expect(line.count).toBe(28);
  expect(line.positions.at(-1)).toBeCloseTo(274);
  expect(line.positions[1]).toBeCloseTo(em + 4 / 27);
});

test('the last line of a paragraph is not stretched', () => {
  const line = fillLine(pieces('字字字'), 0, { ...justified, width: 100 });
  expect(line).toEqual({ count: 3, positions: [0, 10, 20], width: 30 });
});

test('a pause that does not fit takes the character before it to the next line', () => {
  expect(fillLine(pieces('字字字字，字'), 0, { ...justified, width: 40 }).count).toBe(3);
});

test('marks that stand together give up the blank between them', () => {
  expect(fillLine(pieces('字」，字'), 0, { ...justified, width: 100 }).positions).toEqual([0, 10, 15, 25]);
  expect(fillLine(pieces('字」「字'), 0, { ...justified, width: 100 }).positions).toEqual([0, 10, 15, 25]);
  expect(fillLine(pieces('字「「字'), 0, { ...justified, width: 100 }).positions).toEqual([0, 10, 15, 25]);
});

test('an opening mark begins a line flush, but keeps its blank after an indent', () => {
  expect(fillLine(pieces('「字'), 0, { ...justified, width: 100 }).positions).toEqual([-5, 5]);
  expect(fillLine(pieces('「字'), 0, { indent: 20, justify: true, width: 100 }).positions).toEqual([20, 30]);
});

test('a line that would fall short is squeezed at its marks instead', () => {
  // Ten characters fit and 数 may not end the line: nine, one short; the marks can give 2.5 each.
  const text = '字，字，字，字，字数字字字字';
  const line = fillLine(pieces(text), 0, { ...justified, width: 100 });
  expect(line.count).toBe(11);
  expect(line.positions.at(-1)).toBeCloseTo(90);
  expect(line.positions[2]).toBeCloseTo(17.5);
});

test('the last line of a paragraph gets a second character from the line before it', () => {
  const space = { ...justified, width: 200 };
  expect(fillLine(pieces('字'.repeat(21)), 0, space).count).toBe(19);
  expect(fillLine(pieces(`${'字'.repeat(41)}，`), 20, space).count).toBe(19);
  // Two are enough, and a beginning of a paragraph has no last line.
  expect(fillLine(pieces('字'.repeat(22)), 0, space).count).toBe(20);
  expect(fillLine(pieces('字'.repeat(21)), 0, { ...space, continues: true }).count).toBe(20);
  // A line is not torn apart for it.
  expect(fillLine(pieces(`${'字'.repeat(12)}${'数'.repeat(7)}字字`), 0, space).count).toBe(20);
});

test('a word wider than the line is cut where it must be', () => {
  const wide = pieces('数数数数数数');
  expect(fillLine(wide, 0, { ...justified, width: 35 }).count).toBe(3);
  expect(fillLine(wide, 0, { ...justified, width: 3 }).count).toBe(1);
});

test('every line makes progress and no full line overruns its width', () => {
  const text = string({ unit: constantFrom('字', '，', '「', '」', '数'), minLength: 1, maxLength: 120 });
  assert(
    property(text, integer({ min: 15, max: 200 }), (content, width) => {
      const all = pieces(content);
      let from = 0;
      while (from < all.length) {
        const line = fillLine(all, from, { ...justified, width });
        expect(line.count).toBeGreaterThan(0);
        const end = (line.positions.at(-1) ?? 0) + em;
        expect(line.count === 1 || end <= width + 0.02).toBe(true);
        from += line.count;
      }
    }),
    { numRuns: 1000 },
  );
});
