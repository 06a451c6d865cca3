import { describe, expect, test } from 'vitest';
import { above, factsOf, note, read, shares, thirds, whole } from './read-table.ts';

describe('parts that add up exactly but not in print', () => {
  test.each([
    ['99.99', thirds, ['33.33%', '33.33%', '33.33%']],
    ['100.01', above, ['68.16%', '17.88%', '13.97%']],
  ])('shares that print %s in all carry the customary note, and are not touched', (_, facts, printed) => {
    const { rows, notes, findings } = read(shares(whole), facts);
    expect(rows.slice(1)).toEqual([
      `吴兴区|${printed[0]}`,
      `南浔区|${printed[1]}`,
      `德清县|${printed[2]}`,
      '合计|100%',
    ]);
    expect(notes).toEqual([note]);
    expect(findings).toEqual([]);
  });

  test('shares of one whole without a total row carry it too, and with a total that is only words', () => {
    const without = '注：因四舍五入，分项之和可能不等于100%。';
    expect(read(shares(null), thirds).notes).toEqual([without]);
    expect(read(shares('—'), thirds).notes).toEqual([without]);
    const even = factsOf('随迁子女人数', { 市: '4', 吴: '1', 南: '1', 德: '2' });
    expect(read(shares(null), even).notes).toEqual([]);
    const partial = factsOf('随迁子女人数', { 市: '3', 吴: '1', 南: '1', 德: '0' });
    expect(read(shares(null), partial).notes).toEqual([]);
  });

  test('amounts printed in a larger unit carry it, once for all columns, before the other notes', () => {
    const yaml = [
      '表头: [地区, 万人, 人数, 上年]',
      '行:',
      '  - 每个: 下级',
      '    单元格: ["{{地区}}", "{{随迁子女人数 | 万人 | 2位小数 | 数}}", "{{随迁子女人数 | 万人 | 1位小数}}", "{{资助人次}}"]',
      '合计: [合计, "{{随迁子女人数 | 万人 | 2位小数 | 数}}", "{{随迁子女人数 | 万人 | 1位小数}}", "{{资助人次}}"]',
    ].join('\n');
    const facts = factsOf('随迁子女人数', { 市: '10044', 吴: '3348', 南: '3348', 德: '3348' });
    const { rows, notes, findings } = read(yaml, facts);
    expect(rows[4]).toBe('合计|1.00|1.0万人|【待填】');
    expect(rows[1]).toContain('吴兴区|0.33|0.3万人');
    expect(notes.slice(0, -1)).toEqual([note]);
    expect(notes.at(-1)).toContain('注：本表缺【待填：');
    expect(findings).toEqual([]);
  });

  test('a part that is not there counts as nothing; one still to come, or typed by hand, may be anything', () => {
    const facts = factsOf('随迁子女人数', { 市: '3', 吴: '1', 南: '2', 德: '无此项' });
    expect(read(shares(whole), facts).rows[3]).toBe('德清县|—');
    expect(read(shares(whole), { ...facts, ...factsOf('随迁子女人数', { 市: '7', 吴: '3', 南: '4' }) }).notes).toEqual(
      [],
    );
    const six = factsOf('随迁子女人数', { 市: '6', 吴: '1', 南: '5', 德: '无此项' });
    expect(read(shares(whole), six).notes).toEqual([]);
    expect(read(shares(whole), factsOf('随迁子女人数', { 市: '3', 吴: '1', 南: '1' })).notes).toHaveLength(1);
    expect(read(shares(whole).replace('行:', '行:\n  - [其他, "0.01%"]'), thirds).notes).toEqual([]);
  });

  test('rows that are part of another row are not added to it, and cells may span', () => {
    const yaml = shares(whole)
      .replace('行:', '行:\n  - [其中：城区, "{{占比(随迁子女人数[吴兴区], 随迁子女人数)}}"]')
      .replace('表头: [地区, 占比]', '表头: [[{内容: 地区, 跨行: 2}, 占比], ["%"]]');
    expect(read(yaml, thirds).notes).toEqual([note]);
  });
});

const counts = (cell: string, total: string, label = '合计') =>
  `表头: [[{内容: 地区, 跨行: 2}, 随迁子女], [人数]]\n行:\n  - 每个: 下级\n    单元格: ["{{地区}}", "${cell}"]\n合计: [${label}, "${total}"]`;
const people = factsOf('随迁子女人数', { 市: '100', 吴: '50', 南: '30', 德: '10' });

