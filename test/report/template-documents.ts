import fc from 'fast-check';
import type { Block, FigureAttributes, Inline, ReportDocument, TableRow } from '../../shared/report/document.ts';

/** Random whole documents as the template reader makes them: ids in the order of reading, no two equal neighbours. */

const sign = fc.constantFrom(
  ...'情况（）“”〔2020〕，。|:#-`*[]{}\\‖$&<>!%@?~\'"=一二三ab 1.\u3000\u00a0'.split(''),
  '{{',
  '}}',
  '**',
  ':::',
  '```',
  '---',
  ']{固定}',
  '007',
  '1.50',
  'null',
);
const anyText = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''));
/** Only strings of YAML can hold line ends. */
const anyString = fc.oneof(
  anyText,
  fc
    .array(fc.oneof(sign, fc.constantFrom('\n', '\r', '\t', '---\n', '\n```\n', '\u2028')), { minLength: 1 })
    .map((signs) => signs.join('')),
);
const trimmed = anyText.map((text) => text.trim()).filter((text) => text !== '');
const formula = fc.constantFrom('随迁子女人数', '占比(公办就读人数, 随迁子女人数)', '甲}', '甲 > 0', '');
const format = fc.constantFrom(null, '数', '1位小数', '万元 | 数', '乙}');

const figure = fc
  .tuple(formula, format)
  .map(([text, form]): FigureAttributes => ({ id: 'f', formula: text, format: form, scope: null, override: null }));

function inlineNode(text: fc.Arbitrary<string>) {
  const types = fc.subarray(['bold', 'constant'] as const).map((list) => list.map((type) => ({ type })));
  const withMarks = <Node extends object>([node, marks]: readonly [Node, readonly { type: 'bold' | 'constant' }[]]) =>
    marks.length === 0 ? node : { ...node, marks };
  return fc.oneof(
    fc
      .tuple(
        text.map((each) => ({ type: 'text' as const, text: each })),
        types,
      )
      .map(withMarks),
    fc
      .tuple(
        figure.map((attrs) => ({ type: 'figure' as const, attrs })),
        types.map((list) => list.filter(({ type }) => type === 'bold')),
      )
      .map(withMarks),
  );
}

function merged(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const isSame = JSON.stringify(last?.marks) === JSON.stringify(node.marks);
    if (last?.type === 'text' && node.type === 'text' && isSame) {
      result.splice(-1, 1, { ...last, text: last.text + node.text });
    } else result.push(node);
  }
  return result;
}

const inYaml = fc.array(inlineNode(anyString), { maxLength: 4 }).map(merged);
const inLine = fc.array(inlineNode(anyText), { minLength: 1, maxLength: 4 }).map(merged);

function asLead(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.map((node) => ({ ...node, marks: [{ type: 'lead' as const }, ...(node.marks ?? [])] }));
}

const paragraph = fc
  .tuple(fc.integer({ min: 0, max: 4 }), inLine, fc.option(inLine))
  .map(([level, content, lead]): Block => {
    const whole = level > 0 && lead !== null ? [...asLead(lead), ...content] : content;
    return { type: 'paragraph', attrs: { level }, content: whole };
  });

interface Shape {
  readonly width: number;
  readonly rows: readonly { readonly each: string | null; readonly colspan: number; readonly reaches: boolean }[];
}

