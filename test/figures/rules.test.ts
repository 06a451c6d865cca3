import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../shared/figures/catalogue.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { type Period, parsePeriod } from '../../shared/figures/period.ts';
import { checkRules } from '../../shared/figures/rules/check-rules.ts';
import { effectiveRules, type Rule } from '../../shared/figures/rules/rule.ts';
import { type Facts, indicators, viewOf } from '../support/small-data.ts';

const basis: Rule = {
  code: 'r',
  name: '公办不多于总数',
  family: '其中≤总',
  levels: null,
  periodKinds: null,
  applies: null,
  formula: '公办就读人数 <= 随迁子女人数',
  severity: '强制',
  missing: '跳过任缺',
  tolerance: '0',
  message: '请核对两个数。',
};

/** The periods that the facts are of. */
function periodsOf(facts: Facts): readonly Period[] {
  const labels = [...new Set(Object.keys(facts).map((key) => key.split('·')[2] ?? ''))];
  return labels.flatMap((label) => parsePeriod(label) ?? []);
}

function check(facts: Facts, changes: readonly Partial<Rule>[], origin: 'shipped' | 'own' = 'shipped') {
  const view = viewOf(facts);
  const rules = changes.map((change) => ({ rule: { ...basis, ...change }, origin }));
  const language = createFormulaLanguage(view);
  return checkRules({ view, language, rules, periods: periodsOf(facts), region: null, period: null });
}

function messages(facts: Facts, change: Partial<Rule> = {}): readonly string[] {
  return check(facts, [change]).findings.map(({ message }) => message);
}

const city = (indicator: string, period = '2021年') => `${indicator}·湖州市·${period}`;

describe('what a broken comparison says', () => {
  test.each([
    [
      '公办就读人数 <= 随迁子女人数',
      { 公办就读人数: '120', 随迁子女人数: '100' },
      '湖州市2021年：公办就读人数120人 > 随迁子女人数100人，差20人',
    ],
    [
      '随迁子女人数 = 公办就读人数 + 公办就读人数',
      { 公办就读人数: '40', 随迁子女人数: '100' },
      '湖州市2021年：随迁子女人数100人 ≠ 公办就读人数40人 + 公办就读人数40人 = 80人，差20人',
    ],
    [
      '小学入学率 = 占比(公办就读人数, 随迁子女人数)',
      { 公办就读人数: '40', 随迁子女人数: '100', 小学入学率: '41.5' },
      '湖州市2021年：小学入学率41.50% ≠ 占比(公办就读人数40人，随迁子女人数100人) = 40%，差1.50个百分点',
    ],
    ['学校数 >= 0', { 学校数: '-5' }, '湖州市2021年：学校数-5所 < 0所，差5所'],
    ['小学入学率 <= 100%', { 小学入学率: '100.5' }, '湖州市2021年：小学入学率100.50% > 100%，差0.50个百分点'],
    [
      '(公办就读人数 + 随迁子女人数) × 2 < 100',
      { 公办就读人数: '40', 随迁子女人数: '10' },
      '湖州市2021年：(公办就读人数40人 + 随迁子女人数10人) × 2 = 100人 ≥ 100人',
    ],
    ['资助金额 <> 3.5', { 资助金额: '3.5' }, '湖州市2021年：资助金额3.50万元 = 3.5万元'],
  ])('%s', (formula, values, text) => {
    const facts = Object.fromEntries(Object.entries(values).map(([name, value]) => [city(name), value]));
    expect(messages(facts, { formula })).toEqual([text]);
  });

  test('qualifiers are shown as what they point to, and sums over members by name', () => {
    const facts = {
      [city('随迁子女人数')]: '100',
      [city('随迁子女人数', '2020年')]: '120',
      随迁子女人数·吴兴区·2021年: '30',
      随迁子女人数·南浔区·2021年: '30',
      随迁子女人数·德清县·2021年: '30',
    };
    expect(messages(facts, { formula: '随迁子女人数 >= 随迁子女人数[上年]' })).toEqual([
      '湖州市2021年：随迁子女人数100人 < 随迁子女人数（2020年）120人，差20人',
    ]);
    expect(messages(facts, { formula: '随迁子女人数[上报] = 合计(下级, 随迁子女人数)' })).toEqual([
      '湖州市2021年：随迁子女人数100人 ≠ 各区县随迁子女人数合计90人，差10人',
    ]);
    expect(messages(facts, { formula: '随迁子女人数 = 随迁子女人数[汇总]' })).toEqual([
      '湖州市2021年：随迁子女人数100人 ≠ 随迁子女人数（下级汇总）90人，差10人',
    ]);
  });

  test('amounts that differ never print alike, and a difference never prints as 0', () => {
    const facts = { [city('资助金额')]: '3.504', [city('资助金额', '2020年')]: '3.501' };
    expect(messages(facts, { formula: '资助金额 = 资助金额[上年]' })).toEqual([
      '湖州市2021年：资助金额3.504万元 ≠ 资助金额（2020年）3.501万元，差0.003万元',
    ]);
  });
});

