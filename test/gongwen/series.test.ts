import { describe, expect, test } from 'vitest';
import type { BoldSwitches } from '../../shared/gongwen/options.ts';
import { seriesSpans } from '../../shared/gongwen/series.ts';

function bold(text: string, mode: BoldSwitches['一是二是']): readonly string[] {
  return seriesSpans(text, mode).map(({ start, end }) => text.slice(start, end));
}

const text = '主要有三个方面：一是学位紧张，中心城区缺口大；二是师资不足；三是经费有限。';

describe('一是…；二是…', () => {
  test('its words, or its first clauses, are bold when the bureau wants it', () => {
    expect(bold(text, '不加粗')).toEqual([]);
    expect(bold(text, '序词加粗')).toEqual(['一是', '二是', '三是']);
    expect(bold(text, '首句加粗')).toEqual(['一是学位紧张', '二是师资不足', '三是经费有限']);
  });

  test.each(['这一是非问题二是老问题。', '一是学位紧张。', '统一是前提。专一是美德。', ''])(
    '%s is no series',
    (prose) => {
      expect(bold(prose, '序词加粗')).toEqual([]);
    },
  );

  test('it counts beyond ten', () => {
    expect(bold('九是甲；十是乙；十一是丙。', '序词加粗')).toEqual(['九是', '十是', '十一是']);
  });
});