const shape: fc.Arbitrary<Shape> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    rows: fc.array(
      fc.record({
        each: fc.option(anyString.filter((text) => text !== '')),
        colspan: fc.integer({ min: 1, max: width }),
        reaches: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

/** Rows of one width, in which a first cell may reach into the row below. */
function shapedRows(
  { width, rows }: Shape,
  texts: readonly (readonly Inline[])[],
  hasTotal: boolean,
): readonly TableRow[] {
  let used = 0;
  let taken = 0;
  return rows.map((row, at) => {
    const isTotal = hasTotal && at > 0 && at === rows.length - 1;
    const role = at === 0 ? 'header' : isTotal ? 'total' : 'body';
    const each = role === 'body' && taken === 0 ? row.each : null;
    const first = Math.min(row.colspan, width - taken);
    const reaches = row.reaches && taken === 0 && each === null && first < width && at < rows.length - 1;
    const spans = [first, ...Array.from({ length: width - taken - first }, () => 1)];
    const content = spans.map((colspan, column) => {
      used += 1;
      const attrs = { colspan, rowspan: column === 0 && reaches ? 2 : 1 };
      return { type: 'tableCell' as const, attrs, content: texts[used % texts.length] ?? [] };
    });
    taken = reaches ? first : 0;
    return { type: 'tableRow', attrs: { role, each }, content };
  });
}

const unit = fc.option(anyString);

const table = fc
  .record({
    shape,
    texts: fc.array(inYaml, { minLength: 1, maxLength: 8 }),
    caption: inYaml,
    unit,
    balances: fc.boolean(),
    hasTotal: fc.boolean(),
  })
  .map(
    (made): Block => ({
      type: 'tableBlock',
      attrs: { unit: made.unit, ...(made.balances ? { balance: '最大余数' as const } : {}) },
      content: [
        { type: 'caption', content: made.caption },
        { type: 'table', content: shapedRows(made.shape, made.texts, made.hasTotal) },
      ],
    }),
  );

const chart = fc
  .tuple(fc.array(anyString, { minLength: 1, maxLength: 3 }), fc.option(anyString))
  .chain(([categories, each]) => {
    const length = each === null ? categories.length : 1;
    const points = fc.array(figure, { minLength: length, maxLength: length });
    return fc.record({
      type: fc.constant('chartBlock' as const),
      attrs: fc.record({
        id: fc.constant('c'),
        kind: fc.constantFrom('柱形图' as const, '饼图' as const),
        unit,
        each: fc.constant(each),
        categories: fc.constant(each === null ? categories : []),
        series: fc.array(fc.record({ name: anyString, points }), { minLength: 1, maxLength: 3 }),
      }),
      content: fc.tuple(fc.record({ type: fc.constant('caption' as const), content: inYaml })),
    });
  });

const { blocks } = fc.letrec<{ blocks: readonly Block[]; group: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('group'), { maxLength: 4 }).map((groups) => groups.flat()),
  group: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(paragraph, table, chart, fc.constant<Block>({ type: 'pageBreak' })).map((block) => [block]),
    fc
      .tuple(trimmed, tie('blocks'), fc.option(tie('blocks')))
      .map(([condition, content, otherwise]) => [
        { type: 'conditional' as const, attrs: { condition, otherwise: false }, content },
        ...(otherwise === null
          ? []
          : [{ type: 'conditional' as const, attrs: { condition, otherwise: true }, content: otherwise }]),
      ]),
    fc.tuple(trimmed, tie('blocks')).map(([each, content]) => [{ type: 'repeat' as const, attrs: { each }, content }]),
  ),
}));

/** Gives figures and charts their ids in the order in which a template is read. */
class Numbering {
  #figures = 0;
  #charts = 0;

  attributes(attrs: FigureAttributes): FigureAttributes {
    this.#figures += 1;
    return { ...attrs, id: `f${this.#figures}` };
  }

  inline(nodes: readonly Inline[]): readonly Inline[] {
    return nodes.map((node) => (node.type === 'figure' ? { ...node, attrs: this.attributes(node.attrs) } : node));
  }

  #table(block: Extract<Block, { type: 'tableBlock' }>): Block {
    const [caption, { content }] = block.content;
    const numbered = { ...caption, content: this.inline(caption.content) };
    const rows = content.map((row) => ({
      ...row,
      content: row.content.map((cell) => ({ ...cell, content: this.inline(cell.content) })),
    }));
    return { ...block, content: [numbered, { type: 'table', content: rows }] };
  }

  #chart(block: Extract<Block, { type: 'chartBlock' }>): Block {
    const [caption] = block.content;
    const numbered = { ...caption, content: this.inline(caption.content) };
    const series = block.attrs.series.map((one) => ({
      ...one,
      points: one.points.map((each) => this.attributes(each)),
    }));
    this.#charts += 1;
    return { ...block, attrs: { ...block.attrs, id: `c${this.#charts}`, series }, content: [numbered] };
  }

  blocks(list: readonly Block[]): readonly Block[] {
    return list.map((block) => {
      if (block.type === 'paragraph') return { ...block, content: this.inline(block.content) };
      if (block.type === 'tableBlock') return this.#table(block);
      if (block.type === 'chartBlock') return this.#chart(block);
      if (block.type === 'conditional' || block.type === 'repeat') {
        return { ...block, content: this.blocks(block.content) };
      }
      return block;
    });
  }
}

