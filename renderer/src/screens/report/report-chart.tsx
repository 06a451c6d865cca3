import { useEffect, useRef, useState } from 'react';
import { unitNote } from '../../../../shared/chart/chart-space.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { text } from '../../text.ts';

interface Props {
  readonly chart: PrintedChart;
  readonly onSelect: (figureId: string) => void;
}

/** What the picture shows, in words. */
function describe(chart: PrintedChart): string {
  const series = chart.series.map(({ name, points }) => {
    const values = points.map((point, at) => text.report.chartValue(chart.categories[at] ?? '', point.text));
    return `${name}：${values.join('，')}`;
  });
  return `${chart.kind}，${chart.caption}。${series.join('；')}`;
}

/** 图: drawn when the code for drawing has come, which the first screens do not wait for. */
export function ReportChart({ chart, onSelect }: Props) {
  const note = unitNote(chart);
  const canvas = useRef<HTMLDivElement>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let wanted = true;
    const draw = async () => {
      const { drawChart } = await import('./draw-chart.ts');
      if (wanted && canvas.current) stop = drawChart(canvas.current, chart, onSelect);
    };
    draw().catch(() => setFailed(true));
    return () => {
      wanted = false;
      stop?.();
    };
  }, [chart, onSelect]);
  return (
    <figure className="report-chart">
      {note !== null && <span className="block-unit">{note}</span>}
      {isFailed ? (
        <p role="alert">{text.report.noChart}</p>
      ) : (
        <div className="chart-canvas" ref={canvas} role="img" aria-label={describe(chart)} />
      )}
      <figcaption className="block-caption">{chart.caption}</figcaption>
    </figure>
  );
}
