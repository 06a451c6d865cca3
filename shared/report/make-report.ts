import { evaluateFormula } from '../figures/formula/evaluate.ts';
import { membersOf } from '../figures/members.ts';
import type { Value } from '../figures/quantity.ts';
import { plainName } from '../figures/region-names.ts';
import { assertNever } from '../result.ts';
import type {
  Block,
  ChartBlock,
  Condition,
  FigureAttributes,
  FigureNode,
  Inline,
  ReportDocument,
  Scope,
  TableBlock,
  TableCell,
  TableRow,
} from './document.ts';
import { placeOf, type ReportScope } from './scope.ts';
import { mapLines } from './walk.ts';

/** Where the expansion stands: the member it is about, and a suffix that keeps ids unique. */
interface Position {
  readonly scope: Scope | null;
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
 * its scope, and every condition that was decided is remembered.
 */
class Expansion {
  readonly conditions: Condition[] = [];
  readonly #report: ReportScope;
  #markers = 0;

  constructor(report: ReportScope) {
    this.#report = report;
  }

  blocks(blocks: readonly Block[], position: Position): readonly Block[] {
    return blocks.flatMap((block) => this.#block(block, position));
  }

  #members(selector: string, position: Position): readonly { readonly child: Child; readonly position: Position }[] {
    const place = placeOf(position.scope, this.#report) ?? this.#report;
    return membersOf(this.#report.view, place, selector).map((member, at) => {
      const child = { region: plainName(member, this.#report.language.regions) };
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
      case 'letterhead':
      case 'recipients':
      case 'paragraph':
      case 'attachmentList':
      case 'signature':
      case 'annotation':
      case 'imprint':
        return [mapLines(block, (line) => stampInline(line, position))];
      case 'annex': {
        const [title, ...rest] = block.content;
        const stamped = { ...title, content: stampInline(title.content, position) };
        return [{ ...block, content: [stamped, ...this.blocks(rest, position)] }];
      }
      case 'imageBlock': {
        const [caption] = block.content;
        return [{ ...block, content: [{ ...caption, content: stampInline(caption.content, position) }] }];
      }
      case 'tableBlock':
        return [this.#table(block, position)];
      case 'chartBlock':
        return [this.#chart(block, position)];
      case 'contents':
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

  /** Both branches of an undecidable condition are kept, each behind a mark: nothing is chosen in silence. */
  #conditional(block: Extract<Block, { type: 'conditional' }>, position: Position): readonly Block[] {
    const { condition: formula, otherwise } = block.attrs;
    const { scope } = position;
    const value = this.#evaluate(formula, scope);
    if (value.kind === 'truth') {
      if (!otherwise) this.conditions.push({ formula, scope, result: value.truth, markerIds: [] });
      return value.truth === otherwise ? [] : this.blocks(block.content, position);
    }
    this.#markers += 1;
    const marker: FigureNode = {
      type: 'figure',
      attrs: { id: `if${this.#markers}`, formula, format: null, scope, override: null },
    };
    this.conditions.push({ formula, scope, result: null, markerIds: [marker.attrs.id] });
    return markFirst(this.blocks(block.content, position), marker);
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

/** Puts the mark at the head of the first paragraph, or in one of its own before anything else. */
function markFirst(blocks: readonly Block[], marker: FigureNode): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph' && first.attrs.level === 0) {
    return [{ ...first, content: [marker, ...first.content] }, ...rest];
  }
  return [{ type: 'paragraph', attrs: { level: 0 }, content: [marker] }, ...blocks];
}

/** Expands a checked template into the report of one region and period. */
export function makeReport(template: ReportDocument, report: ReportScope): ReportDocument {
  const expansion = new Expansion(report);
  const content = expansion.blocks(template.content, { scope: null, suffix: '' });
  return { ...template, attrs: { ...template.attrs, conditions: expansion.conditions }, content };
}
