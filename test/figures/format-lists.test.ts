import { describe, expect, test } from 'vitest';
import { type Facts, print } from '../support/small-data.ts';

/** Everything here is invented: 示例（虚构）. */

const counties = ['吴兴区', '南浔区', '德清县'];

/** One indicator over the three counties, in the year and, when there are such values, the year before. */
function over(name: string, now: readonly string[], before: readonly string[] = []): Facts {
  const facts = (values: readonly string[], year: number) =>
    values.map((value, at): [string, string] => [`${name}·${counties[at] ?? ''}·${year}年`, value]);
  return Object.fromEntries([...facts(now, 2021), ...facts(before, 2020)]);
}

const rates = over('小学入学率', ['85.2', '80.1', '79.9']);
const people = over('随迁子女人数', ['85', '79', '80']);

describe('lists of members', () => {
  test.each<[string, string | null, string]>([
    ['列举(小学入学率)', null, '吴兴区85.20%、南浔区80.10%和德清县79.90%'],
    ['列举(小学入学率)', '1位小数', '吴兴区85.2%、南浔区80.1%和德清县79.9%'],
    ['列举(城区, 小学入学率)', '1位小数', '吴兴区85.2%和南浔区80.1%'],
    ['前几(小学入学率, 2)', '数 | 1位小数', '吴兴区85.2和南浔区80.1'],
    ['第几(小学入学率, 2)', null, '南浔区'],
    ['最高(小学入学率)', '1位小数', '最高的是吴兴区，为85.2%'],
    ['最低(小学入学率)', '1位小数', '最低的是德清县，为79.9%'],
    ['区间(小学入学率)', '1位小数', '79.9%～85.2%'],
    ['列举(小学入学率)', '名称', '吴兴区、南浔区和德清县'],
    ['列举(小学入学率)', '分别 | 1位小数', '吴兴区、南浔区和德清县分别为85.2%、80.1%和79.9%'],
    ['前几(小学入学率, 1)', '分别 | 1位小数', '吴兴区为85.2%'],
    ['最高(小学入学率)', '名称', '吴兴区'],
    ['列举(小学入学率)', '成数', '吴兴区近九成、南浔区八成多和德清县近八成'],
    ['列举(小学入学率)', '近', '吴兴区近86%、南浔区近81%和德清县近80%'],
    ['列举(城区, 小学入学率)', '分别 | 约', '吴兴区和南浔区分别为约85%和约80%'],
  ])('%s | %s prints %s', (formula, format, text) => {
    expect(print(formula, rates, format)).toBe(text);
  });

  test.each<[string, string, string]>([
    ['列举(同比(随迁子女人数))', '升降词', '吴兴区增长6.25%、南浔区与上年持平和德清县下降20%'],
    ['列举(同比(随迁子女人数))', '分别 | 升降词', '吴兴区、南浔区和德清县分别增长6.25%、与上年持平和下降20%'],
    ['最高(同比(随迁子女人数))', '升降词', '最高的是吴兴区，增长6.25%'],
    ['列举(增减(随迁子女人数))', '由升至', '吴兴区由80人增至85人；南浔区与上年持平，为79人；德清县由100人减至80人'],
    ['列举(随迁子女人数)', '汉字', '吴兴区八十五人、南浔区七十九人和德清县八十人'],
  ])('a wording is said of each: %s | %s', (formula, format, text) => {
    expect(print(formula, over('随迁子女人数', ['85', '79', '80'], ['80', '79', '100']), format)).toBe(text);
  });

  test('members that tie stand together, and all alike are told as one', () => {
    const two = over('小学入学率', ['85.2', '85.2', '79.9']);
    expect(print('最高(小学入学率)', two, '1位小数')).toBe('最高的是吴兴区和南浔区，均为85.2%');
    expect(print('列举(城区, 小学入学率)', two, '分别 | 1位小数')).toBe('吴兴区和南浔区均为85.2%');
    const all = over('小学入学率', ['85.2', '85.2', '85.2']);
    expect(print('最高(小学入学率)', all, '1位小数')).toBe('各区县均为85.2%');
    expect(print('最低(小学入学率)', all)).toBe('各区县均为85.20%');
    expect(print('区间(小学入学率)', all)).toBe('85.20%');
    expect(print('最高(城区, 小学入学率)', over('小学入学率', ['85.2']))).toBe(
      '最高的是吴兴区，为85.20%（缺1个区县数据）',
    );
  });
});

