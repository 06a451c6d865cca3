import type { DataView } from '../figures/data-view.ts';
import { gapText } from '../figures/missing-text.ts';
import { gapsOf, type SourceRange } from '../figures/quantity.ts';
import { assertNever } from '../result.ts';
import { breakTitleRuns } from './break-title-runs.ts';
import { type CaptionNumber, type CaptionNumbers, emptyChart, numberCaptions } from './caption-numbers.ts';
import { type ComputedReport, figuresOf } from './compute.ts';
import type { Annex, Block, ChartBlock, Inline, Paragraph, ReportDocument, TableBlock, TableCell } from './document.ts';
import { HeadingCounter, headingNumber } from './numbering.ts';
import type { Imprint, ImprintPart } from './official.ts';
import { type Attachments, listAttachments } from './print-annexes.ts';
import { printChart } from './print-chart.ts';
import { listContents } from './print-contents.ts';
import type { PrintedBlock, PrintedCell, PrintedDocument, PrintedRun } from './printed.ts';
import { sampleNote } from './sample-note.ts';
import { markSentences } from './table/mark-sentences.ts';

interface PrinterInput {
  readonly computed: ComputedReport;
  readonly view: DataView;
  readonly numbers: CaptionNumbers;
  readonly attachments: Attachments;
}

const plain: Omit<PrintedRun, 'text'> = { lead: false, bold: false, figureId: null, gap: null };

/** Turns a document and its figures into what a reader sees: texts, heading numbers, captions and notes. */
class Printer {
  readonly #input: PrinterInput;
  #headings = new HeadingCounter();
  #tables = 0;

  constructor(input: PrinterInput) {
    this.#input = input;
  }

