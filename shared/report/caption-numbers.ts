import type { Block, ChartBlock, ReportDocument } from './document.ts';
import type { Figures } from './figure.ts';
import { walkBlocks } from './walk.ts';

/** A numbered block's id in the printed document (`t1` `c1` `i1`) and its number as printed (`表1` `图2`). */
export interface CaptionNumber {
  readonly id: string;
  readonly text: string;
}

export interface CaptionNumbers {
  readonly ofBlock: ReadonlyMap<Block, CaptionNumber>;
  readonly ofLabel: ReadonlyMap<string, CaptionNumber>;
}

/** Why a chart is not drawn: no point has a value, and one of them waits for data, or none ever will have one. */
export function emptyChart(block: ChartBlock, figures: Figures): '待填' | '无数据' | null {
  const printed = block.attrs.series.flatMap(({ points }) => points.map(({ id }) => figures.get(id)?.printed));
  if (printed.some((point) => point !== undefined && point.decimal !== null)) return null;
  return printed.some((point) => point?.gap === '待填') ? '待填' : '无数据';
}

/** Numbers tables, and charts together with pictures, in the order of the text; a chart that never can be drawn has none. */
export function numberCaptions(document: ReportDocument, figures: Figures): CaptionNumbers {
  const ofBlock = new Map<Block, CaptionNumber>();
  const ofLabel = new Map<string, CaptionNumber>();
  const counts = { tableBlock: 0, chartBlock: 0, imageBlock: 0 };
  const letters = { tableBlock: 't', chartBlock: 'c', imageBlock: 'i' } as const;
  for (const block of walkBlocks(document.content)) {
    if (block.type !== 'tableBlock' && block.type !== 'chartBlock' && block.type !== 'imageBlock') continue;
    if (block.type === 'chartBlock' && emptyChart(block, figures) === '无数据') continue;
    counts[block.type] += 1;
    const text = block.type === 'tableBlock' ? `表${counts.tableBlock}` : `图${counts.chartBlock + counts.imageBlock}`;
    const number = { id: `${letters[block.type]}${counts[block.type]}`, text };
    ofBlock.set(block, number);
    if (block.attrs.label !== undefined) ofLabel.set(block.attrs.label, number);
  }
  return { ofBlock, ofLabel };
}
