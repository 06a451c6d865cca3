import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePeriod, periodSpan } from '../../shared/figures/period.ts';
import { indicators, observations, regions, sources, templatesFolder } from './read-templates.ts';

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function indicatorNamed(name: string): (typeof indicators)[number] | undefined {
  return indicators.find((one) => one.名称 === name);
}

/** Whole numbers only: the counts that districts add up to. */
function countOf(indicator: string, region: string, period: string): number {
  return Number(observations.find((one) => one.指标 === indicator && one.地区 === region && one.期 === period)?.值);
}

const counted = ['随迁子女人数', '公办就读人数', '随迁子女中考报名人数'];
const districts = regions.filter((region) => region.上级 === '330500').map((region) => region.名称);

test('the files keep the names by which they are loaded', () => {
  const files = readdirSync(templatesFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map((file) => `${file.parentPath}/${file.name}`.slice(templatesFolder.length + 1)).sort()).toEqual([
    'catalogue/indicators.yaml',
    'catalogue/rules.yaml',
    'sample/observations.yaml',
    'sample/regions.yaml',
    '控辍保学工作情况汇报.md',
    '随迁子女教育工作情况汇报.md',
  ]);
});

describe('catalogues', () => {
  test('no two indicators share a code, a name or an alias', () => {
    expect(repeated(indicators.map((indicator) => indicator.代码))).toEqual([]);
    expect(repeated(indicators.flatMap((indicator) => [indicator.名称, ...indicator.别名]))).toEqual([]);
    expect(indicators.filter((one) => !/^[a-z][a-z0-9_]{1,30}$/.test(one.代码))).toEqual([]);
  });

  test('no indicator shows more decimals than it keeps', () => {
    expect(indicators.filter((one) => one.显示小数位 > one.小数位)).toEqual([]);
  });

  test('a rate is never added up', () => {
    const rates = indicators.filter((one) => one.单位 === '%');
    expect(rates.filter((one) => one.汇总 !== (one.算式 === null ? '不可加' : '加权'))).toEqual([]);
  });

  test('every region stands one level below its parent', () => {
    expect(repeated(regions.map((region) => region.代码))).toEqual([]);
    expect(repeated(regions.flatMap((region) => [region.名称, ...region.别名]))).toEqual([]);
    const misplaced = regions.filter((region) => {
      const parent = regions.find((one) => one.代码 === region.上级);
      return region.级别 === '县' ? parent?.级别 !== '市' : region.上级 !== null;
    });
    expect(misplaced).toEqual([]);
    expect(districts).toEqual(['吴兴区', '南浔区', '德清县', '长兴县', '安吉县']);
  });
});

describe('sample data', () => {
  test('every observation names a reported indicator, a region and a period in full', () => {
    const reported = new Set(indicators.filter((one) => one.算式 === null).map((one) => one.名称));
    const known = new Set(regions.map((region) => region.名称));
    const wrong = observations.filter(
      (one) => !reported.has(one.指标) || !known.has(one.地区) || parsePeriod(one.期)?.label !== one.期,
    );
    expect(wrong).toEqual([]);
    expect(repeated(observations.map((one) => `${one.指标} ${one.地区} ${one.期}`))).toEqual([]);
  });

  test('every value fits the decimals that its indicator keeps', () => {
    const tooFine = observations.filter(
      (one) => (one.值.split('.')[1] ?? '').length > (indicatorNamed(one.指标)?.小数位 ?? 0),
    );
    expect(tooFine).toEqual([]);
  });

  test('a 截至 date belongs to a 时点 figure and lies within its period', () => {
    const wrong = observations.filter((one) => {
      if (one.截至 === undefined) return false;
      const period = parsePeriod(one.期);
      const span = period === null ? null : periodSpan(period);
      const within = span !== null && span.startOn <= one.截至 && one.截至 <= span.endOn;
      return !within || indicatorNamed(one.指标)?.时点时期 !== '时点';
    });
    expect(wrong).toEqual([]);
  });

  test.each(['2020年', '2021年'])('the five districts add up to the city in %s', (period) => {
    const sums = counted.map((name) => districts.reduce((sum, district) => sum + countOf(name, district, period), 0));
    expect(sums).toEqual(counted.map((name) => countOf(name, '湖州市', period)));
  });

  test('invented figures stay plausible: shares of 70–90 %, yearly change of −5 to +8 %', () => {
    const places = [...districts, '湖州市'];
    const shares = places.flatMap((place) =>
      ['2020年', '2021年'].map(
        (period) => countOf('公办就读人数', place, period) / countOf('随迁子女人数', place, period),
      ),
    );
    const growths = places.flatMap((place) =>
      counted.map((name) => countOf(name, place, '2021年') / countOf(name, place, '2020年')),
    );
    expect(shares.filter((share) => !(share > 0.7 && share < 0.9))).toEqual([]);
    expect(growths.filter((growth) => !(growth > 0.95 && growth < 1.08))).toEqual([]);
  });

  test('what is invented says so; what stands in a published document names it', () => {
    expect(sources.filter((one) => one.来源.includes('虚构') !== (one.种类 === '示例'))).toEqual([]);
    const published = observations.filter((one) => one.种类 === '文稿').map((one) => `${one.地区} ${one.期}`);
    expect([...new Set(published)]).toEqual(['湖州市 2021年', '南浔区 2021年', '永宁县 2024年', '永宁县 2024年上半年']);
  });
});

