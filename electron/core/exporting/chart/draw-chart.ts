import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartSize } from '../../../../shared/chart/bar-option.ts';
import { chartOption } from '../../../../shared/chart/chart-option.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { withDrawableText } from './drawable-text.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

/** The font family named in the SVG; whoever draws it binds the name to the chart font. */
export const chartFontName = 'HuigaoChart';

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
    ...chartOption(withDrawableText(chart), size),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return removeProcessTraces(svg);
}
