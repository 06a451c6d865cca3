import { expect, test } from 'vitest';
import { nextOf } from '../../renderer/src/screens/report/next-figure.ts';

test('each click leads to the next figure concerned, and from the last to the first', () => {
  expect(nextOf(['f1', 'f4'], null)).toBe('f1');
  expect(nextOf(['f1', 'f4'], 'f1')).toBe('f4');
  expect(nextOf(['f1', 'f4'], 'f4')).toBe('f1');
  expect(nextOf(['f1', 'f4'], 'f9')).toBe('f1');
});
