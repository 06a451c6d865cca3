import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartPalette } from '../../../../shared/report/chart-palette.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { text } from '../../text.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, SVGRenderer]);

const filled = { borderColor: chartPalette.ink, borderWidth: 0.5 };

/** A value only places a mark; what is read is the label, the point's own text. */
function magnitude(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

type Series = PrintedChart['series'][number];

function labels({ points }: Series) {
  return { show: true, formatter: (mark: { dataIndex: number }) => points[mark.dataIndex]?.text ?? '' };
}

/** A point without a value has no mark to carry a label, so its category says that it is missing. */
function nameWithGap(chart: PrintedChart) {
  return (name: string, at: number) => {
    const isShort = chart.series.some((series) => series.points[at]?.decimal === null);
    return isShort ? `${name}\n{gap|${text.report.chartGap}}` : name;
  };
}

function pieOption(chart: PrintedChart): EChartsCoreOption {
  return {
    series: chart.series.map((series) => ({
      type: 'pie',
      radius: '62%',
      itemStyle: filled,
      data: series.points.map((point, at) => ({ name: chart.categories[at] ?? '', value: magnitude(point.decimal) })),
      label: {
        overflow: 'break',
        lineHeight: 18,
        formatter: (mark: { name: string; dataIndex: number }) =>
          `${mark.name}\n${series.points[mark.dataIndex]?.text ?? ''}`,
      },
    })),
  };
}

function axisOption(chart: PrintedChart): EChartsCoreOption {
  const isLying = chart.kind === '条形图';
  const names = {
    type: 'category',
    data: chart.categories,
    axisTick: { show: false },
    inverse: isLying,
    axisLabel: {
      interval: 0,
      formatter: nameWithGap(chart),
      rich: { gap: { color: '#8a4b00', padding: [4, 0, 0, 0] } },
    },
  };
  // Bars begin at zero, else their lengths would lie; a line may show its own range.
  const values = {
    type: 'value',
    scale: chart.kind === '折线图',
    axisLabel: { show: false },
    splitLine: { show: false },
  };
  return {
    xAxis: isLying ? values : names,
    yAxis: isLying ? names : values,
    grid: { left: 8, right: isLying ? 56 : 8, top: 36, bottom: 8, containLabel: true },
    legend: { show: chart.series.length > 1, top: 0, itemStyle: { borderWidth: 0.5 } },
    series: chart.series.map((series) => ({
      name: series.name,
      type: chart.kind === '折线图' ? 'line' : 'bar',
      itemStyle: chart.kind === '折线图' ? {} : filled,
      barMaxWidth: 46,
      barCategoryGap: '16%',
      barGap: '10%',
      data: series.points.map((point) => magnitude(point.decimal)),
      label: { ...labels(series), position: isLying ? 'right' : 'top' },
    })),
  };
}

/** Size of the letters at a width of the picture: they shrink and grow with the sheet, within what can be read. */
function fontSizeAt(width: number): number {
  return Math.min(13, Math.max(9, width / 46));
}

/** Draws the chart into the element, follows its size, and returns what takes it away again. A click selects a point. */
export function drawChart(element: HTMLElement, chart: PrintedChart, onSelect: (figureId: string) => void): () => void {
  const picture = init(element, null, { renderer: 'svg' });
  const option = chart.kind === '饼图' ? pieOption(chart) : axisOption(chart);
  const color = chart.kind === '折线图' ? chartPalette.lines : chartPalette.fills;
  const { fontFamily } = getComputedStyle(document.body);
  const draw = () => {
    picture.resize();
    const textStyle = { fontFamily, fontSize: fontSizeAt(element.clientWidth) };
    picture.setOption({ animation: false, color: [...color], textStyle, ...option }, true);
  };
  picture.on('click', ({ seriesIndex = 0, dataIndex }) => {
    const point = chart.series[seriesIndex]?.points[dataIndex];
    if (point) onSelect(point.figureId);
  });
  // Told of the first size too, so this also draws the first time.
  const observer = new ResizeObserver(draw);
  observer.observe(element);
  return () => {
    observer.disconnect();
    picture.dispose();
  };
}