describe('what any other broken rule says', () => {
  test('its explanation, with each operand and its value or reason', () => {
    const facts = { [city('资助人次')]: '6024' };
    const formula = '或(非(有数(资助人次)), 有数(资助金额))';
    expect(messages(facts, { formula, message: '有人次必有金额。' })).toEqual([
      '湖州市2021年：有人次必有金额（资助人次6024人次，资助金额未报）',
    ]);
  });

  test('growth is told with both values', () => {
    const facts = { [city('随迁子女人数')]: '125', [city('随迁子女人数', '2020年')]: '100' };
    const formula = '或(绝对值(同比(随迁子女人数)) <= 20%, 绝对值(增减(随迁子女人数)) <= 5)';
    expect(messages(facts, { formula, message: '变动过大。' })).toEqual([
      '湖州市2021年：变动过大（随迁子女人数125人，上年100人，同比25%，增减25人）',
    ]);
  });
});

describe('missing data', () => {
  const sum = { formula: '随迁子女人数 = 公办就读人数 + 公办就读人数[上年]' };
  const one = { [city('随迁子女人数')]: '100', [city('公办就读人数')]: '90' };

  test('跳过任缺 does not judge where anything is missing', () => {
    const { findings, checked, skipped } = check(one, [sum]);
    expect({ findings, checked, skipped }).toEqual({ findings: [], checked: 0, skipped: 1 });
    // What is false whatever the missing one turns out to be is found, in either order.
    expect(messages(one, { formula: '且(随迁子女人数 <= 公办就读人数, 学校数 > 0)' })).toHaveLength(1);
    expect(messages(one, { formula: '且(学校数 > 0, 随迁子女人数 <= 公办就读人数)' })).toHaveLength(1);
    expect(messages(one, { formula: '且(学校数 > 0, 随迁子女人数 >= 公办就读人数)' })).toEqual([]);
  });

  test('跳过全缺 takes what is missing for 0, unless all is', () => {
    const text =
      '湖州市2021年：随迁子女人数100人 ≠ 公办就读人数90人 + 公办就读人数（2020年）（未报，按0计） = 90人，差10人';
    expect(messages(one, { ...sum, missing: '跳过全缺' })).toEqual([text]);
    const gone = { [city('随迁子女人数')]: '无此项', [city('公办就读人数')]: '无此项' };
    const result = check(gone, [{ formula: '随迁子女人数 > 公办就读人数', missing: '跳过全缺' }]);
    expect(result).toMatchObject({ findings: [], checked: 0, skipped: 1 });
  });

  test('按零 takes it for 0 wherever anything was reported, and judges nowhere else', () => {
    const gone = { [city('随迁子女人数')]: '无此项', [city('公办就读人数', '2020年')]: '未报' };
    const formula = '随迁子女人数 > 公办就读人数';
    expect(check(gone, [{ formula, missing: '按零' }]).findings.map(({ message }) => message)).toEqual([
      '湖州市2021年：随迁子女人数（无此项，按0计） ≤ 公办就读人数（未报，按0计）',
    ]);
  });

  test('不公开 is never taken for 0', () => {
    const secret = { [city('随迁子女人数')]: '不公开', [city('公办就读人数')]: '5' };
    for (const missing of ['跳过任缺', '跳过全缺', '按零'] as const) {
      expect(check(secret, [{ missing }])).toMatchObject({ findings: [], checked: 0, skipped: 1 });
    }
  });

  test('有数 and 缺省 speak of what was reported, also where what is missing counts as 0', () => {
    const facts = { [city('随迁子女人数')]: '100' };
    expect(messages(facts, { formula: '或(有数(公办就读人数), 随迁子女人数 = 0)', missing: '按零' })).toHaveLength(1);
    expect(messages(facts, { formula: '缺省(公办就读人数, 100) = 随迁子女人数', missing: '按零' })).toEqual([]);
  });

  test('缺省 says what stands in', () => {
    const facts = { [city('随迁子女人数')]: '100', [city('公办就读人数')]: '90' };
    const formula = '随迁子女人数 = 公办就读人数 + 缺省(公办就读人数[上年], 5) + 缺省(公办就读人数, 0)';
    expect(messages(facts, { formula })).toEqual([
      '湖州市2021年：随迁子女人数100人 ≠ 公办就读人数90人 + 公办就读人数（2020年）（未报，按5计） + 公办就读人数90人 = 185人，差85人',
    ]);
  });

  test('members without data count as 0 too', () => {
    const facts = { [city('随迁子女人数')]: '60', 随迁子女人数·吴兴区·2021年: '50' };
    const formula = '随迁子女人数 = 合计(下级, 随迁子女人数)';
    expect(messages(facts, { formula, missing: '跳过全缺' })).toEqual([
      '湖州市2021年：随迁子女人数60人 ≠ 各区县随迁子女人数合计（未报，缺数按0计，为50人），差10人',
    ]);
    // A county without members of its own is not what such a rule is about.
    expect(check(facts, [{ formula }])).toMatchObject({ checked: 0, skipped: 1 });
  });
});

