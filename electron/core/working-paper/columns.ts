import { listed } from './listed.ts';
import type { WorkingFigure, WorkingSource } from './working-paper.ts';

/** A column of the 数据底稿 in a workbook: its heading, its width in characters, and what stands in it. */
export interface Column<T> {
  readonly heading: string;
  readonly width: number;
  readonly text: (row: T) => string;
}

/** The figure within its sentence is marked by the writer, see `sentenceHeading`. */
export const sentenceHeading = '原句';

export const figureColumns: readonly Column<WorkingFigure>[] = [
  { heading: '序号', width: 6, text: ({ number }) => String(number) },
  { heading: '所在位置', width: 20, text: ({ heading }) => heading },
  { heading: sentenceHeading, width: 44, text: ({ before, text, after }) => before + text + after },
  { heading: '数字', width: 14, text: ({ text }) => text },
  { heading: '地区', width: 12, text: ({ region }) => region },
  { heading: '期', width: 10, text: ({ period }) => period },
  { heading: '算式', width: 24, text: ({ formula }) => formula },
  { heading: '计算过程', width: 44, text: ({ steps }) => steps.join('\n') },
  { heading: '来源序号', width: 12, text: ({ sources }) => listed(sources) },
];

export const sourceColumns: readonly Column<WorkingSource>[] = [
  { heading: '序号', width: 6, text: ({ number }) => String(number) },
  { heading: '指标', width: 22, text: ({ indicator }) => indicator },
  { heading: '口径', width: 36, text: ({ definition }) => definition },
  { heading: '地区', width: 12, text: ({ region }) => region },
  { heading: '期', width: 10, text: ({ period }) => period },
  { heading: '时点', width: 16, text: ({ asOf }) => asOf },
  { heading: '数值', width: 14, text: ({ value }) => value },
  { heading: '来源', width: 28, text: ({ source }) => source },
  { heading: '单元格', width: 16, text: ({ cell }) => cell },
  { heading: '填报人', width: 10, text: ({ changedBy }) => changedBy },
  { heading: '填报时间', width: 17, text: ({ changedAt }) => changedAt },
  { heading: '用于数字', width: 16, text: ({ figures }) => listed(figures) },
];
