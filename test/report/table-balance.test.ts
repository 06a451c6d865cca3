import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../support/ooxml/open-docx.ts';
import { textOf } from '../support/ooxml/parse-xml.ts';
import { exportPlainly } from '../support/plain-exports.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { above, factsOf, note, read, shares, thirds, whole } from './read-table.ts';

describe('补差: 最大余数', () => {
  const moved = '注：为使各项之和等于合计，“吴兴区”一项由33.33%调整为33.34%（最大余数法）。';

  test('prints shares that add up, and says what it moved', () => {
    const { rows, notes, computed } = read(shares(whole, '补差: 最大余数'), thirds);
    expect(rows.slice(1)).toEqual(['吴兴区|33.34%', '南浔区|33.33%', '德清县|33.33%', '合计|100%']);
    expect(notes).toEqual([moved]);
    const figure = [...computed.figures.values()].find(({ printed }) => printed.text === '33.34%');
    expect(figure?.printed.decimal).toBe('33.34');
    const down = read(shares(whole, '补差: 最大余数'), above);
    expect(down.rows.slice(1, 4)).toEqual(['吴兴区|68.15%', '南浔区|17.88%', '德清县|13.97%']);
    expect(down.notes[0]).toContain('“吴兴区”一项由68.16%调整为68.15%');
  });

  test('without a total row it makes up 100%, and a column that adds up already is left alone', () => {
    expect(read(shares(null, '补差: 最大余数'), thirds).notes).toEqual([moved.replace('合计', '100%')]);
    const even = factsOf('随迁子女人数', { 市: '4', 吴: '1', 南: '1', 德: '2' });
    expect(read(shares(whole, '补差: 最大余数'), even).notes).toEqual([]);
    const partial = factsOf('随迁子女人数', { 市: '100', 吴: '33', 南: '33', 德: '33' });
    const { findings, notes } = read(shares(whole, '补差: 最大余数'), partial);
    expect([findings.length, notes]).toEqual([1, []]);
  });

  test('never touches a cell set by hand; what it cannot reach it leaves as it is, with the note', () => {
    const rows = ['甲', '乙', '丙'].map((name) => `  - [${name}, "{{占比(1人, 3人)}}"]`).join('\n');
    const yaml = `补差: 最大余数\n表头: [地区, 占比]\n行:\n${rows}\n合计: [合计, "{{占比(3人, 3人)}}"]`;
    const withFirst = (text: string) => read(yaml, {}, { row: 1, cell: 1, text });
    expect(withFirst('33.34%').rows.slice(1, 4)).toEqual(['甲|33.34%', '乙|33.33%', '丙|33.33%']);
    expect(withFirst('33.34%').notes).toEqual([]);
    expect(withFirst('33.35%').rows.slice(1, 4)).toEqual(['甲|33.35%', '乙|33.33%', '丙|33.33%']);
    expect(withFirst('33.35%').notes).toEqual([note]);
    expect(withFirst('33.32%').notes[0]).toContain('“乙”一项由33.33%调整为33.34%、“丙”一项由33.33%调整为33.34%');
    expect(withFirst('三分之一').notes).toEqual([]);
  });

  test('names at most four cells, and the column where several have moved', () => {
    const row = (name: string, part: string) =>
      `  - [${name}, "{{占比(${part}, 随迁子女人数)}}", "{{占比(${part}, 随迁子女人数)}}"]`;
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
    const body = names.map((name, at) => row(name, at < 6 ? '公办就读人数' : '随迁子女人数 - 公办就读人数 × 6'));
    const yaml = `补差: 最大余数\n表头: [地区, 上半年, 下半年]\n行:\n${body.join('\n')}\n合计: [合计, "${whole}", "${whole}"]`;
    const facts = { ...factsOf('随迁子女人数', { 市: '7000' }), ...factsOf('公办就读人数', { 市: '1000' }) };
    const { notes, rows } = read(yaml, facts);
    expect(rows.slice(1)).toEqual([
      ...['甲', '乙', '丙', '丁'].map((name) => `${name}|14.29%|14.29%`),
      ...['戊', '己', '庚'].map((name) => `${name}|14.28%|14.28%`),
      '合计|100%|100%',
    ]);
    expect(notes).toEqual([
      '注：为使各项之和等于合计，“戊”的“上半年”由14.29%调整为14.28%、“己”的“上半年”由14.29%调整为14.28%、“庚”的“上半年”由14.29%调整为14.28%、“戊”的“下半年”由14.29%调整为14.28%等6项（最大余数法）。',
    ]);
  });

  test('the Word file shows the moved number and the note right below the table', async () => {
    const { printed } = read(shares(whole, '补差: 最大余数'), thirds);
    const { bytes } = await exportPlainly(printed, 'docx');
    const text = textOf(openPackage(bytes).xml('word/document.xml'));
    expect(text).toContain(`33.34%南浔区33.33%德清县33.33%合计100%${moved}`);
    const plain = await exportPlainly(read(shares(whole), thirds).printed, 'docx');
    expect(textOf(openPackage(plain.bytes).xml('word/document.xml'))).toContain(`合计100%${note}`);
  });
});

test('whatever the counts, the table adds up in print and says what has moved, or carries the customary note', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 200_000 }));
  fc.assert(
    fc.property(count, count, count, (吴, 南, 德) => {
      fc.pre(吴 + 南 + 德 > 0);
      const numbers = { 市: 吴 + 南 + 德, 吴, 南, 德 };
      const texts = Object.fromEntries(Object.entries(numbers).map(([place, number]) => [place, String(number)]));
      const facts = factsOf('随迁子女人数', texts);
      const printed = (yaml: string) => read(yaml, facts).rows.slice(1, 4);
      const balanced = read(shares(whole, '补差: 最大余数'), facts);
      const sum = balanced.rows
        .slice(1, 4)
        .reduce((all, row) => all.add((row.split('|')[1] ?? '').replace('%', '')), new Fraction(0));
      const before = printed(shares(whole));
      const moved = balanced.rows.slice(1, 4).filter((row, at) => row !== before[at]);
      expect(sum.equals(100)).toBe(balanced.notes[0] !== note);
      expect(moved.every((row) => balanced.notes[0]?.includes(`调整为${row.split('|')[1]}`))).toBe(true);
      expect(balanced.notes.length).toBe(moved.length > 0 || !sum.equals(100) ? 1 : 0);
      expect(balanced.findings).toEqual([]);
    }),
    propertyRuns,
  );
});
