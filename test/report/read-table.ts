import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import { computeReport } from '../../shared/report/compute.ts';
import type { Inline, ReportDocument, TableBlock } from '../../shared/report/document.ts';
import { makeReport } from '../../shared/report/make-report.ts';
import { printDocument } from '../../shared/report/print-document.ts';
import { type Facts, regions, viewOf } from '../support/small-data.ts';
import { head, parse, table } from './template-text.ts';

/** The places of the small catalogue; all numbers are invented: 示例（虚构）. */
const places = { 市: '湖州市', 吴: '吴兴区', 南: '南浔区', 德: '德清县' } as const;

export function factsOf(indicator: string, numbers: Partial<Record<keyof typeof places, string>>): Facts {
  return Object.fromEntries(
    Object.entries(numbers).map(([place, number]) => [
      `${indicator}·${places[place as keyof typeof places]}·2021年`,
      number,
    ]),
  );
}

function compute(document: ReportDocument, facts: Facts) {
  const view = viewOf(facts);
  const [region] = regions;
  const period = parsePeriod('2021年');
  if (region === undefined || period === null) throw new Error('bad test');
  const scope = { view, language: createFormulaLanguage(view), region, period };
  const report = makeReport(document, scope);
  const computed = computeReport(report, scope);
  return { computed, printed: printDocument(report, computed, view) };
}

/** A table's rows and notes as a reader sees them, and what computing found; `byHand` is set before that. */
export function read(yaml: string, facts: Facts, byHand: ByHand | null = null) {
  const { document } = parse(head + table(`标题: 情况\n${yaml}`));
  const { computed, printed } = compute(byHand === null ? document : setByHand(document, byHand), facts);
  const rows = printed.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return {
    rows: rows.map(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join('')).join('|')),
    notes: printed.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : [])),
    findings: computed.findings.map(({ message }) => message),
    computed,
    printed,
  };
}

/** Shares of 随迁子女人数 of the whole city, one row for each county. */
export const shares = (total: string | null, ...more: readonly string[]) =>
  [
    ...more,
    '表头: [地区, 占比]',
    '行:',
    '  - 每个: 下级',
    '    单元格: ["{{地区}}", "{{占比(随迁子女人数, 随迁子女人数[湖州市])}}"]',
    ...(total === null ? [] : [`合计: [合计, "${total}"]`]),
  ].join('\n');
export const whole = '{{占比(随迁子女人数, 随迁子女人数)}}';
export const thirds = factsOf('随迁子女人数', { 市: '3', 吴: '1', 南: '1', 德: '1' });
export const above = factsOf('随迁子女人数', { 市: '179', 吴: '122', 南: '32', 德: '25' });
export const note = '注：因四舍五入，分项之和可能不等于合计。';

/** What a person has set in a cell of the table in place of its figure. */
export interface ByHand {
  readonly row: number;
  readonly cell: number;
  readonly text: string;
}

/** Sets a cell of every table by hand; rows count from the top. */
function setByHand(document: ReportDocument, { row: wantedRow, cell: wantedCell, text }: ByHand): ReportDocument {
  const override = { text, reason: '核定' };
  const setInline = (node: Inline): Inline =>
    node.type === 'figure' ? { ...node, attrs: { ...node.attrs, override } } : node;
  const setTable = (block: TableBlock): TableBlock => {
    const [caption, { type, content }] = block.content;
    const rows = content.map((row, at) => ({
      ...row,
      content: row.content.map((cell, column) =>
        at === wantedRow && column === wantedCell ? { ...cell, content: cell.content.map(setInline) } : cell,
      ),
    }));
    return { ...block, content: [caption, { type, content: rows }] };
  };
  const content = document.content.map((block) => (block.type === 'tableBlock' ? setTable(block) : block));
  return { ...document, content };
}
