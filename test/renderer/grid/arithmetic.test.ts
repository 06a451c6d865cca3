import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnAt, columnEdges, drawnCells, scrollToShow } from '../../../renderer/src/grid/column-layout.ts';
import { groupThousands, sumUp } from '../../../renderer/src/grid/decimal-sum.ts';
import { planFill, stretch } from '../../../renderer/src/grid/fill.ts';
import { headerSpans } from '../../../renderer/src/grid/header-spans.ts';
import { type Ground, moveFrom, tabFrom } from '../../../renderer/src/grid/move.ts';
import { readKey } from '../../../renderer/src/grid/read-key.ts';

describe('sums', () => {
  test('are exact where floating point is not', () => {
    expect(sumUp(['0.1', '0.2'])).toEqual({ count: 2, sum: '0.3', mean: '0.15', least: '0.1', most: '0.2' });
    expect(sumUp(['9007199254740993', '1'])?.sum).toBe('9007199254740994');
  });

  test('the mean has two decimals more, rounded half away from zero', () => {
    expect(sumUp(['1', '1', '2'])?.mean).toBe('1.33');
    expect(sumUp(['-1', '-2', '-2'])?.mean).toBe('-1.67');
    expect(sumUp(['0.01', '0', '0', '0', '0', '0', '0', '0'])?.mean).toBe('0.0013');
    expect(sumUp([])).toBeNull();
  });

  test('of any whole numbers are what BigInt says', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { minLength: 1 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0n);
        expect(sumUp(values.map(String))?.sum).toBe(String(sum));
      }),
    );
  });

  test.each([
    ['12400', '12,400'],
    ['-1234567.8', '-1,234,567.8'],
    ['123', '123'],
  ])('%s is shown as %s', (plain, shown) => {
    expect(groupThousands(plain)).toBe(shown);
  });
});

describe('moving', () => {
  const filled = new Set(['0:0', '1:0', '2:0', '6:0']);
  const ground: Ground = {
    size: { rows: 10, columns: 4 },
    page: 3,
    isFilled: ({ row, column }) => filled.has(`${row}:${column}`),
  };
  test.each([
    [0, 'down', 2],
    [2, 'down', 6],
    [6, 'down', 9],
    [9, 'up', 6],
    [4, 'up', 2],
    [0, 'up', 0],
  ] as const)('Ctrl+arrow from row %i %s leads to row %i', (row, direction, to) => {
    expect(moveFrom({ row, column: 0 }, { direction, reach: 'block' }, ground)).toEqual({ row: to, column: 0 });
  });

  test('pages and corners stay within the table', () => {
    expect(moveFrom({ row: 8, column: 1 }, { direction: 'down', reach: 'page' }, ground)).toEqual({
      row: 9,
      column: 1,
    });
    expect(moveFrom({ row: 8, column: 1 }, { direction: 'right', reach: 'corner' }, ground)).toEqual({
      row: 9,
      column: 3,
    });
    expect(moveFrom({ row: 8, column: 1 }, { direction: 'left', reach: 'line' }, ground)).toEqual({
      row: 8,
      column: 0,
    });
  });

  test('Tab goes on in the next row', () => {
    expect(tabFrom({ row: 0, column: 3 }, false, ground.size)).toEqual({ row: 1, column: 0 });
    expect(tabFrom({ row: 0, column: 0 }, true, ground.size)).toEqual({ row: 0, column: 0 });
  });
});

describe('keys', () => {
  const none = { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  test('the keys of input methods are left alone', () => {
    for (const key of [' ', '.']) expect(readKey({ ...none, key, ctrlKey: true })).toBeNull();
    expect(readKey({ ...none, key: ' ', shiftKey: true })).toBeNull();
    expect(readKey({ ...none, key: 'Shift', ctrlKey: true, shiftKey: true })).toBeNull();
  });

  test('undo, redo and marks', () => {
    expect(readKey({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
    expect(readKey({ ...none, key: 'y', ctrlKey: true })).toEqual({ kind: 'redo' });
    expect(readKey({ ...none, key: '∑', code: 'KeyW', altKey: true })).toEqual({ kind: 'mark', reason: '未报' });
  });
});

test('filling upwards repeats the source backwards', () => {
  const source = { top: 2, bottom: 3, left: 0, right: 0 };
  const steps = planFill(source, { top: 0, bottom: 3, left: 0, right: 0 });
  expect(steps.map(({ from, to }) => [to.row, from.row])).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(stretch(source, { row: 7, column: 1 })).toEqual({ top: 2, bottom: 7, left: 0, right: 0 });
  expect(stretch(source, { row: 3, column: 4 })).toEqual({ top: 2, bottom: 3, left: 0, right: 4 });
});

test('equal neighbours merge, a heading alone reaches down', () => {
  expect(headerSpans([['A', 'x'], ['A', 'y'], ['B'], ['A', 'x']])).toEqual([
    { label: 'A', level: 0, levels: 1, column: 0, columns: 2 },
    { label: 'B', level: 0, levels: 2, column: 2, columns: 1 },
    { label: 'A', level: 0, levels: 1, column: 3, columns: 1 },
    { label: 'x', level: 1, levels: 1, column: 0, columns: 1 },
    { label: 'y', level: 1, levels: 1, column: 1, columns: 1 },
    { label: 'x', level: 1, levels: 1, column: 3, columns: 1 },
  ]);
});

test('columns are found by their edges, and drawn in steps', () => {
  const edges = columnEdges([100, 50, 100, 100, 100, 100]);
  expect([0, 99, 100, 149, 150, 9999].map((x) => columnAt(edges, x))).toEqual([0, 0, 1, 1, 2, 5]);
  const drawn = drawnCells({ left: 0, top: 400, width: 200, height: 200 }, edges, 12);
  expect(drawn).toEqual({ firstRow: 4, endRow: 12, firstColumn: 0, endColumn: 4 });
  expect(scrollToShow(500, 540, { start: 0, size: 300 })).toBe(240);
  expect(scrollToShow(100, 140, { start: 200, size: 300 })).toBe(100);
});
