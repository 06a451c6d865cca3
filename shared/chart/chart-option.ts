import type { PrintedChart } from '../report/printed.ts';
import { assertNever } from '../result.ts';
import { barOption, type ChartSize, columnOption } from './bar-option.ts';
import { comboOption } from './combo-option.ts';
import { drawnKind } from './drawn-kind.ts';
import { lineOption } from './line-option.ts';
import { pieOption } from './pie-option.ts';

/**
 * What ECharts draws, for the page and for the PDF alike; `size` is in points. Each datum
 * names its figure, by which the page tells what was clicked.
 */
export function chartOption(chart: PrintedChart, size: ChartSize): object {
  const kind = drawnKind(chart);
  switch (kind) {
    case '饼图':
      return pieOption(chart, size);
    case '折线图':
      return lineOption(chart, size);
    case '条形图':
      return barOption(chart, size);
    case '组合图':
      return comboOption(chart, size);
    case '柱形图':
      return columnOption(chart, size);
    default:
      return assertNever(kind);
  }
}
