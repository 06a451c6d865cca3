import { expect, test } from 'vitest';
import { readShippedRules } from '../../electron/core/services/shipped-data.ts';
import { parsePeriod, yearEarlier } from '../../shared/figures/period.ts';
import { indicators, observations, regions } from './read-templates.ts';

/** Values of the sample in hundredths, by indicator, region and period: whole numbers add up exactly. */
const hundredths = new Map(
  observations.map((one) => [`${one.指标} ${one.地区} ${one.期}`, Math.round(Number(one.值) * 100)]),
);
const places = [...new Set(observations.map((one) => `${one.地区} ${one.期}`))];

function valueAt(place: string, term: string): number | undefined {
  const [region = '', label = ''] = place.split(' ');
  if (!term.endsWith('[上年]')) return hundredths.get(`${term} ${place}`);
  const period = parsePeriod(label);
  return period === null
    ? undefined
    : hundredths.get(`${term.replace('[上年]', '')} ${region} ${yearEarlier(period).label}`);
}

/** The sum of a side such as `甲 + 乙 - 丙`; undefined when one of them is not in the sample. */
function sumAt(place: string, side: string): number | undefined {
  let sum = 0;
  for (const [, sign, term = ''] of ` + ${side}`.matchAll(/ ([+-]) (\S+)/g)) {
    const value = valueAt(place, term);
    if (value === undefined) return undefined;
    sum += sign === '-' ? -value : value;
  }
  return sum;
}

const plainRules = readShippedRules().filter((rule) => /^[^({÷×\d]+$/.test(rule.算式) && / (=|<=|>=) /.test(rule.算式));

/** Where the sample has both sides of a rule, and whether they agree. */
function judge(formula: string): readonly { readonly place: string; readonly holds: boolean }[] {
  const [, left = '', operator, right = ''] = /^(.*) (=|<=|>=) (.*)$/.exec(formula) ?? [];
  return places.flatMap((place) => {
    const [a, b] = [sumAt(place, left), sumAt(place, right)];
    if (a === undefined || b === undefined) return [];
    return [{ place, holds: operator === '=' ? a === b : operator === '<=' ? a <= b : a >= b }];
  });
}

test('the sample keeps every rule that only adds up and compares', () => {
  const judged = plainRules.flatMap((rule) => judge(rule.算式).map((one) => ({ ...one, rule: rule.代码 })));
  expect(judged.filter(({ holds }) => !holds)).toEqual([]);
  expect(new Set(judged.map(({ rule }) => rule)).size).toBeGreaterThan(10);
});

test('a wrong sum is found', () => {
  expect(judge('在校生数 = 小学在校生数 + 初中在校生数').every(({ holds }) => holds)).toBe(true);
  expect(judge('在校生数 = 小学在校生数 + 招生数')).toEqual([{ place: '永宁县 2024年', holds: false }]);
});

test.each(['2020年', '2021年'])('what the city and its five districts report in %s adds up', (period) => {
  const districts = regions.filter((region) => region.上级 === '330500').map((region) => region.名称);
  const summed = indicators.filter((one) => one.汇总 === '合计').map((one) => one.名称);
  const both = summed.filter((name) =>
    ['湖州市', ...districts].every((region) => hundredths.has(`${name} ${region} ${period}`)),
  );
  expect(both.length).toBeGreaterThan(10);
  const wrong = both.filter((name) => {
    const sum = districts.reduce((total, region) => total + (hundredths.get(`${name} ${region} ${period}`) ?? 0), 0);
    return sum !== hundredths.get(`${name} 湖州市 ${period}`);
  });
  expect(wrong).toEqual([]);
});