  block(block: Block): readonly PrintedBlock[] {
    switch (block.type) {
      case 'title':
        return [{ kind: 'title', runs: breakTitleRuns(this.runs(block.content), block.attrs?.breaking) }];
      case 'annotation':
        return [{ kind: 'annotation', runs: this.runs(block.content) }];
      case 'recipients':
        // GB/T 9704-2012, 7.3.2.
        return [{ kind: 'recipients', runs: endingWith(this.runs(block.content), '：') }];
      case 'letterhead':
        return [{ kind: 'letterhead', parts: block.content.map((line) => this.#part(line.attrs.part, line.content)) }];
      case 'imprint':
        return [{ kind: 'imprint', parts: block.content.map((line) => this.#imprintPart(line)) }];
      case 'paragraph':
        return [this.#paragraph(block), ...this.#note('本段', block)];
      case 'tableBlock':
        return [this.#table(block), ...this.#sumNotes(), ...this.#gapNote(block), ...this.#note('本表', block)];
      case 'chartBlock':
        return [...this.#chartBlocks(block), ...this.#note('本图', block)];
      case 'imageBlock': {
        const { sha256, alternative, widthMillimetres } = block.attrs;
        return [{ kind: 'image', ...this.#caption(block), sha256, alternative, widthMillimetres }];
      }
      case 'signature': {
        const [organisation, date] = block.content;
        return [{ kind: 'signature', organisation: this.runs(organisation.content), date: this.runs(date.content) }];
      }
      case 'annex':
        return this.#annex(block);
      case 'pageBreak':
        return [{ kind: 'pageBreak' }];
      case 'contents':
        return [{ kind: 'contents', depth: block.attrs.depth, entries: [] }];
      case 'attachmentList':
        // Printed with the annexes' names, wherever the first of them stands.
        return [];
      case 'conditional':
      case 'repeat':
        throw new Error('a template was printed before it was made into a report');
      default:
        return assertNever(block);
    }
  }

  /** 附件说明, before the block that it belongs above. */
  attachmentsBefore(block: Block | undefined): readonly PrintedBlock[] {
    const { names, before } = this.#input.attachments;
    if (names.length === 0 || before !== block) return [];
    return [{ kind: 'attachments', names: names.map((name) => this.runs(name)) }];
  }

  /** Headings are counted anew in each annex. */
  #annex(block: Annex): readonly PrintedBlock[] {
    this.#headings = new HeadingCounter();
    const [title, ...rest] = block.content;
    const label = this.#input.attachments.labels.get(block) ?? '附件';
    return [
      { kind: 'annex', label, title: this.runs(title.content), landscape: block.attrs.landscape },
      ...rest.flatMap((each) => this.block(each)),
    ];
  }

  #part<Part>(part: Part, content: readonly Inline[]) {
    return { part, runs: this.runs(content) };
  }

  #imprintPart({ attrs: { part }, content }: Imprint['content'][number]) {
    return { part, runs: endingWith(this.runs(content), imprintEndings[part]) };
  }

  /** What is to be said of the sums of the table printed last. */
  #sumNotes(): readonly PrintedBlock[] {
    const notes = this.#input.computed.tableNotes[this.#tables - 1] ?? [];
    return notes.map((text) => ({ kind: 'note', text }));
  }

  /** A cell prints 【待填】 in short; the note below the table names the observations. */
  #gapNote(block: TableBlock): readonly PrintedBlock[] {
    const values = [...figuresOf(block)].map(({ attributes }) => this.#input.computed.figures.get(attributes.id));
    const gaps = values.flatMap((figure) => (figure?.printed.gap === '待填' ? gapsOf(figure.value) : []));
    return gaps.length === 0 ? [] : [{ kind: 'note', text: `注：本表缺【待填：${gapText(gaps, gaps.length)}】。` }];
  }

  #note(subject: '本段' | '本表' | '本图', block: Block): readonly PrintedBlock[] {
    const sources: SourceRange[] = [];
    for (const { attributes } of figuresOf(block))
      sources.push(...(this.#input.computed.figures.get(attributes.id)?.sources ?? []));
    const text = sampleNote(subject, sources, this.#input.view);
    return text === null ? [] : [{ kind: 'note', text }];
  }

  runs(nodes: readonly Inline[]): readonly PrintedRun[] {
    return nodes.map((node) => {
      const lead = node.marks?.some(({ type }) => type === 'lead') ?? false;
      const bold = node.marks?.some(({ type }) => type === 'bold') ?? false;
      if (node.type === 'text') {
        const isConstant = node.marks?.some(({ type }) => type === 'constant') ?? false;
        return { ...plain, text: node.text, lead, bold, ...(isConstant ? { isConstant } : {}) };
      }
      if (node.type === 'reference') return { ...this.#reference(node.attrs.label), lead, bold };
      const figure = this.#input.computed.figures.get(node.attrs.id);
      // The names of region and period are words to a reader, not figures.
      const figureId = figure?.value.kind === 'text' ? null : node.attrs.id;
      const gap = figure?.printed.gap ?? null;
      const overrides = figure?.overridden;
      const text = figure?.printed.text ?? '';
      return { text, lead, bold, figureId, gap, ...(overrides === undefined ? {} : { overrides }) };
    });
  }

  #reference(label: string): PrintedRun {
    const number = this.#input.numbers.ofLabel.get(label);
    if (number === undefined) return { ...plain, text: `【参见的“${label}”已不在文中】`, gap: '无法计算' };
    return { ...plain, text: number.text, reference: number.id };
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

  #number(block: Block): CaptionNumber {
    const number = this.#input.numbers.ofBlock.get(block);
    if (number === undefined) throw new Error(`${block.type} was not numbered`);
    return number;
  }

  #caption(block: Extract<Block, { readonly type: 'tableBlock' | 'imageBlock' }>) {
    const { id, text } = this.#number(block);
    return { id, label: text, caption: `${text} ${this.#text(block.content[0].content)}` };
  }

  #table(block: TableBlock): PrintedBlock {
    this.#tables += 1;
    return {
      kind: 'table',
      ...this.#caption(block),
      unit: block.attrs.unit,
      rows: markSentences(
        block.content[1].content.map((row) => ({
          role: row.attrs.role,
          cells: row.content.map((cell) => this.#cell(cell, row.attrs.role !== 'header')),
        })),
      ),
    };
  }

  #cell(cell: TableCell, mayBeNumeric: boolean): PrintedCell {
    const values = cell.content.map((node) =>
      node.type === 'figure' ? this.#input.computed.figures.get(node.attrs.id)?.value.kind : 'text',
    );
    const numeric =
      mayBeNumeric && values.length > 0 && values.every((kind) => kind === 'number' || kind === 'missing');
    return { runs: this.runs(cell.content), colspan: cell.attrs.colspan, rowspan: cell.attrs.rowspan, numeric };
  }

  /** A chart without a single value would be an empty frame: what is missing, or that there is nothing, is said instead. */
  #chartBlocks(block: ChartBlock): readonly PrintedBlock[] {
    const { figures } = this.#input.computed;
    const title = this.#text(block.content[0].content);
    const empty = emptyChart(block, figures);
    if (empty === '无数据') return [{ kind: 'note', text: `注：“${title}”各项均无数据，没有作图。` }];
    const chart = printChart(block, this.#number(block), title, figures);
    if (empty === null) return [{ kind: 'chart', chart }];
    const [first] = chart.series.flatMap(({ points }) => points);
    const text = `【待填：${chart.caption}的全部数据】`;
    const run: PrintedRun = { ...plain, text, figureId: first?.figureId ?? null, gap: '待填' };
    return [{ kind: 'paragraph', level: 0, ordinal: 0, number: '', runs: [run] }];
  }
}

/** Text that ends as the standard has it, typed so or not. */
function endingWith(runs: readonly PrintedRun[], ending: string): readonly PrintedRun[] {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trimEnd();
  return text === '' || text.endsWith(ending) ? runs : [...runs, { ...plain, text: ending }];
}

/** 抄送 ends with a full stop, the date of printing with 印发 (GB/T 9704-2012, 7.4.2 and 7.4.3). */
const imprintEndings: Readonly<Record<ImprintPart, string>> = { 抄送: '。', 印发机关: '', 印发日期: '印发' };

function withContents(blocks: readonly PrintedBlock[]): readonly PrintedBlock[] {
  return blocks.map((block) =>
    block.kind === 'contents' ? { ...block, entries: listContents(blocks, block.depth) } : block,
  );
}

/** A printed report, and of each of its blocks the position of the document's block that it comes from. */
export interface PrintedReport extends PrintedDocument {
  readonly origins: readonly number[];
}

/** The printed document of a report: the one thing that page, Word and PDF draw from. */
export function printDocument(document: ReportDocument, computed: ComputedReport, view: DataView): PrintedReport {
  const numbers = numberCaptions(document, computed.figures);
  const printer = new Printer({ computed, view, numbers, attachments: listAttachments(document) });
  const title = document.content.find((block) => block.type === 'title');
  const titleRuns = title === undefined ? [] : printer.runs(title.content);
  const groups = document.content.map((block) => [...printer.attachmentsBefore(block), ...printer.block(block)]);
  const last = printer.attachmentsBefore(undefined);
  const origins = groups.flatMap((blocks, at) => blocks.map(() => at));
  return {
    title: titleRuns.map(({ text }) => text).join(''),
    blocks: withContents([...groups.flat(), ...last]),
    origins: [...origins, ...last.map(() => document.content.length - 1)],
  };
}
