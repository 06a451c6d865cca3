import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { chartOption } from '../../../../shared/chart/chart-option.ts';
import { chartLines } from '../../../../shared/chart/chart-space.ts';
import { defaultLayout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

const { page, linePitchTwips, linesPerPage } = defaultLayout;
/** The type area of the printed page, in points. */
const printedWidth = (page.widthTwips - page.leftTwips - page.rightTwips) / 20;

function figureOf(data: unknown): string | null {
  const isNamed = typeof data === 'object' && data !== null && 'figureId' in data;
  return isNamed && typeof data.figureId === 'string' ? data.figureId : null;
}

/**
 * Draws the chart into the element as the PDF prints it, made larger or smaller to fit, and returns what takes it away
 * again. A click selects the figure of a point.
 */
export function drawChart(element: HTMLElement, chart: PrintedChart, onSelect: (figureId: string) => void): () => void {
  const lines = chartLines(chart, linePitchTwips / 20, linesPerPage);
  const size = { width: printedWidth, height: (lines * linePitchTwips) / 20 };
  const sheet = document.createElement('div');
  Object.assign(sheet.style, { width: `${size.width}px`, height: `${size.height}px`, transformOrigin: 'left top' });
  element.replaceChildren(sheet);
  const picture = init(sheet, null, { renderer: 'svg', ...size });
  const { fontFamily } = getComputedStyle(document.body);
  picture.setOption({ animation: false, textStyle: { fontFamily }, ...chartOption(chart, size) });
  picture.on('click', ({ data }) => {
    const figureId = figureOf(data);
    if (figureId !== null) onSelect(figureId);
  });
  // Told of the first size too.
  const observer = new ResizeObserver(() => {
    const scale = element.clientWidth / size.width;
    sheet.style.transform = `scale(${scale})`;
    element.style.height = `${size.height * scale}px`;
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    picture.dispose();
    sheet.remove();
  };
}
