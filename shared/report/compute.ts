import { formatMismatch, type Place, type Printed, parseFormat, printValue } from '../figures/format.ts';
import { type Evaluation, evaluateFormula } from '../figures/formula/evaluate.ts';
import { gapText, reasonText } from '../figures/missing-text.ts';
import { isPending, missingValue } from '../figures/quantity.ts';
import type { Block, Condition, FigureAttributes, Inline, ReportDocument, TableBlock } from './document.ts';
import { type Figure, type Figures, textOfNode } from './figure.ts';
import { placeOf, type ReportScope } from './scope.ts';
import { checkTable, type TableCheck } from './table/check-table.ts';
import { linesOf, walkBlocks } from './walk.ts';

export type { Figure };

/** Something that computing noticed and a person must look at. */
export interface ComputeFinding {
  readonly code: 'condition-flipped' | 'formula-broken' | 'table-total-differs';
  readonly figureId: string | null;
  readonly message: string;
}

export interface ComputedReport {
  readonly figures: Figures;
  readonly findings: readonly ComputeFinding[];
  /** What stands below each table of the document, in their order, about the sums of its columns. */
  readonly tableNotes: readonly (readonly string[])[];
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
    case 'letterhead':
    case 'recipients':
    case 'paragraph':
    case 'attachmentList':
    case 'signature':
    case 'annotation':
    case 'imprint':
      for (const line of linesOf(block)) yield* inlineFigures(line, 'prose');
      return;
    case 'imageBlock':
      yield* inlineFigures(block.content[0].content, 'prose');
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
    case 'annex':
    case 'conditional':
    case 'repeat':
      for (const child of block.content) yield* figuresOf(child);
      return;
    case 'contents':
    case 'pageBreak':
  }
}

function computeFigure({ attributes, place }: PlacedFigure, report: ReportScope): Figure | null {
  const checked = report.language.check(attributes.formula);
  const format = parseFormat(attributes.format);
  const where = placeOf(attributes.scope, report);
  if (!checked.ok || !format.ok || where === null) return null;
  if (formatMismatch(format.value, checked.value)) return null;
  const { value, sources } = evaluateFormula(checked.value, { ...report, ...where });
  const printed = printValue(value, format.value, place === 'prose' ? 'prose' : 'table');
  const shown = attributes.override === null ? printed : { text: attributes.override.text, decimal: null, gap: null };
  const overridden = attributes.override === null ? {} : { overridden: printed.text };
  return { attributes, place, value, printed: shown, sources, ...overridden };
}

/** A figure whose formula, format or place no longer fits the catalogue: it shows so, and nothing is guessed. */
function brokenFigure({ attributes, place }: PlacedFigure): Figure {
  const text = `【无法计算：${attributes.formula}】`;
  return {
    attributes,
    place,
    value: missingValue('未报'),
    printed: { text, decimal: null, gap: '无法计算' },
    sources: [],
  };
}

/** What a remembered condition is worth now: true, false, or null for want of data. */
function judge(condition: Condition, report: ReportScope): Evaluation | null {
  const checked = report.language.check(condition.formula);
  const where = placeOf(condition.scope, report);
  return checked.ok && where !== null ? evaluateFormula(checked.value, { ...report, ...where }) : null;
}

function truthOf(evaluation: Evaluation | null): boolean | null {
  return evaluation?.value.kind === 'truth' ? evaluation.value.truth : null;
}

const outcomes = { true: '成立', false: '不成立', null: '缺少数据，无法判断' } as const;

/** A sentence when a condition is no longer what it was when the report was made. */
function conditionFinding(condition: Condition, report: ReportScope): ComputeFinding | null {
  const now = truthOf(judge(condition, report));
  if (now === condition.result) return null;
  const region = placeOf(condition.scope, report)?.region.name ?? '';
  const before = outcomes[`${condition.result}`];
  const message = `写报告时，条件“${condition.formula}”（${region}）${before}，现在${outcomes[`${now}`]}。请核对有关段落，或重新生成报告。`;
  return { code: 'condition-flipped', figureId: condition.markerIds[0] ?? null, message };
}

/** The mark before a branch that could not be decided says what is missing, or that the report is to be made again. */
function printMarker(figure: Figure): Figure {
  const { value } = figure;
  const print = (text: string, gap: Printed['gap']): Figure => ({
    ...figure,
    printed: { text: `【${text}】`, decimal: null, gap },
  });
  if (value.kind !== 'missing') return print('待定：数据已经补齐，请重新生成报告', '待填');
  if (isPending(value.reason)) return print(`待填：${gapText(value.gaps)}，补齐后再定这段是否保留`, '待填');
  return print(`无法计算：${reasonText(value.reason)}，请核定这段是否保留`, '无法计算');
}

/** The name of a table as it is printed: its number, and its caption where it has one. */
function tableName(block: TableBlock, number: number, figures: Figures): string {
  const caption = block.content[0].content.map((node) => textOfNode(node, figures));
  return caption.length === 0 ? `表${number}` : `表${number}“${caption.join('')}”`;
}

function checkTables(document: ReportDocument, figures: Figures, report: ReportScope): readonly TableCheck[] {
  const tables = [...walkBlocks(document.content)].filter((block) => block.type === 'tableBlock');
  return tables.map((block, at) => checkTable(block, tableName(block, at + 1, figures), { figures, report }));
}

function differingTotal(finding: TableCheck['findings'][number]): ComputeFinding {
  return { code: 'table-total-differs', ...finding };
}

/** Computes every figure of a report. Pure: the same document and data give the same figures. */
export function computeReport(document: ReportDocument, report: ReportScope): ComputedReport {
  const figures = new Map<string, Figure>();
  const findings: ComputeFinding[] = [];
  const conditions = document.attrs.conditions ?? [];
  const markers = new Set(conditions.flatMap(({ markerIds }) => markerIds));
  for (const placed of document.content.flatMap((block) => [...figuresOf(block)])) {
    const { id, formula } = placed.attributes;
    const figure = computeFigure(placed, report);
    if (figure === null) {
      const message = `算式“${formula}”用到的指标、地区或格式已经不在了，请换一个数字。`;
      findings.push({ code: 'formula-broken', figureId: id, message });
      figures.set(id, brokenFigure(placed));
    } else figures.set(id, markers.has(id) ? printMarker(figure) : figure);
  }
  for (const condition of conditions) {
    const finding = conditionFinding(condition, report);
    if (finding) findings.push(finding);
  }
  const tables = checkTables(document, figures, report);
  for (const figure of tables.flatMap((table) => table.figures)) figures.set(figure.attributes.id, figure);
  findings.push(...tables.flatMap((table) => table.findings.map(differingTotal)));
  return { figures, findings, tableNotes: tables.map(({ notes }) => notes) };
}