describe('ranges repeat 万, 亿 and %, and no other unit (GB/T 15835-2011)', () => {
  test.each<[string, string | null, string]>([
    ['区间(随迁子女人数)', null, '79～85人'],
    ['区间(随迁子女人数)', '数', '79～85'],
    ['区间(随迁子女人数)', '万人', '0.008万～0.009万人'],
    ['区间(随迁子女人数 × 1000)', '万人', '7.90万～8.50万人'],
    ['区间(随迁子女人数 × 1000)', '近', '7.9万人～8.5万人'],
    ['区间(占比(随迁子女人数, 100人))', null, '79%～85%'],
    ['区间(占比(随迁子女人数, 100人) - 50%)', null, '29～35个百分点'],
  ])('%s | %s prints %s', (formula, format, text) => {
    expect(print(formula, people, format)).toBe(text);
  });
});

describe('unequal values that would look alike gain decimals together', () => {
  test('percentages', () => {
    const close = over('小学入学率', ['85.234', '85.231', '70']);
    expect(print('列举(小学入学率)', close)).toBe('吴兴区85.234%、南浔区85.231%和德清县70%');
    expect(print('列举(小学入学率)', close, '整数')).toBe('吴兴区85.234%、南浔区85.231%和德清县70%');
    expect(print('区间(城区, 小学入学率)', close, '1位小数')).toBe('85.231%～85.234%');
  });

  test('amounts', () => {
    const close = over('随迁子女人数', ['80605', '80611', '70000']);
    expect(print('列举(随迁子女人数)', close, '万人')).toBe('吴兴区8.0605万人、南浔区8.0611万人和德清县7.0000万人');
    expect(print('前几(随迁子女人数, 1)', close, '万人')).toBe('南浔区8.06万人');
  });

  test('equal ones do not, nor those that a round number makes alike', () => {
    expect(print('列举(小学入学率)', over('小学入学率', ['85.2', '85.2', '85.2']))).toBe(
      '吴兴区85.20%、南浔区85.20%和德清县85.20%',
    );
    expect(print('列举(小学入学率)', over('小学入学率', ['81.1', '81.2', '81.3']), '超')).toBe(
      '吴兴区超81%、南浔区超81%和德清县超81%',
    );
  });

  test('values that only the thirteenth place tells apart do not grow without end', () => {
    const close = over('小学入学率', ['85.12345678901234', '85.12345678901233', '70']);
    expect(print('列举(小学入学率)', close)).toBe('吴兴区85.12%、南浔区85.12%和德清县70%');
  });
});

describe('members without data', () => {
  test('stay in their place in a full list', () => {
    expect(print('列举(小学入学率)', over('小学入学率', ['85', '80']))).toBe('吴兴区85%、南浔区80%和德清县【待填】');
    expect(print('列举(小学入学率)', over('小学入学率', ['85', '80', '无此项']))).toBe(
      '吴兴区85%、南浔区80%和德清县无此项',
    );
    expect(print('列举(小学入学率)', over('小学入学率', ['85', '80', '不公开']), null, 'table')).toBe(
      '吴兴区85%、南浔区80%和德清县—',
    );
    expect(print('列举(小学入学率)', over('小学入学率', ['85', '80', '无此项']), '分别')).toBe(
      '吴兴区和南浔区分别为85%和80%，德清县无此项',
    );
    expect(print('列举(小学入学率)', over('小学入学率', ['85', '80']), '分别')).toBe(
      '吴兴区和南浔区分别为85%和80%，德清县【待填】',
    );
    expect(print('列举(同比(学校数))', over('学校数', ['6', '5', '无此项'], ['5', '0', '1']), '升降词')).toBe(
      '吴兴区增长20%；南浔区增加5所（上年为零，不计算增幅）；德清县没有此项，不作比较',
    );
  });

  test('are counted in brackets wherever they are left out, in every format and place', () => {
    const two = over('公办就读人数', ['30000', '14500']);
    expect(print('合计(下级, 公办就读人数, 允许缺)', two)).toBe('44500人（缺1个区县数据）');
    expect(print('合计(下级, 公办就读人数, 允许缺)', two, '数', 'table')).toBe('44500（缺1个区县数据）');
    expect(print('合计(下级, 公办就读人数, 允许缺)', two, '万人')).toBe('4.45万人（缺1个区县数据）');
    expect(print('最高(公办就读人数)', two)).toBe('最高的是吴兴区，为30000人（缺1个区县数据）');
    expect(print('区间(公办就读人数)', two)).toBe('14500～30000人（缺1个区县数据）');
    expect(print('前几(公办就读人数, 3)', two, '名称')).toBe('吴兴区和南浔区（缺1个区县数据）');
    expect(print('前几(公办就读人数, 3)', two, '分别')).toBe('吴兴区和南浔区分别为30000人和14500人（缺1个区县数据）');
  });
});