describe('the figures of the two published documents', () => {
  test.each([
    ['随迁子女人数', '湖州市', '2021年', '80605', '2021-12-31'],
    ['公办就读人数', '湖州市', '2021年', '65097', '2021-12-31'],
    ['符合条件随迁子女公办就读比例', '湖州市', '2021年', '100', '2021-12-31'],
    ['公办就读比例底线目标', '湖州市', '2021年', '80', undefined],
    ['公办就读比例远期目标', '湖州市', '2021年', '90', undefined],
    ['随迁子女中考报名人数', '湖州市', '2021年', '4987', undefined],
    ['中考报名连续就读年限', '湖州市', '2021年', '3', undefined],
    ['高技能人才子女就学名额档数', '湖州市', '2021年', '5', undefined],
    ['随迁子女入学社保缴费年限上限', '湖州市', '2021年', '1', undefined],
    ['高中招生放宽起始年份', '湖州市', '2021年', '2019', undefined],
    ['高技能人才子女就学通知年份', '湖州市', '2021年', '2019', undefined],
    ['高技能人才子女就学通知月份', '湖州市', '2021年', '4', undefined],
    ['高技能人才子女就学第一档税额', '湖州市', '2021年', '10000', undefined],
    ['高技能人才子女就学第一档名额', '湖州市', '2021年', '5', undefined],
    ['高技能人才子女就学第二档税额', '湖州市', '2021年', '5000', undefined],
    ['高技能人才子女就学第二档名额', '湖州市', '2021年', '3', undefined],
    ['高技能人才子女就学第三档税额', '湖州市', '2021年', '3000', undefined],
    ['高技能人才子女就学第三档名额', '湖州市', '2021年', '2', undefined],
    ['高技能人才子女就学第四档税额', '湖州市', '2021年', '1000', undefined],
    ['高技能人才子女就学第四档名额', '湖州市', '2021年', '1', undefined],
    ['高技能人才子女就学第五档税额', '湖州市', '2021年', '300', undefined],
    ['高技能人才子女就学第五档名额', '湖州市', '2021年', '1', undefined],
    ['新上市制造业企业就学名额', '湖州市', '2021年', '2', undefined],
    ['停招初一新生民办学校数', '南浔区', '2021年', '4', undefined],
    ['符合条件七年级新生入读比例', '南浔区', '2021年', '100', undefined],
    ['疑似辍学学生人数', '永宁县', '2024年', '1', undefined],
    ['已劝返学生人数', '永宁县', '2024年', '1', undefined],
    ['小学入学率', '永宁县', '2024年', '100', undefined],
    ['初中入学率', '永宁县', '2024年', '99.73', undefined],
    ['义务教育巩固率', '永宁县', '2024年', '100', undefined],
    ['适龄残疾儿童人数', '永宁县', '2024年', '179', '2024-12-05'],
    ['随班就读人数', '永宁县', '2024年', '122', '2024-12-05'],
    ['特殊学校就读人数', '永宁县', '2024年', '32', '2024-12-05'],
    ['送教上门人数', '永宁县', '2024年', '22', '2024-12-05'],
    ['学生资助类别数', '永宁县', '2024年', '4', undefined],
    ['资助人次', '永宁县', '2024年上半年', '6024', undefined],
    ['资助金额', '永宁县', '2024年上半年', '332.26', undefined],
  ])('%s of %s in %s is %s', (indicator, region, period, value, asOf) => {
    const found = observations.find((one) => one.指标 === indicator && one.地区 === region && one.期 === period);
    expect([found?.值, found?.截至, found?.种类]).toEqual([value, asOf, '文稿']);
  });

  test('half-year amounts never stand in the year', () => {
    expect(observations.filter((one) => one.指标.startsWith('资助') && !one.期.endsWith('上半年'))).toEqual([]);
  });
});
