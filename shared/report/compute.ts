import { formatMismatch, type Place, type Printed, parseFormat, printValue } from '../figures/format.ts';
import { evaluateFormula } from '../figures/formula/evaluate.ts';
import type { SourceRange, Value } from '../figures/quantity.ts';
import type { Block, Condition, FigureAttributes, Inline, ReportDocument } from './document.ts';
import { placeOf, type ReportScope } from './scope.ts';

/** 数字: a figure of a report with the value it has now. Lives beside the document, never in it. */
export interface Figure {
  readonly attributes: FigureAttributes;
  readonly place: Place | 'chart';
  readonly value: Value;
  readonly printed: Printed;
  readonly sources: readonly SourceRange[];
}

/** Something that computing noticed and a person must look at. */
export interface ComputeFinding {
  readonly code: 'condition-flipped' | 'formula-broken';
  readonly figureId: string | null;
  readonly message: string;
}

export interface ComputedReport {
  /** Every figure of the document, by id, in the order of the text. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly findings: readonly ComputeFinding[];
}

interface PlacedFigure {
  readonly attributes: FigureAttributes;
  readonly place: Figure['place'];
}

function* inlineFigures(nodes: readonly Inline[], place: Place): Generator<PlacedFigure> {
  for (const node of nodes) if (node.type === 'figure') yield { attributes: node.attrs, place };
}

/** The figures of one block in the order of the text. */
export function* figuresOf(block: Block): Generator<PlacedFigure> {
  switch (block.type) {
    case 'title':
    case 'recipients':
    case 'paragraph':
      yield* inlineFigures(block.content, 'prose');
      return;
    case 'tableBlock': {
      const [caption, table] = block.content;
      yield* inlineFigures(caption.content, 'prose');
      for (const row of table.content) for (const cell of row.content) yield* inlineFigures(cell.content, 'table');
      return;
    }
    case 'chartBlock':
      yield* inlineFigures(block.content[0].content, 'prose');
      for (const series of block.attrs.series) {
        for (const attributes of series.points) yield { attributes, place: 'chart' };
      }
      return;
    case 'signature':
      for (const part of block.content) yield* inlineFigures(part.content, 'prose');
      return;
    case 'conditional':
    case 'repeat':
      for (const child of block.content) yield* figuresOf(child);
      return;
    case 'pageBreak':
  }
}

function computeFigure({ attributes, place }: PlacedFigure, report: ReportScope): Figure | null {
  const checked = report.language.check(attributes.formula);
  const format = parseFormat(attributes.format);
  const where = placeOf(attributes.scope, report);
  if (!checked.ok || !format.ok || where === null) return null;
  if (formatMismatch(format.value, checked.value.type)) return null;
  const { value, sources } = evaluateFormula(checked.value, { ...report, ...where });
  const printed = printValue(value, format.value, place === 'prose' ? 'prose' : 'table');
  const shown = attributes.override === null ? printed : { text: attributes.override.text, decimal: null, gap: null };
  return { attributes, place, value, printed: shown, sources };
}

/** A figure whose formula, format or place no longer fits the catalogue: it shows so, and nothing is guessed. */
function brokenFigure({ attributes, place }: PlacedFigure): Figure {
  const text = `【无法计算：${attributes.formula}】`;
  return {
    attributes,
    place,
    value: { kind: 'missing', reason: '未报', gaps: [] },
    printed: { text, decimal: null, gap: '无法计算' },
    sources: [],
  };
}

function conditionFlipped(condition: Condition, report: ReportScope): boolean {
  const checked = report.language.check(condition.formula);
  const where = placeOf(condition.scope, report);
  if (!checked.ok || where === null) return false;
  const { value } = evaluateFormula(checked.value, { ...report, ...where });
  return value.kind === 'truth' && value.truth !== condition.expected;
}

/** Computes every figure of a report. Pure: the same document and data give the same figures. */
export function computeReport(document: ReportDocument, report: ReportScope): ComputedReport {
  const figures = new Map<string, Figure>();
  const findings: ComputeFinding[] = [];
  const flipped = new Set<string>();
  for (const block of document.content) {
    for (const placed of figuresOf(block)) {
      const figure = computeFigure(placed, report);
      const { id, formula } = placed.attributes;
      figures.set(id, figure ?? brokenFigure(placed));
      if (figure === null) {
        const message = `算式“${formula}”用到的指标、地区或格式已经不在了，请换一个数字。`;
        findings.push({ code: 'formula-broken', figureId: id, message });
      }
    }
    for (const condition of block.type === 'paragraph' ? (block.attrs.conditions ?? []) : []) {
      if (flipped.has(condition.formula) || !conditionFlipped(condition, report)) continue;
      flipped.add(condition.formula);
      const message = `写这段话的条件“${condition.formula}”现在${condition.expected ? '不再成立' : '已经成立'}，请核对这段话。`;
      findings.push({ code: 'condition-flipped', figureId: null, message });
    }
  }
  return { figures, findings };
}