describe('tolerance, in units of the last printed digit', () => {
  const rates = (rate: string) => ({
    [city('公办就读人数')]: '80760',
    [city('随迁子女人数')]: '100000',
    [city('小学入学率')]: rate,
  });
  const formula = '小学入学率 = 占比(公办就读人数, 随迁子女人数)';

  test.each([
    ['80.76', '0', true],
    ['80.77', '0', false],
    ['80.77', '1', true],
    ['80.78', '1', false],
    ['80.75', '1', true],
    ['80.74', '1', false],
    ['80.81', '5', true],
    ['80.82', '5', false],
  ] as const)('%s beside 80.76 with %s: %s', (rate, tolerance, holds) => {
    expect(messages(rates(rate), { formula, tolerance }).length === 0).toBe(holds);
  });

  test.each([
    ['小学入学率 <= 80%', '80.01', '1', true],
    ['小学入学率 <= 80%', '80.02', '1', false],
    ['小学入学率 >= 80%', '79.99', '1', true],
    ['小学入学率 >= 80%', '79.98', '1', false],
    ['小学入学率 < 80%', '80', '1', true],
    ['小学入学率 < 80%', '80.01', '1', false],
    ['小学入学率 > 80%', '80', '1', true],
    ['小学入学率 > 80%', '79.99', '1', false],
    ['小学入学率 <> 80%', '80', '1', false],
    ['小学入学率 <> 80%', '80.01', '1', true],
    ['且(小学入学率 <= 80%, 小学入学率 >= 80%)', '80.01', '1', true],
    ['且(小学入学率 <= 80%, 小学入学率 >= 80%)', '80.02', '1', false],
    ['或(小学入学率 <= 80%, 小学入学率 >= 90%)', '89.99', '1', true],
    ['非(小学入学率 > 80%)', '80.01', '1', true],
    ['非(小学入学率 > 80%)', '80.02', '1', false],
    ['非(或(小学入学率 > 80%, 小学入学率 < 70%))', '69.99', '1', true],
  ])('%s at %s with %s: %s', (condition, rate, tolerance, holds) => {
    expect(messages(rates(rate), { formula: condition, tolerance }).length === 0).toBe(holds);
  });
});

