import { normalizeSigns } from '../figures/name-index.ts';
import type { ComputedReport } from './compute.ts';
import { headingOf } from './print-contents.ts';
import type { PrintedBlock, PrintedRow, PrintedRun } from './printed.ts';
import { textOf } from './run-text.ts';
import { placeOf, type ReportScope } from './scope.ts';
import { type PlacedCell, placeCells } from './table/place-cells.ts';

/** Where a figure stands in a report: under which heading or caption, and between which words. */
export interface FigurePlace {
  readonly figureId: string;
  readonly heading: string | null;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** Characters of the sentence that are shown on each side, where it is to fit a line. */
const neighbourhood = 16;

const sentenceEnd = /[。；！？\n]/u;

function textBefore(text: string, reach: number): string {
  const sentence = text.split(sentenceEnd).at(-1) ?? '';
  const signs = [...sentence];
  return signs.length > reach ? `…${signs.slice(-reach).join('')}` : sentence;
}

function textAfter(text: string, reach: number): string {
  const end = sentenceEnd.exec(text);
  const signs = [...(end === null ? text : text.slice(0, end.index + 1))];
  return signs.length > reach ? `${signs.slice(0, reach).join('')}…` : signs.join('');
}

function* placesInRuns(
  runs: readonly PrintedRun[],
  { heading, reach }: { readonly heading: string | null; readonly reach: number },
): Generator<FigurePlace> {
  for (const [at, run] of runs.entries()) {
    if (run.figureId === null) continue;
    const before = textBefore(textOf(runs.slice(0, at)), reach);
    const after = textAfter(textOf(runs.slice(at + 1)), reach);
    yield { figureId: run.figureId, heading, before, text: run.text, after };
  }
}

/** What stands above each column, from the top; a heading that spans several is said of each. */
function headingsOf(rows: readonly PrintedRow[]): readonly string[] {
  const headings: string[][] = [];
  for (const { cell, column } of placeCells(rows.filter(({ role }) => role === 'header')).flat()) {
    const text = textOf(cell.runs);
    for (let at = column; at < column + cell.colspan; at += 1) headings[at] = [...(headings[at] ?? []), text];
  }
  return Array.from(headings, (path) => (path ?? []).join('·'));
}

/** The figures of a row, each with the words that stand to its left and above it. */
function* placesInRow(cells: readonly PlacedCell[], headings: readonly string[], group: string) {
  const names = cells[0]?.column === 0 ? [] : [group];
  for (const { cell, column } of cells) {
    const before = [...names, headings[column] ?? ''].filter((name) => name !== '').join('·');
    const figures = cell.runs.filter(({ figureId }) => figureId !== null);
    for (const { figureId, text } of figures) {
      if (figureId !== null) yield { figureId, before: before === '' ? '' : `${before} `, text, after: '' };
    }
    if (figures.length === 0) names.push(textOf(cell.runs));
  }
}

function* placesInTable({ caption, rows }: Extract<PrintedBlock, { kind: 'table' }>): Generator<FigurePlace> {
  const headings = headingsOf(rows);
  // What stands in a first cell that reaches down names the rows below it too.
  let group = '';
  for (const cells of placeCells(rows)) {
    const [first] = cells;
    if (first?.column === 0) group = textOf(first.cell.runs);
    for (const place of placesInRow(cells, headings, group)) yield { ...place, heading: caption };
  }
}

function* placesInChart({ chart }: Extract<PrintedBlock, { kind: 'chart' }>): Generator<FigurePlace> {
  for (const { name, points } of chart.series) {
    for (const [at, { figureId, text }] of points.entries()) {
      // Of one series the caption says what it is.
      const series = chart.series.length > 1 ? `·${name}` : '';
      yield { figureId, heading: chart.caption, before: `${chart.categories[at] ?? ''}${series} `, text, after: '' };
    }
  }
}

const elementNames = { title: '标题', recipients: '主送机关', annotation: '附注' } as const;

/** Every figure that the reader sees, in the order of the text, with so many characters of its sentence on each side. */
export function* figurePlaces(blocks: readonly PrintedBlock[], reach = neighbourhood): Generator<FigurePlace> {
  let heading: string | null = null;
  for (const block of blocks) {
    switch (block.kind) {
      case 'title':
      case 'recipients':
      case 'annotation':
        yield* placesInRuns(block.runs, { heading: elementNames[block.kind], reach });
        break;
      case 'letterhead':
      case 'imprint':
        for (const { part, runs } of block.parts) yield* placesInRuns(runs, { heading: part, reach });
        break;
      case 'attachments':
        for (const name of block.names) yield* placesInRuns(name, { heading: '附件说明', reach });
        break;
      case 'annex':
        heading = block.label;
        yield* placesInRuns(block.title, { heading, reach });
        break;
      case 'paragraph':
        if (block.level > 0) heading = headingOf(block);
        yield* placesInRuns(block.runs, { heading, reach });
        break;
      case 'table':
        yield* placesInTable(block);
        break;
      case 'chart':
        yield* placesInChart(block);
        break;
      case 'signature':
        yield* placesInRuns([...block.organisation, ...block.date], { heading: '落款', reach });
        break;
      case 'contents':
      case 'image':
      case 'note':
      case 'pageBreak':
    }
  }
}

/** The other places where the same formula stands for the same region and period. */
export function otherPlaces(
  figureId: string,
  blocks: readonly PrintedBlock[],
  { computed, scope }: { readonly computed: ComputedReport; readonly scope: ReportScope },
): readonly FigurePlace[] {
  const identity = (id: string): string | null => {
    const attributes = computed.figures.get(id)?.attributes;
    const where = attributes === undefined ? null : placeOf(attributes.scope, scope);
    if (attributes === undefined || where === null) return null;
    return `${where.region.id}\n${where.period.label}\n${normalizeSigns(attributes.formula).replaceAll(/\s/g, '')}`;
  };
  const wanted = identity(figureId);
  if (wanted === null) return [];
  return [...figurePlaces(blocks)].filter(
    (place) => place.figureId !== figureId && identity(place.figureId) === wanted,
  );
}
