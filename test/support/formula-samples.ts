import fc from 'fast-check';
import type { Facts } from './small-data.ts';

/** Random formulas over people, each with its value worked out another way: whole numerators and denominators. */

export type Ratio = readonly [numerator: bigint, denominator: bigint];

/** Where a sample is worked out; null stands for a missing value. */
export interface Place {
  readonly region: string;
  readonly year: number;
}
export interface Sample {
  readonly text: string;
  readonly value: (place: Place, facts: Facts) => Ratio | null;
  /** Whether 无此项 was reported there; only of what is reported. */
  readonly isAbsent?: (place: Place, facts: Facts) => boolean;
}

const members: Readonly<Record<string, readonly string[]>> = {
  下级: ['吴兴区', '南浔区', '德清县'],
  城区: ['吴兴区', '南浔区'],
};

function membersOf(selector: string, { region }: Place): readonly string[] {
  if (selector === '下级') return region === '湖州市' ? (members[selector] ?? []) : [];
  return members[selector] ?? [];
}

export function compare([a, b]: Ratio, [c, d]: Ratio): number {
  const difference = a * d - c * b;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

const add = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
const subtract = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d - c * b, b * d];

/** Half away from zero at so many places. */
function round([n, d]: Ratio, places: number): Ratio {
  const up = 10n ** BigInt(Math.max(0, places));
  const down = 10n ** BigInt(Math.max(0, -places));
  const size = n < 0n ? -n : n;
  const steps = (2n * size * up + d * down) / (2n * d * down);
  return [(n < 0n ? -steps : steps) * down, up];
}

function both(a: Sample, b: Sample, work: (left: Ratio, right: Ratio) => Ratio | null): Sample['value'] {
  return (place, facts) => {
    const left = a.value(place, facts);
    const right = b.value(place, facts);
    return left && right && work(left, right);
  };
}

function indicator(name: string): Sample {
  return {
    text: name,
    value: ({ region, year }, facts) => {
      const text = facts[`${name}·${region}·${year}年`];
      return text === undefined || !/^\d+$/.test(text) ? null : [BigInt(text), 1n];
    },
    isAbsent: ({ region, year }, facts) => facts[`${name}·${region}·${year}年`] === '无此项',
  };
}

const names = ['随迁子女人数', '公办就读人数'] as const;

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.constantFrom(...names).map(indicator),
  fc.constantFrom(...names).map((name): Sample => {
    const { value, isAbsent = () => false } = indicator(name);
    return {
      text: `${name}[上年]`,
      value: ({ region, year }, facts) => value({ region, year: year - 1 }, facts),
      isAbsent: ({ region, year }, facts) => isAbsent({ region, year: year - 1 }, facts),
    };
  }),
  fc.nat(500).map((n): Sample => ({ text: `${n}人`, value: () => [BigInt(n), 1n] })),
);

type Reduce = (values: readonly Ratio[]) => Ratio;

function sum(values: readonly Ratio[]): Ratio {
  return values.reduce(add, [0n, 1n]);
}

const reductions: Readonly<Record<string, Reduce>> = {
  合计: sum,
  平均: (values) => {
    const [n, d] = sum(values);
    return [n, d * BigInt(values.length)];
  },
  最大: (values) => values.reduce((a, b) => (compare(a, b) < 0 ? b : a)),
  最小: (values) => values.reduce((a, b) => (compare(a, b) > 0 ? b : a)),
};

function aggregate(name: string, selector: string, inner: Sample, allowsGaps: boolean): Sample {
  return {
    text: `${name}(${selector}, ${inner.text}${allowsGaps ? ', 允许缺' : ''})`,
    value: (place, facts) => {
      // What a member has none of adds nothing to a sum.
      const isAbsent = (region: string) => name === '合计' && (inner.isAbsent?.({ ...place, region }, facts) ?? false);
      const regions = membersOf(selector, place).filter((region) => !isAbsent(region));
      const values = regions.map((region) => inner.value({ ...place, region }, facts));
      const present = values.filter((value) => value !== null);
      if (present.length === 0 || (!allowsGaps && present.length < values.length)) return null;
      return reductions[name]?.(present) ?? null;
    },
  };
}