describe('parts that do not make up their whole', () => {
  test('are a finding that names the table, the column, both numbers and the difference, and no note', () => {
    const { findings, notes, computed } = read(counts('{{随迁子女人数 | 数}}', '{{随迁子女人数 | 数}}'), people);
    expect(findings).toEqual([
      '表1“情况”的“随迁子女·人数”一列，各行相加是90人，合计是100人，相差10人。请核对各行和合计的数据，或合计的算式。',
    ]);
    expect(notes).toEqual([]);
    const [finding] = computed.findings;
    expect(finding?.code).toBe('table-total-differs');
    expect(computed.figures.get(finding?.figureId ?? '')?.printed.text).toBe('100');
    expect(read(counts('{{随迁子女人数}}', '{{合计(下级, 随迁子女人数)}}'), people).findings).toEqual([]);
  });

  test('also below the last printed place, and where shares of one whole leave something out', () => {
    const ten = factsOf('资助金额', { 市: '10.005', 吴: '5.1', 南: '3', 德: '1.9' });
    expect(read(counts('{{资助金额}}', '{{资助金额}}'), ten).findings[0]).toContain(
      '各行相加是10.00万元，合计是10.01万元，相差0.01万元',
    );
    const hidden = factsOf('资助金额', { 市: '10.004', 吴: '5.1', 南: '3', 德: '1.9' });
    expect(read(counts('{{资助金额}}', '{{资助金额}}'), hidden).findings[0]).toContain(
      '各行相加是10.000万元，合计是10.004万元，相差0.004万元',
    );
    const { findings } = read(shares(whole), people);
    expect(findings[0]).toContain('“占比”一列，各行相加是90%，合计是100%，相差10个百分点');
  });

  test.each([
    ['rates of each row', '{{公办就读比例}}', '{{公办就读比例}}'],
    ['rates written out', '{{占比(公办就读人数, 随迁子女人数)}}', '{{占比(公办就读人数, 随迁子女人数)}}'],
    ['amounts a head', '{{公办就读人数 ÷ 随迁子女人数}}', '{{公办就读人数 ÷ 随迁子女人数}}'],
    ['an average below', '{{随迁子女人数}}', '{{平均(下级, 随迁子女人数)}}'],
    ['the greatest below', '{{随迁子女人数}}', '{{最大(下级, 随迁子女人数)}}'],
    ['ranks', '{{排名(随迁子女人数)}}', '{{随迁子女人数}}'],
    ['a fallback', '{{缺省(随迁子女人数, 0)}}', '{{随迁子女人数}}'],
    ['constants', '{{5人}}', '{{随迁子女人数}}'],
    ['two numbers in a cell', '{{随迁子女人数}}（{{公办就读人数}}）', '{{随迁子女人数}}'],
    ['another unit in the last row', '{{随迁子女人数}}', '{{占比(公办就读人数, 随迁子女人数)}}'],
    ['another unit in print', '{{随迁子女人数}}', '{{随迁子女人数 | 万人}}'],
  ])('%s are not judged', (_, cell, total) => {
    const facts = { ...people, ...factsOf('公办就读人数', { 市: '10', 吴: '1', 南: '2', 德: '3' }) };
    const { findings, notes, rows } = read(counts(cell, total), facts);
    expect([...findings, ...notes]).toEqual([]);
    expect(rows.join('')).not.toContain('【');
  });

  test('rates of equal denominators are rates all the same', () => {
    const facts = {
      ...factsOf('随迁子女人数', { 市: '100', 吴: '100', 南: '100', 德: '100' }),
      ...factsOf('公办就读人数', { 市: '60', 吴: '10', 南: '20', 德: '70' }),
    };
    const rate = '{{占比(公办就读人数, 随迁子女人数)}}';
    expect(read(counts(rate, rate), facts).findings).toEqual([]);
  });

  test('nothing is judged where a row compares, belongs to another, has no number, or was set by hand', () => {
    const number = '{{随迁子女人数}}';
    expect(read(counts(number, number, '比上年增减'), people).findings).toEqual([]);
    expect(read(counts(number, number, '比如县合计'), people).findings).toHaveLength(1);
    const twice = counts(number, number).replace('\n行:', '\n行:\n  - [全市, "{{随迁子女人数}}"]');
    expect(read(twice, people).findings).toEqual([]);
    const within = counts(number, number).replace('\n行:', '\n行:\n  - [其中：城区, "{{随迁子女人数[吴兴区]}}"]');
    expect(read(within, people).findings).toEqual([]);
    expect(read(counts(number, number), { ...people, 随迁子女人数·德清县·2021年: '无此项' }).findings).toEqual([]);
    expect(read(counts(number, number), people, { row: 3, cell: 1, text: '90人' }).findings).toEqual([]);
  });
});

describe('rows that are no parts of one whole are not said to miss it', () => {
  const facts = factsOf('随迁子女人数', { 市: '10', 吴: '6', 南: '4', 德: '3' });
  const rowsOf = (...rows: readonly (readonly [name: string, formula: string])[]) =>
    [
      '表头: [项目, 人数]',
      '行:',
      ...rows.map(([name, formula]) => `  - [${name}, "{{${formula}}}"]`),
      '合计: [合计, "{{随迁子女人数}}"]',
    ].join('\n');
  const [wu, nan, de] = ['随迁子女人数[吴兴区]', '随迁子女人数[南浔区]', '随迁子女人数[德清县]'] as const;

  test.each([
    [
      'a subtotal below its parts',
      [
        ['小学', wu],
        ['初中', nan],
        ['义务教育', '随迁子女人数'],
      ],
    ],
    [
      'a subtotal above its parts',
      [
        ['市区', '随迁子女人数'],
        ['吴兴区', wu],
        ['南浔区', nan],
      ],
    ],
    [
      'one sex beside what holds it',
      [
        ['小学', wu],
        ['女生', de],
        ['初中', nan],
      ],
    ],
    [
      'a row that compares',
      [
        ['小学', wu],
        ['初中', nan],
        ['比上年增加', de],
      ],
    ],
  ] as const)('%s', (_, rows) => {
    expect(read(rowsOf(...rows), facts).findings).toEqual([]);
  });

  test('and parts that do miss it still are', () => {
    expect(read(rowsOf(['小学', wu], ['初中', de]), facts).findings).toHaveLength(1);
  });
});
