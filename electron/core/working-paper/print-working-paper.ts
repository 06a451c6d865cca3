import type {
  PrintedBlock,
  PrintedCell,
  PrintedDocument,
  PrintedRow,
  PrintedRun,
} from '../../../shared/report/printed.ts';
import { markSentences } from '../../../shared/report/table/mark-sentences.ts';
import { listed } from './listed.ts';
import type { WorkingFigure, WorkingPaper, WorkingSource } from './working-paper.ts';

/** Sources that fit a document which people leaf through; a workbook holds them all. */
const mostSources = 1_000;

function run(text: string, bold = false): PrintedRun {
  return { text, lead: false, bold, figureId: null, gap: null };
}

function cell(...runs: readonly PrintedRun[]): PrintedCell {
  return { runs: runs.filter(({ text }) => text !== ''), colspan: 1, rowspan: 1, numeric: false };
}

/** Facts below one another; those that are not recorded leave no line. */
function lines(...facts: readonly string[]): PrintedCell {
  return cell(run(facts.filter((fact) => fact !== '').join('\n')));
}

function header(...headings: readonly string[]): PrintedRow {
  return { role: 'header', cells: headings.map((heading) => cell(run(heading))) };
}

/** The figure stands out in its sentence, under the heading where that stands. */
function figureRow({ number, heading, before, text, after, formula, steps, sources }: WorkingFigure): PrintedRow {
  const sentence = cell(run(heading === '' ? '' : `${heading}\n`), run(before), run(text, true), run(after));
  return {
    role: 'body',
    cells: [
      lines(String(number)),
      sentence,
      lines(text),
      lines(formula, ...steps),
      lines(sources.length === 0 ? '—' : listed(sources)),
    ],
  };
}

function sourceRow(source: WorkingSource): PrintedRow {
  return {
    role: 'body',
    cells: [
      lines(String(source.number)),
      lines(source.indicator, source.definition),
      lines(source.region),
      lines(source.period, source.asOf === '' ? '' : `截至${source.asOf}`),
      lines(source.value),
      lines(source.source, source.cell),
      lines(source.changedBy, source.changedAt),
      lines(listed(source.figures)),
    ],
  };
}

/** The 数据底稿 as pages that lie across: the figures, then what they rest on. */
export function printWorkingPaper({ title, figures, sources }: WorkingPaper): PrintedDocument {
  const shown = sources.slice(0, mostSources);
  const left = sources.length - shown.length;
  const blocks: PrintedBlock[] = [
    { kind: 'annex', label: '数据底稿', title: [run(title)], landscape: true },
    {
      kind: 'table',
      id: 'figures',
      caption: '报告中的数字',
      unit: null,
      rows: markSentences([
        header('序号', '位置和原句', '数字', '算式和计算过程', '来源序号'),
        ...figures.map(figureRow),
      ]),
    },
    {
      kind: 'table',
      id: 'sources',
      caption: '数字所依据的数据',
      unit: null,
      rows: markSentences([
        header('序号', '指标和口径', '地区', '期和时点', '数值', '来源和单元格', '填报人和时间', '用于数字'),
        ...shown.map(sourceRow),
      ]),
    },
    ...(left > 0 ? [{ kind: 'note', text: `注：另有 ${left} 条数据没有列出，请导出 Excel 底稿查看。` } as const] : []),
  ];
  return { title: `${title}数据底稿`, blocks };
}
