import { expect, test } from 'vitest';
import { listed } from '../../electron/core/working-paper/listed.ts';

test.each([
  [[], ''],
  [[4], '4'],
  [[2, 1], '1、2'],
  [[1, 2, 3, 7, 9, 10], '1—3、7、9、10'],
] as const)('%j is listed as %s', (numbers, text) => {
  expect(listed(numbers)).toBe(text);
});
