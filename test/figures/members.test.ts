import { expect, test } from 'vitest';
import type { Region } from '../../shared/figures/catalogue.ts';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { membersOf } from '../../shared/figures/members.ts';
import { dayBefore, makePeriod, nextPeriod, parsePeriod, previousPeriod } from '../../shared/figures/period.ts';
import { regions, viewOf } from '../support/small-data.ts';

/** 德清县 went into 吴兴区 on 1 May 2021; 南浔区 was made on 1 July 2020. */
const changed = regions.map((region): Region => {
  if (region.name === '德清县') return { ...region, validTo: '2021-04-30' };
  return region.name === '南浔区' ? { ...region, validFrom: '2020-07-01' } : region;
});
const facts = {
  随迁子女人数·吴兴区·2020年: '10',
  随迁子女人数·南浔区·2020年: '20',
  随迁子女人数·德清县·2020年: '30',
  随迁子女人数·吴兴区·2021年: '41',
  随迁子女人数·南浔区·2021年: '21',
  随迁子女人数·德清县·2021年: '1000',
};
const view = { ...viewOf(facts), regions: changed, namedSet: () => changed.slice(1, 4) };

function place(label: string) {
  const [region] = changed;
  const period = parsePeriod(label);
  if (region === undefined || period === null) throw new Error('bad test');
  return { region, period };
}

function namesIn(label: string, selector = '下级'): readonly string[] {
  return membersOf(view, place(label), selector).map(({ name }) => name);
}

test('a region counts in the periods on whose last day it existed', () => {
  expect(namesIn('2020年')).toEqual(['吴兴区', '南浔区', '德清县']);
  expect(namesIn('2021年')).toEqual(['吴兴区', '南浔区']);
  expect(namesIn('2020年上半年')).toEqual(['吴兴区', '德清县']);
  expect(namesIn('2021年4月')).toEqual(['吴兴区', '南浔区', '德清县']);
  expect(namesIn('2021年', '区县')).toEqual(['吴兴区', '南浔区']);
  expect(namesIn('2021年', '城区')).toEqual(['吴兴区', '南浔区']);
});

test('the total of an old period stays what it was, that of a new one leaves the merged region out', () => {
  const language = createFormulaLanguage(view);
  const checked = language.check('合计(下级, 随迁子女人数)');
  if (!checked.ok) throw new Error('bad test');
  const total = (label: string) => {
    const { value } = evaluateFormula(checked.value, { view, language, ...place(label) });
    return value.kind === 'number' ? value.value.toFraction() : value.kind;
  };
  expect(total('2020年')).toBe('60');
  expect(total('2021年')).toBe('62');
});

test('a name that two existing regions share means neither; the parent before it tells them apart', () => {
  const [city, ...counties] = regions;
  if (city === undefined) throw new Error('bad test');
  const other: Region = { ...city, id: 8, code: '320300', name: '徐州市', aliases: [] };
  const twin: Region = { ...city, id: 9, code: '320302', name: '德清县', aliases: [], level: '县', parentId: 8 };
  const names = createFormulaLanguage({ ...view, regions: [city, other, ...counties, twin] }).regions;
  expect(names.get('德清县')).toBeUndefined();
  expect(names.get('徐州市德清县')?.id).toBe(9);
  expect(names.get('湖州市德清县')?.id).toBe(4);
  const ended = createFormulaLanguage({ ...view, regions: [city, ...changed.slice(1), { ...twin, parentId: 1 }] });
  expect(ended.regions.get('德清县')?.id).toBe(9);
});

test('the day before, and the period after', () => {
  expect(['2021-05-01', '2021-01-01', '2024-03-01', '2023-03-01', '2021-05-20'].map(dayBefore)).toEqual([
    '2021-04-30',
    '2020-12-31',
    '2024-02-29',
    '2023-02-28',
    '2021-05-19',
  ]);
  for (const [kind, index] of [
    ['自然年', 1],
    ['学年', 1],
    ['学期', 2],
    ['半年', 1],
    ['季', 4],
    ['月', 12],
  ] as const) {
    const period = makePeriod(kind, 2021, index);
    expect(previousPeriod(nextPeriod(period))).toEqual(period);
  }
});