/** A formula in people that leaves no member out. */
const { complete } = fc.letrec<{ complete: Sample }>((tie) => {
  const inner = tie('complete');
  return {
    complete: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(inner, inner).map(([a, b]): Sample => ({ text: `(${a.text}) + (${b.text})`, value: both(a, b, add) })),
      fc
        .tuple(inner, inner)
        .map(([a, b]): Sample => ({ text: `(${a.text}) - (${b.text})`, value: both(a, b, subtract) })),
      fc
        .tuple(fc.constantFrom(...Object.keys(reductions)), fc.constantFrom('下级', '城区'), inner)
        .map(([name, selector, each]) => aggregate(name, selector, each, false)),
      fc.tuple(inner, fc.integer({ min: -3, max: 3 })).map(
        ([a, places]): Sample => ({
          text: `四舍五入(${a.text}, ${places})`,
          value: (place, facts) => {
            const value = a.value(place, facts);
            return value && round(value, places);
          },
        }),
      ),
      inner.map(
        (a): Sample => ({
          text: `绝对值(${a.text})`,
          value: (place, facts) => {
            const value = a.value(place, facts);
            return value && [value[0] < 0n ? -value[0] : value[0], value[1]];
          },
        }),
      ),
      fc.tuple(inner, inner, inner, inner).map(
        ([a, b, c, d]): Sample => ({
          text: `若(${a.text} > ${b.text}, ${c.text}, ${d.text})`,
          value: (place, facts) => {
            const left = a.value(place, facts);
            const right = b.value(place, facts);
            return left && right && (compare(left, right) > 0 ? c : d).value(place, facts);
          },
        }),
      ),
      fc.tuple(inner, fc.nat(50)).map(
        ([a, n]): Sample => ({
          text: `缺省(${a.text}, ${n})`,
          value: (place, facts) => a.value(place, facts) ?? [BigInt(n), 1n],
        }),
      ),
    ),
  };
});

/** A formula in people; 允许缺 may not stand within a comparison. */
export const people: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 4, arbitrary: complete },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.keys(reductions)), fc.constantFrom('下级', '城区'), complete)
      .map(([name, selector, each]) => aggregate(name, selector, each, true)),
  },
);

/** A formula whose value is a percentage or a count of members; the value is in the unit that it prints in. */
export const derived: fc.Arbitrary<Sample> = fc.oneof(
  fc.tuple(fc.constantFrom('占比', '完成率'), complete, complete).map(
    ([name, a, b]): Sample => ({
      text: `${name}(${a.text}, ${b.text})`,
      value: both(a, b, ([n, d], [m, e]) => (m === 0n ? null : ratio(100n * n * e, d * m))),
    }),
  ),
  fc.tuple(complete, complete).map(
    ([a, b]): Sample => ({
      text: `比值(${a.text}, ${b.text})`,
      value: both(a, b, ([n, d], [m, e]) => (m === 0n ? null : ratio(n * e, d * m))),
    }),
  ),
  fc.constantFrom('同比', '环比').chain((name) =>
    complete.map(
      (a): Sample => ({
        text: `${name}(${a.text})`,
        value: (place, facts) => {
          const now = a.value(place, facts);
          const base = a.value({ ...place, year: place.year - 1 }, facts);
          if (!now || !base || base[0] <= 0n) return null;
          return [100n * (now[0] * base[1] - base[0] * now[1]), now[1] * base[0]];
        },
      }),
    ),
  ),
  fc.tuple(fc.constantFrom('下级', '城区'), complete, complete).map(
    ([selector, a, b]): Sample => ({
      text: `个数(${selector}, ${a.text} > ${b.text})`,
      value: (place, facts) => {
        const regions = membersOf(selector, place);
        const pairs = regions.map((region) => [
          a.value({ ...place, region }, facts),
          b.value({ ...place, region }, facts),
        ]);
        if (regions.length === 0 || pairs.some((pair) => pair.includes(null))) return null;
        return [BigInt(pairs.filter(([x, y]) => x && y && compare(x, y) > 0).length), 1n];
      },
    }),
  ),
);

function ratio(n: bigint, d: bigint): Ratio {
  return d < 0n ? [-n, -d] : [n, d];
}

/** Data of the two indicators over two years, with zeros and holes. */
export const randomFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    ...['湖州市', '吴兴区', '南浔区', '德清县', '开发区'].flatMap((region) =>
      [2019, 2020, 2021].flatMap((year) =>
        names.map((name) =>
          fc
            .oneof(
              { weight: 6, arbitrary: fc.nat(1000).map(String) },
              { weight: 1, arbitrary: fc.constantFrom('0', '未报', '无此项', '') },
            )
            .map((text) => [`${name}·${region}·${year}年`, text] as const),
        ),
      ),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter(([, text]) => text !== '')));
