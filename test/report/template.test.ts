import { describe, expect, test } from 'vitest';
import { ReportDocument } from '../../shared/report/document.ts';
import { printTemplate } from '../../shared/report/template/print.ts';
import { chart, head, parse, problems, table } from './template-text.ts';

const everyBlock = `${head}# 基本情况

截至{{截至日(随迁子女人数)}}，共有{{随迁子女人数}}，占{{占比(公办就读人数, 随迁子女人数) | 1位小数}}，超过[5000万元]{固定}的**重点**企业。

## 规范办学行为。‖市教育局每年{{随迁子女人数 | 数}}检查。

### 三级标题

#### 四级标题

---

::: 如果 随迁子女人数 > 80000

达到{{随迁子女人数}}。

::: 否则

没有达到。

:::

::: 每个 下级

{{地区}}有{{随迁子女人数}}。

:::

\`\`\`table
标题: "{{期}}就读情况"
单位: 人、%
补差: 最大余数
表头: [地区, 随迁子女人数, 公办就读比例]
行:
  - 每个: 下级
    单元格: ["{{地区}}", "{{随迁子女人数 | 数}}", "{{公办就读比例}}"]
  - [其中：市直, {内容: 无, 跨列: 2}]
合计: [合计, "{{随迁子女人数 | 数}}", "{{公办就读比例}}"]
\`\`\`

\`\`\`chart
类型: 柱形图
标题: 各区县公办就读比例
单位: "%"
每个: 下级
系列:
  - 名称: 公办就读比例
    算式: 公办就读比例
    格式: 1位小数
\`\`\`

\`\`\`chart
类型: 饼图
标题: 构成
类别: [公办, 其他]
系列:
  - 名称: 人数
    算式: [公办就读人数, 随迁子女人数 - 公办就读人数]
\`\`\`
`;

describe('template text and document', () => {
  test('every block is read into the document model, and printing it reads back the same', () => {
    const { document } = parse(everyBlock);
    expect(ReportDocument.parse(document)).toEqual(document);
    expect(parse(printTemplate(document)).document).toEqual(document);
    expect(document.content.map(({ type }) => type)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'pageBreak',
      'conditional',
      'conditional',
      'repeat',
      'tableBlock',
      'chartBlock',
      'chartBlock',
      'signature',
    ]);
    expect(problems(everyBlock.slice(head.length))).toEqual([]);
  });

  test('a run-in heading keeps its heading sentence marked', () => {
    const paragraph = parse(`${head}## 规范办学。‖每年检查。`).document.content[1];
    expect(paragraph).toEqual({
      type: 'paragraph',
      attrs: { level: 2 },
      content: [
        { type: 'text', text: '规范办学。', marks: [{ type: 'lead' }] },
        { type: 'text', text: '每年检查。' },
      ],
    });
  });

  test('lines of one paragraph join without a blank, and Windows line ends and a byte-order mark do no harm', () => {
    const { document } = parse(`\uFEFF${head}第一行，\n第二行。\n`.replaceAll('\n', '\r\n'));
    expect(document.content[1]).toMatchObject({ content: [{ type: 'text', text: '第一行，第二行。' }] });
  });
});

describe('what was typed stays', () => {
  test('cells, titles, units and names print exactly as typed, never as numbers', () => {
    const typed = ['1.50', '2021.10', '007', '0x1F', '1e3', 'true', 'null', '2021-12-05', '.5', '1_000'];
    const { document } = parse(`${head}${table(`标题: 1.0\n单位: 010\n表头: [${typed.join(', ')}]`)}`);
    const block = document.content[1];
    if (block?.type !== 'tableBlock') throw new Error('bad test');
    const [caption, { content }] = block.content;
    expect(content[0]?.content.map((cell) => cell.content)).toEqual(typed.map((text) => [{ type: 'text', text }]));
    expect(caption.content).toEqual([{ type: 'text', text: '1.0' }]);
    expect(block.attrs.unit).toBe('010');
    expect(parse('---\n标题: 2021.10\n---\n').document.content[0]).toMatchObject({ content: [{ text: '2021.10' }] });
  });

  test.each([
    ['**甲****乙**', '**甲乙**'],
    ['甲**** 乙', '甲 乙'],
    ['甲 ****', '甲\\ '],
    ['[甲]{固定}[乙]{固定}', '[甲乙]{固定}'],
    ['****', ''],
    ['[]{固定}', ''],
    ['# ****', ''],
    ['\\ 甲', '\\ 甲'],
    ['甲\\ ', '甲\\ '],
    ['# \\ 甲', '# \\ 甲'],
    ['\\\u3000甲', '\\\u3000甲'],
    ['{{甲} }}', '{{甲} }}'],
  ])('%s is written back as %j and reads the same', (body, printed) => {
    const { document } = parse(head + body);
    const text = printTemplate(document);
    expect(text.split('\n---\n')[1]?.replace(/^\n+|\n+$/g, '')).toBe(printed);
    expect(parse(text).document).toEqual(document);
  });

  test('every point of a chart keeps its own format', () => {
    const yaml = '类型: 饼图\n类别: [甲, 乙]\n系列: [{名称: 丙, 算式: ["随迁子女人数 | 数", "随迁子女人数 | 万人"]}]';
    const { document } = parse(head + chart(yaml));
    expect(document.content[1]).toMatchObject({
      attrs: { series: [{ points: [{ format: '数' }, { format: '万人' }] }] },
    });
    expect(parse(printTemplate(document)).document).toEqual(document);
  });
});

describe('labels, annexes and combined charts', () => {
  test('a reference to what is not there, and a label given twice, are reported with a proposal', () => {
    const labelled = table('标签: 就读表\n表头: [地区]');
    expect(problems(`见[就读]{参见}。\n\n${labelled}`)[0]).toContain('没有标签是“就读”的表或图。是不是“就读表”？');
    expect(problems(`${labelled}\n\n${labelled}`)[0]).toContain('标签“就读表”已经用在前面的表或图上');
    expect(problems(`见[就读表]{参见}。\n\n${labelled}`)).toEqual([]);
  });

  test('text behind an annex, an annex in an annex and one without a name are reported', () => {
    const annex = '::: 附件 一览表\n\n正文\n\n:::';
    expect(problems(`${annex}\n\n正文`)[0]).toContain('附件要写在全部正文之后');
    expect(problems(`::: 附件 甲\n\n${annex}\n\n:::`)[0]).toContain('附件里面不能再有附件');
    expect(problems(annex.replace(' 一览表', ''))[0]).toContain('后面要写附件的名称');
    expect(problems(`正文\n\n::: 每个 下级\n\n${annex}\n\n:::`)).toEqual([]);
  });

  test('shapes and a second axis belong to a 组合图', () => {
    const yaml = '类型: 组合图\n单位: 人\n次轴单位: "%"\n类别: [甲]\n系列:\n  - {名称: 人数, 算式: 随迁子女人数}\n';
    const share = '  - {名称: 占比, 算式: 公办就读比例, 画法: 线, 轴: 右}';
    expect(problems(chart(yaml + share))).toEqual([]);
    expect(problems(chart(yaml))[0]).toContain('没有一个系列的“轴”是右');
    const plain = yaml.replace('组合图', '柱形图').replace('次轴单位: "%"\n', '');
    expect(problems(chart(plain + share))[0]).toContain('只有组合图能写“画法”和“轴”');
  });
});
