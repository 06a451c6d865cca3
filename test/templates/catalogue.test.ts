import { describe, expect, test } from 'vitest';
import { functionNames, otherWords, qualifierWords, rangeWords, readWords } from './formula-words.ts';
import { indicators } from './read-templates.ts';

const byName = new Map(indicators.map((one) => [one.名称, one]));
const derived = indicators.flatMap((one) => (one.算式 === null ? [] : [{ ...one, 算式: one.算式 }]));

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** 公办, 小学 of an indicator, in an order of their own. */
function dimensionsOf(indicator: (typeof indicators)[number]): readonly string[] {
  return Object.entries(indicator.维度 ?? {})
    .map(([dimension, value]) => `${dimension}=${value}`)
    .sort();
}

/** The unit that a derived indicator's formula gives; null when it adds or compares unlike units. */
function unitOf(formula: string): string | null {
  const share = /^占比\((.*), (.*)\)$/.exec(formula);
  if (share) return unitOf(share[1] ?? '') === unitOf(share[2] ?? '') ? '%' : null;
  const [above = '', below] = formula.split(' ÷ ');
  if (below !== undefined) return `${unitOf(above)}/${unitOf(below)}`;
  const units = new Set(formula.split(/ [+-] /).map((name) => byName.get(name)?.单位));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

describe('indicators', () => {
  test('no name, alias or code is a word of the formula language', () => {
    const words = new Set([...functionNames, ...rangeWords, ...qualifierWords, ...otherWords]);
    const names = indicators.flatMap((one) => [one.代码, one.名称, ...one.别名]);
    expect(names.filter((name) => words.has(name))).toEqual([]);
    expect(names.filter((name) => /[\s[\](),“”"<>=×÷+*/%-]|^\d/.test(name))).toEqual([]);
  });

  test('every group holds its indicators in one piece', () => {
    const groups = indicators.map((one) => one.分组).filter((group, at, all) => group !== all[at - 1]);
    expect(repeated(groups)).toEqual([]);
    expect(groups).toEqual(
      '随迁子女 随迁子女政策 控辍保学 普及水平 特殊教育 学生资助 在校生 学生变动 班级 教师 办学条件 经费 均衡'.split(
        ' ',
      ),
    );
  });

  test('a definition says enough, ends as a sentence, and repeats no other', () => {
    expect(indicators.filter((one) => one.定义.length < 20 || one.定义.length > 160).map((one) => one.名称)).toEqual(
      [],
    );
    expect(indicators.filter((one) => !one.定义.endsWith('。')).map((one) => one.名称)).toEqual([]);
    expect(repeated(indicators.map((one) => one.定义))).toEqual([]);
  });

  test('a base and its dimensions name one indicator, counted in the unit and way of its base', () => {
    const parts = indicators.filter((one) => one.基础指标 !== undefined || one.维度 !== undefined);
    expect(repeated(parts.map((one) => [one.基础指标, ...dimensionsOf(one)].join(' ')))).toEqual([]);
    const wrong = parts.filter((one) => {
      const base = byName.get(one.基础指标 ?? '');
      const alike = base?.单位 === one.单位 && base.汇总 === one.汇总 && base.时点时期 === one.时点时期;
      return !alike || base.基础指标 !== undefined || dimensionsOf(one).length === 0;
    });
    expect(wrong.map((one) => one.名称)).toEqual([]);
  });

  test('a value belongs to one dimension only', () => {
    const dimensions = new Map<string, Set<string>>();
    for (const [dimension, value] of indicators.flatMap((one) => Object.entries(one.维度 ?? {}))) {
      dimensions.set(value, (dimensions.get(value) ?? new Set()).add(dimension));
    }
    expect([...dimensions].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  test('a derived indicator is made of reported ones', () => {
    const wrong = derived.flatMap((one) => {
      const { named, unknown } = readWords(one.算式);
      const missing = named.filter((name) => byName.get(name)?.算式 !== null);
      return [...unknown, ...missing, ...(named.length === 0 ? ['nothing'] : [])].map((word) => `${one.名称}: ${word}`);
    });
    expect(wrong).toEqual([]);
  });

  test('the parts of a formula share their unit, and give the unit of the indicator', () => {
    const shownOtherwise: Readonly<Record<string, string>> = {
      '人/人': '∶1',
      '人/个': '人/班',
      '万元/人': '元/人',
      '万元/人次': '元/人次',
    };
    const wrong = derived.filter((one) => {
      const unit = unitOf(one.算式);
      return unit === null || (shownOtherwise[unit] ?? unit) !== one.单位;
    });
    expect(wrong.map((one) => one.名称)).toEqual([]);
  });

  test('only sums and differences are added up; averages and ratios are weighted', () => {
    expect(derived.filter((one) => one.汇总 !== (/[÷]|占比/.test(one.算式) ? '加权' : '合计'))).toEqual([]);
  });
});