describe('where a rule is judged', () => {
  test('at the regions of its levels and in the periods of its kinds that hold data, and nowhere else', () => {
    const facts = {
      [city('公办就读人数')]: '2',
      [city('随迁子女人数')]: '1',
      公办就读人数·吴兴区·2021年: '2',
      随迁子女人数·吴兴区·2021年: '1',
      [city('公办就读人数', '2021—2022学年')]: '2',
      [city('随迁子女人数', '2021—2022学年')]: '1',
      公办就读人数·德清县·2020年: '未报',
      [city('学校数', '2019年')]: '3',
    };
    expect(check(facts, [{}])).toMatchObject({ checked: 3, skipped: 0 });
    const places = (change: Partial<Rule>) =>
      check(facts, [change]).findings.map(({ region, period }) => region.name + period.label);
    expect(places({ levels: ['县'] })).toEqual(['吴兴区2021年']);
    expect(places({ periodKinds: ['学年'] })).toEqual(['湖州市2021—2022学年']);
  });

  test('a year without a value of its own is judged by its halves', () => {
    const facts = { [city('资助金额', '2021年上半年')]: '5', [city('资助金额', '2021年下半年')]: '3' };
    const formula = '资助金额[上半年] <= 资助金额[下半年]';
    expect(messages(facts, { formula, periodKinds: ['自然年'] })).toEqual([
      '湖州市2021年：资助金额（2021年上半年）5.00万元 > 资助金额（2021年下半年）3.00万元，差2.00万元',
    ]);
  });

  test('the year after the last one with data is not judged by what was reported before', () => {
    const facts = { [city('随迁子女人数', '2020年')]: '100', [city('学校数')]: '3' };
    const formula = '随迁子女人数 >= 随迁子女人数[上年]';
    const result = check(facts, [{ formula, missing: '按零' }]);
    expect(result).toMatchObject({ findings: [], checked: 1 });
  });

  test('a rule whose own region reports nothing is judged by what its members report', () => {
    const facts = Object.fromEntries(
      ['吴兴区', '南浔区', '德清县'].flatMap((region) => [
        [`公办就读人数·${region}·2021年`, '5'],
        [`随迁子女人数·${region}·2021年`, '4'],
      ]),
    );
    expect(messages(facts, { formula: '合计(下级, 公办就读人数) <= 合计(下级, 随迁子女人数)' })).toEqual([
      '湖州市2021年：各区县公办就读人数合计15人 > 各区县随迁子女人数合计12人，差3人',
    ]);
  });
});

describe('rules about each of many indicators', () => {
  const applies = {
    units: ['人', '所'],
    aggregations: null,
    timing: null,
    reported: true,
    only: null,
    except: ['公办就读人数'],
  };
  const each = { formula: '{指标} >= 0', applies, message: '{指标}不应为负。' };

  test('the name stands in formula and explanation, and the indicator goes along', () => {
    const facts = {
      [city('随迁子女人数')]: '-1',
      [city('公办就读人数')]: '-1',
      [city('学校数')]: '-2',
      [city('小学入学率')]: '-3',
    };
    const { findings } = check(facts, [each]);
    expect(findings.map(({ indicator, message, hint }) => [indicator?.name, message, hint])).toEqual([
      ['随迁子女人数', '湖州市2021年：随迁子女人数-1人 < 0人，差1人', '随迁子女人数不应为负。'],
      ['学校数', '湖州市2021年：学校数-2所 < 0所，差2所', '学校数不应为负。'],
    ]);
  });

  test('a name full of signs is read as it stands', () => {
    const facts = { [city('15-64岁人口(万人)')]: '-1' };
    expect(messages(facts, { ...each, applies: { ...applies, units: ['万人'] } })).toEqual([
      '湖州市2021年：15-64岁人口(万人)-1.0万人 < 0万人，差1.0万人',
    ]);
  });
});

