import type { DataView } from '../figures/data-view.ts';
import { gapText } from '../figures/missing-text.ts';
import { gapsOf, type SourceRange } from '../figures/quantity.ts';
import { assertNever } from '../result.ts';
import { type ComputedReport, figuresOf } from './compute.ts';
import type { Block, ChartBlock, Inline, Paragraph, ReportDocument, TableBlock, TableCell } from './document.ts';
import { HeadingCounter, headingNumber } from './numbering.ts';
import type { PrintedBlock, PrintedCell, PrintedChart, PrintedDocument, PrintedRun } from './printed.ts';
import { sampleNote } from './sample-note.ts';

/** Turns a document and its figures into what a reader sees: texts, heading numbers, captions and notes. */
class Printer {
  readonly #computed: ComputedReport;
  readonly #view: DataView;
  readonly #headings = new HeadingCounter();
  #tables = 0;
  #charts = 0;

  constructor(computed: ComputedReport, view: DataView) {
    this.#computed = computed;
    this.#view = view;
  }

  block(block: Block): readonly PrintedBlock[] {
    switch (block.type) {
      case 'title':
        return [{ kind: 'title', runs: this.runs(block.content) }];
      case 'recipients':
        return [{ kind: 'recipients', runs: this.runs(block.content) }];
      case 'paragraph':
        return [this.#paragraph(block), ...this.#note('本段', block)];
      case 'tableBlock':
        return [this.#table(block), ...this.#sumNotes(), ...this.#gapNote(block), ...this.#note('本表', block)];
      case 'chartBlock':
        return [...this.#chartBlocks(block), ...this.#note('本图', block)];
      case 'signature': {
        const [organisation, date] = block.content;
        return [{ kind: 'signature', organisation: this.runs(organisation.content), date: this.runs(date.content) }];
      }
      case 'pageBreak':
        return [{ kind: 'pageBreak' }];
      case 'conditional':
      case 'repeat':
        throw new Error('a template was printed before it was made into a report');
      default:
        return assertNever(block);
    }
  }

  /** What is to be said of the sums of the table printed last. */
  #sumNotes(): readonly PrintedBlock[] {
    const notes = this.#computed.tableNotes[this.#tables - 1] ?? [];
    return notes.map((text) => ({ kind: 'note', text }));
  }

  /** A cell prints 【待填】 in short; the note below the table names the observations. */
  #gapNote(block: TableBlock): readonly PrintedBlock[] {
    const values = [...figuresOf(block)].map(({ attributes }) => this.#computed.figures.get(attributes.id));
    const gaps = values.flatMap((figure) => (figure?.printed.gap === '待填' ? gapsOf(figure.value) : []));
    return gaps.length === 0 ? [] : [{ kind: 'note', text: `注：本表缺【待填：${gapText(gaps, gaps.length)}】。` }];
  }

  #note(subject: '本段' | '本表' | '本图', block: Block): readonly PrintedBlock[] {
    const sources: SourceRange[] = [];
    for (const { attributes } of figuresOf(block))
      sources.push(...(this.#computed.figures.get(attributes.id)?.sources ?? []));
    const text = sampleNote(subject, sources, this.#view);
    return text === null ? [] : [{ kind: 'note', text }];
  }

  runs(nodes: readonly Inline[]): readonly PrintedRun[] {
    return nodes.map((node) => {
      const lead = node.marks?.some(({ type }) => type === 'lead') ?? false;
      const bold = node.marks?.some(({ type }) => type === 'bold') ?? false;
      if (node.type === 'text') return { text: node.text, lead, bold, figureId: null, gap: null };
      const figure = this.#computed.figures.get(node.attrs.id);
      // The names of region and period are words to a reader, not figures.
      const figureId = figure?.value.kind === 'text' ? null : node.attrs.id;
      return { text: figure?.printed.text ?? '', lead, bold, figureId, gap: figure?.printed.gap ?? null };
    });
  }

  #text(nodes: readonly Inline[]): string {
    return this.runs(nodes)
      .map((run) => run.text)
      .join('');
  }

  #paragraph(block: Paragraph): PrintedBlock {
    const runs = this.runs(block.content);
    const { level } = block.attrs;
    if (level !== 1 && level !== 2 && level !== 3 && level !== 4) {
      return { kind: 'paragraph', level: 0, ordinal: 0, number: '', runs };
    }
    const ordinal = this.#headings.next(level);
    return { kind: 'paragraph', level, ordinal, number: headingNumber(level, ordinal), runs };
  }

  #table(block: TableBlock): PrintedBlock {
    this.#tables += 1;
    const [caption, table] = block.content;
    return {
      kind: 'table',
      id: `t${this.#tables}`,
      caption: `表${this.#tables} ${this.#text(caption.content)}`,
      unit: block.attrs.unit,
      rows: table.content.map((row) => ({
        role: row.attrs.role,
        cells: row.content.map((cell) => this.#cell(cell, row.attrs.role !== 'header')),
      })),
    };
  }

  #cell(cell: TableCell, mayBeNumeric: boolean): PrintedCell {
    const values = cell.content.map((node) =>
      node.type === 'figure' ? this.#computed.figures.get(node.attrs.id)?.value.kind : 'text',
    );
    const numeric =
      mayBeNumeric && values.length > 0 && values.every((kind) => kind === 'number' || kind === 'missing');
    return { runs: this.runs(cell.content), colspan: cell.attrs.colspan, rowspan: cell.attrs.rowspan, numeric };
  }

  /** A chart without a single value would be an empty frame: what is missing, or that there is nothing, is said instead. */
  #chartBlocks(block: ChartBlock): readonly PrintedBlock[] {
    const chart = this.#chart(block);
    const [first] = chart.series.flatMap(({ points }) => points);
    if (chart.series.some(({ points }) => points.some(({ decimal }) => decimal !== null)))
      return [{ kind: 'chart', chart }];
    const points = chart.series.flatMap((series) => series.points);
    const isPending = points.some(({ figureId }) => this.#computed.figures.get(figureId)?.printed.gap === '待填');
    if (!isPending) {
      this.#charts -= 1;
      return [{ kind: 'note', text: `注：“${this.#text(block.content[0].content)}”各项均无数据，没有作图。` }];
    }
    const text = `【待填：${chart.caption}的全部数据】`;
    const run: PrintedRun = { text, lead: false, bold: false, figureId: first?.figureId ?? null, gap: '待填' };
    return [{ kind: 'paragraph', level: 0, ordinal: 0, number: '', runs: [run] }];
  }

  #chart(block: ChartBlock): PrintedChart {
    this.#charts += 1;
    const { kind, unit, categories } = block.attrs;
    const series = block.attrs.series.map(({ name, points }) => ({
      name,
      points: points.map(({ id }) => {
        const printed = this.#computed.figures.get(id)?.printed;
        return { figureId: id, decimal: printed?.decimal ?? null, text: printed?.text ?? '' };
      }),
    }));
    const places = series.flatMap(({ points }) => points.map(({ decimal }) => decimal?.split('.')[1]?.length ?? 0));
    return {
      id: `c${this.#charts}`,
      kind,
      caption: `图${this.#charts} ${this.#text(block.content[0].content)}`,
      unit,
      decimals: Math.max(0, ...places),
      categories,
      series,
    };
  }
}

/** The printed document of a report: the one thing that page, Word and PDF draw from. */
export function printDocument(document: ReportDocument, computed: ComputedReport, view: DataView): PrintedDocument {
  const printer = new Printer(computed, view);
  const title = document.content.find((block) => block.type === 'title');
  return {
    title:
      title === undefined
        ? ''
        : printer
            .runs(title.content)
            .map(({ text }) => text)
            .join(''),
    blocks: document.content.flatMap((block) => printer.block(block)),
  };
}
