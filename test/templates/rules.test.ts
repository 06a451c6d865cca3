import { describe, expect, test } from 'vitest';
import { readShippedRules, ruleFamilies } from '../../electron/core/services/shipped-data.ts';
import { readWords } from './formula-words.ts';
import { indicators } from './read-templates.ts';

const rules = readShippedRules();
const byName = new Map(indicators.map((one) => [one.名称, one]));
type Rule = (typeof rules)[number];

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Indicators for each of which a rule is meant once. */
function chosenBy({ 适用: selection = {} }: Rule): readonly string[] {
  return indicators
    .filter((one) => selection.单位?.includes(one.单位) ?? true)
    .filter((one) => selection.汇总 === undefined || selection.汇总 === one.汇总)
    .filter((one) => selection.时点时期 === undefined || selection.时点时期 === one.时点时期)
    .filter((one) => selection.上报 === undefined || selection.上报 === (one.算式 === null))
    .map((one) => one.名称)
    .filter((name) => selection.只限?.includes(name) ?? true)
    .filter((name) => !selection.除外?.includes(name));
}

/** The rule's formulas with every name in its place. */
function formulasOf(rule: Rule): readonly string[] {
  if (rule.适用 === undefined) return [rule.算式];
  return chosenBy(rule).map((name) => rule.算式.replaceAll('{指标}', name));
}

describe('rules', () => {
  test('no two share a code, a name, a formula or an explanation', () => {
    expect(rules.filter((rule) => !/^r_[a-z0-9_]{2,40}$/.test(rule.代码))).toEqual([]);
    expect(repeated(rules.map((rule) => rule.代码))).toEqual([]);
    expect(repeated(rules.map((rule) => rule.名称))).toEqual([]);
    expect(repeated(rules.map((rule) => rule.说明))).toEqual([]);
    expect(repeated(rules.map((rule) => `${JSON.stringify(rule.适用)} ${rule.算式}`))).toEqual([]);
  });

  test.each(ruleFamilies)('%s: there is a rule of this kind, and it says what to look at', (family) => {
    const explanations = rules.filter((rule) => rule.类别 === family).map((rule) => rule.说明);
    expect(explanations.length).toBeGreaterThan(0);
    expect(explanations.filter((text) => text.length < 15 || text.length > 100 || !text.endsWith('。'))).toEqual([]);
  });

  test('every formula names only what the catalogue and the language have', () => {
    const unknown = rules.flatMap((rule) =>
      formulasOf(rule).flatMap((formula) => readWords(formula).unknown.map((word) => `${rule.代码}: ${word}`)),
    );
    expect(unknown).toEqual([]);
  });

  test('{指标} stands in a rule for many indicators, which are there, and nowhere else', () => {
    for (const rule of rules) {
      expect([rule.代码, rule.算式.includes('{指标}')]).toEqual([rule.代码, rule.适用 !== undefined]);
      expect(rule.适用 === undefined && rule.说明.includes('{指标}')).toBe(false);
      expect([rule.代码, chosenBy(rule).length]).not.toEqual([rule.代码, 0]);
      const excluded = rule.适用?.除外 ?? [];
      const chosenElse = chosenBy({ ...rule, 适用: { ...rule.适用, 除外: [] } });
      expect((rule.适用?.只限 ?? []).filter((name) => !chosenBy(rule).includes(name))).toEqual([]);
      expect(excluded.filter((name) => !chosenElse.includes(name))).toEqual([]);
    }
  });

  test('brackets are closed and every formula is a truth', () => {
    const balanced = (formula: string) =>
      [...formula].reduce(
        (depth, sign) => (depth < 0 ? depth : depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0)),
        0,
      ) === 0;
    expect(rules.filter((rule) => !balanced(rule.算式)).map((rule) => rule.代码)).toEqual([]);
    expect(rules.filter((rule) => !/[<>=]|有数/.test(rule.算式)).map((rule) => rule.代码)).toEqual([]);
    expect(rules.flatMap(formulasOf).filter((formula) => formula.length > 2000)).toEqual([]);
  });

  test('what adds up or compares plainly counts one thing in one unit', () => {
    const plain = rules.filter(
      (rule) => rule.适用 === undefined && /^[^(]*( [<>=]+ )[^(]*$/.test(rule.算式) && !/[÷×\d]/.test(rule.算式),
    );
    expect(plain.length).toBeGreaterThan(20);
    const mixed = plain.filter(
      (rule) => new Set(readWords(rule.算式).named.map((name) => byName.get(name)?.单位)).size > 1,
    );
    expect(mixed.map((rule) => rule.代码)).toEqual([]);
  });

  test('no rule asks for the reported value of an indicator that is never reported', () => {
    const formulas = rules.flatMap(formulasOf).filter((formula) => formula.includes('[上报]'));
    expect(formulas.length).toBeGreaterThan(20);
    const asked = formulas.flatMap((formula) =>
      [...formula.matchAll(/([\p{L}\d]+)\[上报\]/gu)].map(([, name]) => name),
    );
    expect(asked.filter((name) => byName.get(name ?? '')?.算式 !== null)).toEqual([]);
  });

  test('a sum over lower regions takes only what can be added up', () => {
    const summed = rules
      .flatMap(formulasOf)
      .flatMap((formula) => [...formula.matchAll(/合计\(下级, ([\p{L}\d]+)\)/gu)].map(([, name]) => name));
    expect(summed.filter((name) => byName.get(name ?? '')?.汇总 !== '合计')).toEqual([]);
  });
});
