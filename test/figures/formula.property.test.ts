import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parseFormula } from '../../shared/figures/formula/parse.ts';
import { printFormula } from '../../shared/figures/formula/print.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { indicators, regions, viewOf } from '../support/small-data.ts';

/** A formula over counts, as text, together with its value computed another way: plain BigInt numerator ÷ denominator. */
interface Sample {
  readonly text: string;
  readonly value: readonly [numerator: bigint, denominator: bigint] | null;
}

const facts = { 随迁子女人数·湖州市·2021年: '80605', 公办就读人数·湖州市·2021年: '65097', 学校数·湖州市·2021年: '4' };

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.nat(9999).map((n): Sample => ({ text: String(n), value: [BigInt(n), 1n] })),
  fc.tuple(fc.nat(999), fc.nat(99)).map(([whole, cents]): Sample => {
    const text = `${whole}.${String(cents).padStart(2, '0')}`;
    return { text, value: [BigInt(whole * 100 + cents), 100n] };
  }),
);

function combine(operator: string, left: Sample, right: Sample): Sample {
  const text = `(${left.text}) ${operator} (${right.text})`;
  if (left.value === null || right.value === null) return { text, value: null };
  const [a, b] = left.value;
  const [c, d] = right.value;
  if (operator === '+') return { text, value: [a * d + c * b, b * d] };
  if (operator === '-') return { text, value: [a * d - c * b, b * d] };
  if (operator === '×') return { text, value: [a * c, b * d] };
  return { text, value: c === 0n ? null : [a * d, b * c] };
}

const { tree } = fc.letrec<{ tree: Sample }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc
      .tuple(fc.constantFrom('+', '-', '×', '÷'), tie('tree'), tie('tree'))
      .map(([operator, a, b]) => combine(operator, a, b)),
    tie('tree').map(({ text, value }): Sample => ({ text: `-(${text})`, value: value && [-value[0], value[1]] })),
  ),
}));

const view = viewOf(facts);
const language = createFormulaLanguage(view);
const [region] = regions;
const period = parsePeriod('2021年');
if (region === undefined || period === null) throw new Error('bad test');
const scope = { view, language, region, period };

/** The value as a fully cancelled fraction, or why there is none. */
function evaluated(text: string): string {
  const checked = language.check(text);
  if (!checked.ok) return checked.error.map(({ code }) => code).join();
  const { value } = evaluateFormula(checked.value, scope);
  if (value.kind === 'number') return `${value.value.s * value.value.n}/${value.value.d}`;
  return value.kind === 'missing' ? value.reason : value.kind;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

function expected({ value }: Sample): string {
  if (value === null) return '分母为零';
  const [numerator, denominator] = value;
  const divisor = greatestDivisor(
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  );
  const sign = denominator < 0n ? -1n : 1n;
  return `${(sign * numerator) / divisor}/${(sign * denominator) / divisor}`;
}

test('evaluation is exact: it agrees with numerator and denominator kept as whole numbers', () => {
  fc.assert(
    fc.property(tree, (sample) => {
      fc.pre(sample.text.length <= 2000);
      expect(evaluated(sample.text)).toBe(expected(sample));
    }),
    propertyRuns,
  );
});

const names = indicators.map(({ name }) => name);
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...names, '3', '0.5', '90%', '8万', '100万元', '50人', '9.24个百分点', '“没有统计”', '“学校数”'),
    fc.constantFrom(
      '随迁子女人数[上年]',
      '公办就读人数[吴兴区, 2020年]',
      '公办就读比例[汇总，上年，上半年]',
      '随迁子女人数[学段=小学][截至2021年12月31日]',
    ),
    fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([a, b, c]) => `若(${a} > (${b}), ${c}, “无”)`),
    tie('formula').map((inner) => `年均增速(${inner}, 2016年, 2021)`),
    fc.tuple(tie('formula'), fc.constantFrom('升', '降')).map(([a, way]) => `前几(区县, ${a}, 3, ${way})`),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/', '－', '÷'), tie('formula'))
      .map(([a, operator, b]) => `(${a})${operator}(${b})`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `占比(${a}，${b})`),
    tie('formula').map((inner) => `合计(下级, -(${inner}))`),
    fc
      .tuple(tie('formula'), fc.constantFrom('>=', '≠', '<'), tie('formula'))
      .map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
  ),
}));

const nameAt = (text: string, position: number) => language.names.longestAt(text, position)?.name ?? null;

/** The tree without places in the text. */
function shape(text: string): string {
  const parsed = parseFormula(text, nameAt);
  if (!parsed.ok) return parsed.error.code;
  return JSON.stringify(parsed.value, (key, value: unknown) => {
    if (key === 'span' || key === 'nameSpan') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}

test('printing a parsed formula and parsing it again gives the same tree', () => {
  fc.assert(
    fc.property(formula, (text) => {
      const parsed = parseFormula(text, nameAt);
      fc.pre(parsed.ok);
      expect(shape(parsed.ok ? printFormula(parsed.value) : '')).toBe(shape(text));
    }),
    propertyRuns,
  );
});

test('no text makes the language throw: it is a formula, or a problem with its place', () => {
  const piece = fc.oneof(
    fc.constantFrom(...names, '占比', '合计', '(', ')', '[', ']', ',', '%', '上年', '同比(', '“', '”'),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const checked = language.check(text);
      const problems = checked.ok ? [] : checked.error;
      const misplaced = problems.filter(
        ({ span }) => span.start < 0 || span.start > text.length || span.end < span.start,
      );
      expect(misplaced).toEqual([]);
    }),
    propertyRuns,
  );
});
