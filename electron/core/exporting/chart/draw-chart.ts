import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { assertNever } from '../../../../shared/result.ts';
import { barOption, type ChartSize, columnOption } from './bar-option.ts';
import { drawnKind } from './drawn-kind.ts';
import { lineOption } from './line-option.ts';
import { pieOption } from './pie-option.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

/** The font family named in the SVG; whoever draws it binds the name to the chart font. */
export const chartFontName = 'HuigaoChart';

function optionOf(chart: PrintedChart, size: ChartSize): object {
  const kind = drawnKind(chart);
  switch (kind) {
    case '饼图':
      return pieOption(chart, size);
    case '折线图':
      return lineOption(chart, size);
    case '条形图':
      return barOption(chart, size);
    case '柱形图':
    case '组合图':
      return columnOption(chart, size);
    default:
      return assertNever(kind);
  }
}

/** zrender names ids after a process-wide count and adds styles for a pointer that paper does not have. */
function removeProcessTraces(svg: string): string {
  return svg
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (?:class="zr[^"]*"|ecmeta_\w+="[^"]*"|pointer-events="\w+")/g, '')
    .replaceAll(/\bzr\d+-/g, 'zr-');
}

/** Draws a chart as SVG, text as text; `size` is in points. The same chart gives the same SVG. */
export function drawChart(chart: PrintedChart, size: ChartSize): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  drawing.setOption({
    animation: false,
    textStyle: { fontFamily: chartFontName },
    ...optionOf(chart, size),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return removeProcessTraces(svg);
}
