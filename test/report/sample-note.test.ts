import { expect, test } from 'vitest';
import type { DataView } from '../../shared/figures/data-view.ts';
import type { SourceRange } from '../../shared/figures/quantity.ts';
import { sampleNote } from '../../shared/report/sample-note.ts';
import { indicators, regions, viewOf } from '../support/small-data.ts';

const facts = {
  随迁子女人数·湖州市·2021年: '80605',
  公办就读人数·湖州市·2021年: '65097',
  公办就读人数·湖州市·2020年: '61000',
};

/** The facts, those of the named indicator being sample data. */
function viewWhere(invented: string): DataView {
  const view = viewOf(facts);
  const source = { id: 2, kind: '示例', title: '示例（虚构）' } as const;
  return {
    ...view,
    column: (id, period) => {
      const isInvented = indicators.find((each) => each.id === id)?.name === invented;
      return new Map([...view.column(id, period)].map(([key, each]) => [key, isInvented ? { ...each, source } : each]));
    },
  };
}

const range = (name: string, period: string): readonly SourceRange[] =>
  indicators
    .filter((each) => each.name === name)
    .map((indicator) => ({ indicator, period, regions: regions.slice(0, 1) }));

test('a published figure is not called fictional because it stands beside one that is', () => {
  const view = viewWhere('公办就读人数');
  const both = [...range('随迁子女人数', '2021年'), ...range('公办就读人数', '2021年')];
  expect(sampleNote('本段', both, view)).toBe('注：本段湖州市2021年公办就读人数数据为示例（虚构）。');
  expect(sampleNote('本段', [...both, ...range('公办就读人数', '2020年')], view)).toBe(
    '注：本段湖州市2020年，湖州市2021年公办就读人数数据为示例（虚构）。',
  );
  expect(sampleNote('本段', range('公办就读人数', '2021年'), view)).toBe('注：本段湖州市2021年数据为示例（虚构）。');
  expect(sampleNote('本段', range('随迁子女人数', '2021年'), view)).toBeNull();
});
