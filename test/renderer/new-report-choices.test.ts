import { expect, test } from 'vitest';
import {
  chooseTemplate,
  firstChoice,
  periodsFor,
  regionsFor,
  requestName,
} from '../../renderer/src/screens/home/new-report-choices.ts';

const city = { name: '随迁子女', regionLevel: '市', periodKind: '自然年', description: '' };
const county = { name: '控辍保学', regionLevel: '县', periodKind: '学期', description: '' };
const any = { name: '总结', regionLevel: null, periodKind: null, description: '' };
const region = (name: string, level: string) => ({
  id: 1,
  name,
  level,
  code: null,
  parent: null,
  aliases: [],
  initials: '',
  hasEnded: false,
  isHome: false,
});
const catalogue = {
  templates: [city, county, any],
  regions: [region('湖州市', '市'), region('德清县', '县'), region('永宁县', '县')],
  periods: [
    { label: '2025年', kind: '自然年', hasData: false },
    { label: '2024年秋季学期', kind: '学期', hasData: true },
    { label: '2021年', kind: '自然年', hasData: true },
    { label: '2020年', kind: '自然年', hasData: true },
  ],
};

test('a template offers the regions and periods that it speaks of, and all where it names none', () => {
  expect(regionsFor(county, catalogue).map(({ name }) => name)).toEqual(['德清县', '永宁县']);
  expect(periodsFor(city, catalogue).map(({ label }) => label)).toEqual(['2021年', '2020年']);
  expect(regionsFor(any, catalogue)).toHaveLength(3);
  expect(periodsFor(any, catalogue)).toHaveLength(3);
});

test('the only region that fits is chosen, one of several is left to the person; the period is the newest with data', () => {
  expect(chooseTemplate(city, catalogue, null)).toEqual({ template: '随迁子女', region: '湖州市', period: '2021年' });
  expect(chooseTemplate(county, catalogue, null)).toEqual({
    template: '控辍保学',
    region: null,
    period: '2024年秋季学期',
  });
});

test('what still fits stays chosen when the template changes', () => {
  const before = { template: '控辍保学', region: '永宁县', period: '2024年秋季学期' };
  expect(chooseTemplate(any, catalogue, before)).toEqual({ ...before, template: '总结' });
  expect(chooseTemplate(city, catalogue, before)).toEqual({ template: '随迁子女', region: '湖州市', period: '2021年' });
});

test('the bureau’s own region is chosen among several, where the template speaks of its level', () => {
  const home = { ...region('永宁县', '县'), id: 2, isHome: true };
  const regions = [region('湖州市', '市'), region('德清县', '县'), home];
  expect(chooseTemplate(county, { ...catalogue, regions }, null).region).toBe('永宁县');
  expect(chooseTemplate(city, { ...catalogue, regions }, null).region).toBe('湖州市');
});

test('without data nothing is chosen', () => {
  expect(chooseTemplate(city, { ...catalogue, regions: [], periods: [] }, null)).toEqual({
    template: '随迁子女',
    region: null,
    period: null,
  });
});

test('of two regions of one name each is named with what it belongs to; what has ended comes last', () => {
  const twins = [
    { ...region('鼓楼区', '县'), id: 1, parent: '南京市' },
    { ...region('鼓楼区', '县'), id: 2, parent: '徐州市' },
    { ...region('云龙区', '县'), id: 3, parent: '徐州市' },
  ];
  expect(twins.map((each) => requestName(each, twins))).toEqual(['南京市鼓楼区', '徐州市鼓楼区', '云龙区']);
  const ended = twins.map((each) => ({ ...each, hasEnded: each.id === 1 }));
  expect(regionsFor(any, { ...catalogue, regions: ended }).map(({ id }) => id)).toEqual([2, 3, 1]);
});

test('who comes from a table finds its region and period chosen, by the first template that fits them', () => {
  const regions = catalogue.regions.map((each, at) => ({ ...each, id: at + 1 }));
  const here = { ...catalogue, regions };
  expect(firstChoice(here, { region: 1, period: '2020年' })).toEqual({
    template: '随迁子女',
    region: '湖州市',
    period: '2020年',
  });
  expect(firstChoice(here, { region: 3, period: '2024年秋季学期' })).toEqual({
    template: '控辍保学',
    region: '永宁县',
    period: '2024年秋季学期',
  });
  // A period without data: what fits stays chosen, the rest is left to the person.
  expect(firstChoice(here, { region: 1, period: '2025年' })).toMatchObject({ region: '湖州市', period: null });
  expect(firstChoice(here, null)).toEqual(chooseTemplate(city, here, null));
});