describe('rules in force', () => {
  test('a row of the same code stands in for the shipped rule, or switches it off', () => {
    const shipped = [basis, { ...basis, code: 's' }];
    const own = [
      { rule: { ...basis, severity: '提示' as const }, enabled: true },
      { rule: { ...basis, code: 's' }, enabled: false },
      { rule: { ...basis, code: 't' }, enabled: true },
      { rule: { ...basis, code: 'u' }, enabled: false },
    ];
    expect(effectiveRules(shipped, own).map(({ rule, origin }) => [rule.code, rule.severity, origin])).toEqual([
      ['r', '提示', 'own'],
      ['t', '强制', 'own'],
    ]);
  });

  test('what the catalogue lacks does not apply when shipped, and is a problem of the bureau’s own', () => {
    const facts = { [city('随迁子女人数')]: '1' };
    const unknown = { formula: '随迁子女人数 <= 在校生数' };
    expect(check(facts, [unknown], 'shipped').problems).toEqual([]);
    expect(check(facts, [unknown], 'own').problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('没有名为“在校生数”的指标'),
    ]);
    const broken = check(facts, [{ formula: '随迁子女人数 + 1' }, { tolerance: '一点' }], 'shipped');
    expect(broken.problems.map(({ message }) => message)).toEqual([
      '算式要是比较，例如“甲 <= 乙”。',
      '容差“一点”不是数，请写成 0、1 或 0.5。',
    ]);
  });

  test('the gravest findings come first', () => {
    const facts = { [city('公办就读人数')]: '2', [city('随迁子女人数')]: '1' };
    const { findings } = check(facts, [{ severity: '提示' }, { severity: '强制' }, { severity: '核实' }]);
    expect(findings.map(({ rule }) => rule.severity)).toEqual(['强制', '核实', '提示']);
  });
});

test('a finding names the observations it rests on, once each', () => {
  const facts = { [city('公办就读人数')]: '120', [city('随迁子女人数')]: '100' };
  const source = { region: '湖州市', period: '2021年', source: '测试', cell: null };
  const { findings } = check(facts, [{ formula: '公办就读人数 + 公办就读人数 <= 随迁子女人数' }]);
  expect(findings[0]?.sources).toEqual([
    { ...source, indicator: '公办就读人数', value: '120' },
    { ...source, indicator: '随迁子女人数', value: '100' },
  ]);
});

test('each observation is looked at a bounded number of times: reading does not grow with the square of the data', () => {
  const years = Array.from({ length: 10 }, (_, index) => `${2012 + index}年`);
  const names = ['随迁子女人数', '公办就读人数', '学校数', '资助人次'];
  const factsOf = (labels: readonly string[]): Facts =>
    Object.fromEntries(
      labels.flatMap((label) =>
        names.flatMap((name) =>
          ['湖州市', '吴兴区', '南浔区', '德清县'].map((region) => [`${name}·${region}·${label}`, '5']),
        ),
      ),
    );
  const applies = {
    units: ['人', '所', '人次'],
    aggregations: null,
    timing: null,
    reported: true,
    only: null,
    except: [],
  };
  const columnsRead = (labels: readonly string[]) => {
    const facts = factsOf(labels);
    const view = viewOf(facts);
    let count = 0;
    const counting: DataView = {
      ...view,
      column: (id: Indicator['id'], label) => {
        count += 1;
        return view.column(id, label);
      },
    };
    const rules = [{ rule: { ...basis, applies, formula: '{指标} >= {指标}[上年]' }, origin: 'shipped' as const }];
    checkRules({
      view: counting,
      language: createFormulaLanguage(view),
      rules,
      periods: periodsOf(facts),
      region: null,
      period: null,
    });
    return count;
  };
  expect(indicators.length).toBeGreaterThan(names.length);
  expect(columnsRead(years)).toBeLessThanOrEqual(columnsRead(years.slice(0, 5)) * 2.2);
});
