import { expect, test } from 'vitest';
import { elementIdOf } from '../../renderer/src/screens/report/element-ids.ts';
import type { PrintedBlock } from '../../shared/report/printed.ts';

const blocks: readonly PrintedBlock[] = [
  { kind: 'note', text: '注：示例' },
  {
    kind: 'chart',
    chart: {
      id: 'c1',
      kind: '柱形图',
      caption: '图1 示例',
      unit: null,
      decimals: 0,
      categories: ['吴兴区'],
      series: [{ name: '人数', points: [{ figureId: 'f2', decimal: '1', text: '1人' }] }],
    },
  },
];

test('a figure in the text is seen at its own element, one in a chart at the chart', () => {
  expect(elementIdOf('f1', { blocks, origins: [4, 7] })).toBe('figure-f1');
  expect(elementIdOf('f2', { blocks, origins: [4, 7] })).toBe('block-7');
});
