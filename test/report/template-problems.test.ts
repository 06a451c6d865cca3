import { describe, expect, test } from 'vitest';
import { chart, head, problems, table } from './template-text.ts';

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

describe('hostile and careless templates', () => {
  test('an alias, an anchor or a bomb of them is a problem where it stands, also in the front matter', () => {
    expect(problems(table('标题: *x\n表头: [甲]'))[0]).toMatch(/^第 8 行第 5 列：以“\*”或“&”开头的内容要加上引号/);
    expect(problems(table('标题: &x 甲\n表头: [甲]'))[0]).toMatch(/^第 8 行第 5 列：/);
    expect(problems('甲', '---\n标题: *x\n---\n')).toHaveLength(1);
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
    ];
    expect(problems(table(`${bomb.join('\n')}\n表头: *a40`))).toHaveLength(42);
  });

  test.each([
    ['brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['names', '? '.repeat(20_000)],
    ['a few levels too many', '[[[[[[[[[[甲]]]]]]]]]]'],
  ])('%s within each other without end are a problem, not a crash', (_, yaml) => {
    expect(problems(table(`表头:\n  ${yaml}`)).join('\n')).toContain('套得太深');
  });

  test('containers stand at most 16 deep', () => {
    const nested = (depth: number) => `${'::: 每个 下级\n'.repeat(depth)}甲\n${':::\n'.repeat(depth)}`;
    expect(problems(nested(16))).toEqual([]);
    expect(problems(nested(5000))).toEqual(['第 23 行第 1 列：“:::”最多套 16 层，请拆成几段。（在“::: 每个 下级”处）']);
  });

  test.each(['100000000', '65', '0', '-1', '1.5', '两'])('a cell cannot span %s columns or rows', (span) => {
    for (const key of ['跨列', '跨行']) {
      const place = `第 8 行第 18 列：“跨列”“跨行”要是 1 到 64 的整数。`;
      expect(problems(table(`表头: [{内容: 甲, ${key}: ${span}}]`))[0]).toContain(place);
    }
  });

  test.each([
    ['表头: [甲, 乙, 丙, 丁]\n行:\n  - [1, 2, 3]', '第 10 行第 5 列：表格这一行有 3 格，表头有 4 格'],
    ['表头: [甲, 乙]\n合计: [1, {内容: 2, 跨列: 2}]', '第 9 行第 5 列：表格这一行有 3 格，表头有 2 格'],
    ['表头: [甲, 乙]\n行: [[{内容: 1, 跨行: 2}, 2], [3, 4]]', '第 9 行第 26 列：表格这一行有 3 格，表头有 2 格'],
    ['表头: [甲, 乙]\n行: [[{内容: 1, 跨行: 2}, 2]]', '第 9 行第 5 列：有格子的“跨行”超出了表格的最后一行'],
    ['表头: [甲, 乙]\n行: [[{内容: 1, 跨行: 2}, 2], {每个: 下级, 单元格: [3]}]', '用“每个”的行会变成很多行'],
  ])('%s: a ragged table is a problem', (yaml, message) => {
    expect(problems(table(yaml))).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ['最大余额', '第 8 行第 5 列：不认识补差办法“最大余额”。是不是“最大余数”？'],
    ['最大余数法', '第 8 行第 5 列：不认识补差办法“最大余数法”。是不是“最大余数”？'],
    ['是', '第 8 行第 5 列：不认识补差办法“是”。可以写：最大余数。'],
    ['[最大余数]', '第 8 行第 5 列：“补差”缺少或写法不对。'],
  ])('补差: %s is no way to make a column add up', (method, message) => {
    expect(problems(table(`补差: ${method}\n表头: [甲]`))).toEqual([expect.stringContaining(message)]);
    expect(problems(table('补差: 最大余数\n表头: [甲]'))).toEqual([]);
    expect(problems(table('补差:\n表头: [甲]'))).toEqual([]);
  });

  test('rows are as wide as the header when the cells that span are counted in', () => {
    const header = '表头: [[{内容: 甲, 跨行: 2}, {内容: 乙, 跨列: 2}], [丙, 丁]]';
    expect(problems(table(`${header}\n行: [[1, 2, 3], [{内容: 4, 跨列: 3}]]`))).toEqual([]);
  });

  test.each([
    ['每个: 下级\n类别: [甲]\n系列: [{名称: 乙, 算式: 随迁子女人数}]', '第 10 行第 1 列：“每个”和“类别”只能写一个'],
    ['系列: [{名称: 乙, 算式: 随迁子女人数}]', '图要写“类别”或“每个”'],
    ['类别: [甲]\n系列: [{名称: 乙, 算式: 地区}]', '第 10 行第 18 列：图里只能画数，“地区”是文字'],
    ['类别: [甲]\n系列: [{名称: 乙, 算式: 截至日(随迁子女人数)}]', '图里只能画数，“截至日(随迁子女人数)”是日期'],
    ['每个: 下级\n系列: [{名称: 乙, 算式: 随迁子女人数 > 1}]', '图里只能画数，“随迁子女人数 > 1”是比较'],
    [
      '类别: [甲, 乙]\n系列: [{名称: 丙, 算式: [随迁子女人数, 随千子女人数]}]',
      '第 10 行第 27 列：没有名为“随千子女人数”的指标',
    ],
    ['类别: [甲]\n系列: [{名称: 乙, 算式: 随迁子女人数, 格式: 二位小数}]', '第 10 行第 30 列：不认识格式“二位小数”'],
  ])('%s: a chart that would show something else is a problem', (yaml, message) => {
    expect(problems(chart(`类型: 柱形图\n${yaml}`))).toEqual([expect.stringContaining(message)]);
  });
});