const front = fc.record({
  description: fc.option(anyString),
  regionLevel: fc.constantFrom(null, '省', '市', '县', '乡', '校'),
  periodKind: fc.constantFrom(null, '自然年', '学年', '月'),
});

const optionalLine = fc.option(inYaml.filter((nodes) => nodes.length > 0));

/** What stands around the text: 目录, 版头, 附件说明, 附注 and 版记. */
const official = fc.record({
  depth: fc.option(fc.integer({ min: 1, max: 3 })),
  mark: optionalLine,
  number: optionalLine,
  names: fc.array(inYaml, { maxLength: 2 }),
  annotation: optionalLine,
  printedBy: optionalLine,
});

const annexes = fc.array(
  fc.record({ landscape: fc.boolean(), title: inLine, content: fc.array(paragraph, { maxLength: 2 }) }),
  { maxLength: 2 },
);

/** A table with a label, and a paragraph that refers to it. */
const labelled: readonly Block[] = [
  {
    type: 'paragraph',
    attrs: { level: 0 },
    content: [
      { type: 'text', text: '见' },
      { type: 'reference', attrs: { label: '甲[表' } },
      { type: 'reference', attrs: { label: '甲[表' }, marks: [{ type: 'bold' }] },
    ],
  },
  {
    type: 'tableBlock',
    attrs: { label: '甲[表', unit: null },
    content: [
      { type: 'caption', content: [] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            attrs: { role: 'header', each: null },
            content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [] }],
          },
        ],
      },
    ],
  },
  {
    type: 'imageBlock',
    attrs: { sha256: 'a'.repeat(64), alternative: '操场', widthMillimetres: 80.5 },
    content: [{ type: 'caption', content: [{ type: 'text', text: '操场' }] }],
  },
];

function some(block: Block | null): readonly Block[] {
  return block === null ? [] : [block];
}

export const documents: fc.Arbitrary<ReportDocument> = fc
  .record({
    attrs: front,
    title: inYaml.filter((nodes) => nodes.some((node) => node.type !== 'text' || node.text.trim() !== '')),
    recipients: inYaml,
    signature: fc.tuple(inYaml, inYaml),
    official,
    body: blocks,
    isLabelled: fc.boolean(),
    annexes,
  })
  .map((made): ReportDocument => {
    const numbering = new Numbering();
    const line = <Type extends string>(type: Type, content: readonly Inline[]) => ({
      type,
      content: numbering.inline(content),
    });
    const part = <Type extends string, Part extends string>(
      type: Type,
      name: Part,
      content: readonly Inline[] | null,
    ) => (content === null ? [] : [{ ...line(type, content), attrs: { part: name } }]);
    const title = line('title', made.title);
    const recipients = made.recipients.length > 0 ? line('recipients', made.recipients) : null;
    const organisation = line('organisation', made.signature[0]);
    const date = line('date', made.signature[1]);
    const isSigned = organisation.content.length + date.content.length > 0;
    const { depth, mark, number, names, annotation, printedBy } = made.official;
    const head = [...part('letterheadPart', '发文机关标志', mark), ...part('letterheadPart', '发文字号', number)];
    const listed = names.map((name) => line('attachmentName', name));
    const note = annotation === null ? null : line('annotation', annotation);
    const foot = part('imprintPart', '印发机关', printedBy);
    return {
      type: 'doc',
      attrs: made.attrs,
      content: [
        ...some(depth === null ? null : { type: 'contents', attrs: { depth } }),
        ...some(head.length === 0 ? null : { type: 'letterhead', content: head }),
        title,
        ...some(recipients),
        ...numbering.blocks(made.body),
        ...(made.isLabelled ? labelled : []),
        ...some(listed.length === 0 ? null : { type: 'attachmentList', content: listed }),
        ...some(isSigned ? { type: 'signature', content: [organisation, date] } : null),
        ...some(note),
        ...made.annexes.map(
          ({ landscape, title: name, content }): Block => ({
            type: 'annex',
            attrs: { landscape },
            content: [line('title', name), ...numbering.blocks(content)],
          }),
        ),
        ...some(foot.length === 0 ? null : { type: 'imprint', content: foot }),
      ],
    };
  });
