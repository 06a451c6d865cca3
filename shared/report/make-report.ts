import { evaluateFormula } from '../figures/formula/evaluate.ts';
import { membersOf } from '../figures/members.ts';
import type { Value } from '../figures/quantity.ts';
import { assertNever } from '../result.ts';
import type {
  Block,
  ChartBlock,
  Condition,
  FigureAttributes,
  Inline,
  Paragraph,
  ReportDocument,
  Scope,
  TableBlock,
  TableCell,
  TableRow,
} from './document.ts';
import { placeOf, type ReportScope } from './scope.ts';

/** Where the expansion stands: the member it is about, the conditions it passed, and a suffix that keeps ids unique. */
interface Position {
  readonly scope: Scope | null;
  readonly conditions: readonly Condition[];
  readonly suffix: string;
}

type Child = Readonly<{ region: string }>;

function stamp(attrs: FigureAttributes, position: Position): FigureAttributes {
  return { ...attrs, id: `${attrs.id}${position.suffix}`, scope: position.scope };
}

function stampInline(nodes: readonly Inline[], position: Position): readonly Inline[] {
  return nodes.map((node) => (node.type === 'figure' ? { ...node, attrs: stamp(node.attrs, position) } : node));
}

function stampCell(cell: TableCell, position: Position): TableCell {
  return { ...cell, content: stampInline(cell.content, position) };
}

/**
 * Makes a report of a template: containers and repeated rows are expanded over the members, each figure is stamped with
 * its scope, and a paragraph remembers the conditions under which it was taken in.
 */
class Expansion {
  readonly #report: ReportScope;

  constructor(report: ReportScope) {
    this.#report = report;
  }

  blocks(blocks: readonly Block[], position: Position): readonly Block[] {
    return blocks.flatMap((block) => this.#block(block, position));
  }

  #members(selector: string, position: Position): readonly { readonly child: Child; readonly position: Position }[] {
    const region = placeOf(position.scope, this.#report)?.region ?? this.#report.region;
    return membersOf(this.#report.view, region, selector).map((member, at) => {
      const child = { region: member.name };
      return {
        child,
        position: { ...position, scope: { ...position.scope, ...child }, suffix: `${position.suffix}_${at + 1}` },
      };
    });
  }

  #evaluate(formula: string, scope: Scope | null): Value {
    const checked = this.#report.language.check(formula);
    const place = placeOf(scope, this.#report);
    if (!checked.ok || place === null) throw new Error('the template was not checked');
    return evaluateFormula(checked.value, { ...this.#report, ...place }).value;
  }

  #block(block: Block, position: Position): readonly Block[] {
    switch (block.type) {
      case 'title':
      case 'recipients':
        return [{ ...block, content: stampInline(block.content, position) }];
      case 'paragraph':
        return [this.#paragraph(block, position)];
      case 'tableBlock':
        return [this.#table(block, position)];
      case 'chartBlock':
        return [this.#chart(block, position)];
      case 'signature': {
        const [organisation, date] = block.content;
        const content = [
          { ...organisation, content: stampInline(organisation.content, position) },
          { ...date, content: stampInline(date.content, position) },
        ] as const;
        return [{ ...block, content }];
      }
      case 'pageBreak':
        return [block];
      case 'conditional':
        return this.#conditional(block, position);
      case 'repeat':
        return this.#members(block.attrs.each, position).flatMap((member) =>
          this.blocks(block.content, member.position),
        );
      default:
        return assertNever(block);
    }
  }

  #paragraph(block: Paragraph, position: Position): Paragraph {
    const { conditions } = position;
    const attrs = { level: block.attrs.level, ...(conditions.length === 0 ? {} : { conditions }) };
    return { ...block, attrs, content: stampInline(block.content, position) };
  }

  /** A condition that cannot be judged for want of data leaves a paragraph that says what is to be filled in. */
  #conditional(block: Extract<Block, { type: 'conditional' }>, position: Position): readonly Block[] {
    const { condition, otherwise } = block.attrs;
    const value = this.#evaluate(condition, position.scope);
    if (value.kind === 'truth') {
      if (value.truth === otherwise) return [];
      const met: Condition = { formula: condition, expected: !otherwise, scope: position.scope };
      return this.blocks(block.content, { ...position, conditions: [...position.conditions, met] });
    }
    if (otherwise) return [];
    const first = firstFigureId(block.content) ?? 'f0';
    const attrs = {
      id: `${first}${position.suffix}_if`,
      formula: condition,
      format: null,
      scope: position.scope,
      override: null,
    };
    return [{ type: 'paragraph', attrs: { level: 0 }, content: [{ type: 'figure', attrs }] }];
  }

  #table(block: TableBlock, position: Position): TableBlock {
    const [caption, table] = block.content;
    const rows = table.content.flatMap((row): readonly TableRow[] => {
      const expand = (at: Position): TableRow => ({
        ...row,
        attrs: { role: row.attrs.role, each: null },
        content: row.content.map((cell) => stampCell(cell, at)),
      });
      if (row.attrs.each === null) return [expand(position)];
      return this.#members(row.attrs.each, position).map((member) => expand(member.position));
    });
    return {
      ...block,
      content: [
        { ...caption, content: stampInline(caption.content, position) },
        { ...table, content: rows },
      ],
    };
  }

  #chart(block: ChartBlock, position: Position): ChartBlock {
    const { attrs } = block;
    const members = attrs.each === null ? null : this.#members(attrs.each, position);
    const series = attrs.series.map((each) => ({
      ...each,
      points: members
        ? members.flatMap((member) => each.points.map((point) => stamp(point, member.position)))
        : each.points.map((point) => stamp(point, position)),
    }));
    const categories = members ? members.map(({ child }) => child.region) : attrs.categories;
    return {
      ...block,
      attrs: { ...attrs, id: `${attrs.id}${position.suffix}`, each: null, categories, series },
      content: [{ ...block.content[0], content: stampInline(block.content[0].content, position) }],
    };
  }
}

function firstFigureId(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue;
    const figure = block.content.find((node) => node.type === 'figure');
    if (figure) return figure.attrs.id;
  }
  return null;
}

/** Expands a checked template into the report of one region and period. */
export function makeReport(template: ReportDocument, report: ReportScope): ReportDocument {
  const start: Position = { scope: null, conditions: [], suffix: '' };
  return { ...template, content: new Expansion(report).blocks(template.content, start) };
}
