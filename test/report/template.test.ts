import { describe, expect, test } from 'vitest';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { ReportDocument } from '../../shared/report/document.ts';
import { readCheckedTemplate } from '../../shared/report/template/check.ts';
import { type ParsedTemplate, parseTemplate } from '../../shared/report/template/parse.ts';
import { printTemplate } from '../../shared/report/template/print.ts';
import { describeProblem } from '../../shared/report/template/problem.ts';
import { viewOf } from '../support/small-data.ts';

const head = '---\n标题: "{{地区}}工作汇报"\n署名: "{{地区}}教育局"\n日期: 2021年12月5日\n---\n\n';

function parse(source: string): ParsedTemplate {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.error.problems.map(describeProblem).join('\n'));
  return parsed.value;
}

/** Everything wrong with a template, as a person reads it. */
function problems(body: string, front = head): readonly string[] {
  const read = readCheckedTemplate(front + body, createFormulaLanguage(viewOf({})));
  return read.ok ? [] : read.error.map(describeProblem);
}

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

describe('problems in a template', () => {
  test('a misspelt indicator is named with line and column, and the right name is proposed', () => {
    expect(problems('共有{{随千子女人数}}。')).toEqual([
      '第 7 行第 5 列：没有名为“随千子女人数”的指标。是不是“随迁子女人数”？（在“共有{{随千子女人数}}。”处）',
    ]);
  });

  test('all problems are reported together, in the order of the text', () => {
    const found = problems('共有{{随千子女人数}}，{{公办就读人数 + 资助金额}}，{{随迁子女人数 | 二位小数}}。');
    expect(found.map((text) => text.split('：')[0])).toEqual(['第 7 行第 5 列', '第 7 行第 16 列', '第 7 行第 43 列']);
  });

  test.each([
    ['共有{{随迁子女人数。', '第 7 行第 3 列：“{{”没有配对的“}}”。'],
    ['**重点', '“**”没有配对。'],
    ['##规范', '“#”后面要空一格再写标题'],
    ['##### 五级', '标题最多四级'],
    ['::: 如果 随迁子女人数\n\n内容\n\n:::', '“如果”后面要是一个比较'],
    ['::: 如果 随迁子女人数 > 1\n\n内容', '“:::”没有配对'],
    [':::', '多了一个“:::”'],
    ['::: 否则\n\n内容\n\n:::', '前面没有对应的“::: 如果”'],
    ['::: 每个 下及\n\n内容\n\n:::', '“下及”不是能识别的范围。是不是“下级”？'],
    ['```表格\n标题: 甲\n```', '不认识“```表格”'],
    ['```table\n标题: 甲\n```', '第 8 行第 1 列：“表头”缺少或写法不对。'],
    ['```table\n标题: [甲\n表头: [地区]\n```', '这里的写法读不懂'],
    [
      '```chart\n类型: 柱形图\n每个: 下级\n系列: [{名称: 甲, 算式: [随迁子女人数, 公办就读人数]}]\n```',
      '“甲”有 2 个算式，应为 1 个',
    ],
    [
      '```table\n表头: [地区, 人数]\n行: [["{{地区}}", "{{随千子女人数 | 数}}"]]\n```',
      '第 9 行第 19 列：没有名为“随千子女人数”的指标',
    ],
  ])('%s: %s', (body, message) => {
    expect(problems(body).join('\n')).toContain(message);
  });

  test('the front matter must be there, complete and spelt right', () => {
    expect(problems('正文', '')[0]).toContain('模板要以“---”开头');
    expect(problems('正文', '---\n署名: 甲\n---\n')[0]).toContain('缺少“标题”');
    expect(problems('正文', '---\n标题: 甲\n署明: 乙\n---\n')[0]).toBe(
      '第 3 行第 1 列：开头部分不认识“署明”。是不是“署名”？（在“署明: 乙”处）',
    );
  });
});
