import { expect, test } from 'vitest';
import { describeMoment } from '../../renderer/src/ui/moment.ts';

const now = new Date(2026, 0, 1, 9, 0);

test.each([
  ['2026-01-01T08:05:00', '今天 08:05'],
  ['2025-12-31T23:59:59', '昨天 23:59'],
  ['2025-12-30T10:00:00', '2025年12月30日'],
  ['2026-03-04T10:00:00', '3月4日'],
])('%s is said as %s on New Year’s Day 2026', (iso, said) => {
  expect(describeMoment(iso, now)).toBe(said);
});