describe('places and completeness', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  const wrong = '{{随千子女人数}}';

  test.each([
    ['front matter', `---\n标题: 甲\n说明: 乙\n署名: "甲${wrong}"\n---\n`, 4, 9],
    ['paragraph', `${head}甲\n\n乙\n丙${wrong}`, 10, 4],
    ['heading', `${head}甲\n\n## 乙${wrong}`, 9, 7],
    ['table', `${head}${table(`表头: [甲, 乙]\n行:\n  - [1, "${wrong}"]`)}`, 10, 12],
    ['chart', `${head}${chart('类型: 饼图\n类别: [甲]\n系列:\n  - 名称: 乙\n    算式: 随千子女人数')}`, 12, 9],
    ['condition', `${head}甲\n\n::: 如果 随千子女人数 > 1\n:::`, 9, 8],
    ['text of several lines', `${head}${table(`标题: |\n  甲\n  ${wrong}\n表头: [甲]`)}`, 10, 5],
    ['broken YAML', `${head}${table('标题: 甲\n标题: 乙\n表头: [甲]')}`, 9, 1],
  ])('line and column in a %s are right, with Windows line ends too', (_, source, line, column) => {
    for (const text of [source, windows(source), windows(`\uFEFF${source}`)]) {
      expect(problems('', text)).toEqual([expect.stringMatching(`^第 ${line} 行第 ${column} 列：`)]);
      expect(problems('', text)[0]).not.toContain('\r');
    }
  });

  test('mistakes in the writing and unknown names come together, sorted by place', () => {
    const body = `甲${wrong}\n\n**乙\n\n{{随迁子女人数 | 二位小数}}\n\n::: 每个 下及\n`;
    expect(problems(body).map((text) => text.split('列')[0])).toEqual([
      '第 7 行第 4 ',
      '第 9 行第 1 ',
      '第 11 行第 12 ',
      '第 13 行第 1 ',
      '第 13 行第 8 ',
    ]);
  });

  test('a table or chart that is written wrong hides no wrong name in it', () => {
    const body = `${table(`标题: "${wrong}"\n表头: [{内容: "甲${wrong}", 跨列: 0}]`)}\n\n${chart(`标题: "${wrong}"`)}`;
    expect(problems(body).map((text) => text.split('列')[0])).toEqual([
      '第 8 行第 8 ',
      '第 9 行第 15 ',
      '第 9 行第 30 ',
      '第 13 行第 1 ',
      '第 13 行第 1 ',
      '第 13 行第 8 ',
    ]);
  });

  test.each(['', '---\n标题: [甲\n---\n', '---\n署名: 甲\n---\n'])(
    'front matter %j hides no other problem',
    (front) => {
      const found = problems(`甲${wrong}\n\n**乙`, front);
      expect(found).toHaveLength(3);
      expect(found.join('\n')).toContain('没有名为“随千子女人数”的指标');
      expect(found.join('\n')).toContain('“**”没有配对');
    },
  );

  test('region level and kind of period are words that the product knows', () => {
    expect(problems('甲', '---\n标题: 甲\n地区级别: 区县\n期别: 自燃年\n---\n')).toEqual([
      '第 3 行第 7 列：“地区级别”要写省、市、县、乡、校中的一个，不能写“区县”。是不是“县”？（在“地区级别: 区县”处）',
      '第 4 行第 5 列：“期别”要写自然年、学年、学期、半年、季、月中的一个，不能写“自燃年”。是不是“自然年”？（在“期别: 自燃年”处）',
    ]);
    expect(problems('甲', '---\n标题: 甲\n地区级别: 市\n期别: 自然年\n---\n')).toEqual([]);
  });
});
