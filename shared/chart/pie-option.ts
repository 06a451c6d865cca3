import type { PrintedChart } from '../report/printed.ts';
import type { ChartSize } from './bar-option.ts';
import { fillOf, inkColor, thinLine } from './chart-look.ts';
import { fontSize, lineHeight, pointText } from './chart-space.ts';

/** 饼图: each slice says its name and value beside it, so that no legend has to be matched by shade. */
export function pieOption(chart: PrintedChart, size: ChartSize): object {
  const points = chart.series[0]?.points ?? [];
  const data = chart.categories.flatMap((category, index) => {
    const point = points[index];
    if (point?.decimal === undefined || point.decimal === null) return [];
    return [
      {
        name: `${category}\n${point.text}`,
        value: Number(point.decimal),
        figureId: point.figureId,
        itemStyle: fillOf(index),
        text: pointText(chart.unit, point),
      },
    ];
  });
  return {
    series: [
      {
        type: 'pie',
        data,
        center: ['50%', '50%'],
        radius: Math.min(size.height / 2 - 2.4 * lineHeight, 112),
        startAngle: 90,
        label: {
          fontSize,
          lineHeight,
          color: inkColor,
          textBorderWidth: 0,
          textBorderColor: 'transparent',
          overflow: 'none',
          alignTo: 'none',
        },
        labelLine: { length: 10, length2: 12, lineStyle: { color: inkColor, width: thinLine } },
      },
    ],
  };
}
