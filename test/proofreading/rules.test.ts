import { describe, expect, test } from 'vitest';
import { proofread } from '../../shared/proofreading/proofread.ts';
import { draftOfText } from '../../shared/proofreading/reading/draft-of-text.ts';
import { noOwnLists, textRules } from '../../shared/proofreading/rules.ts';

const rules = textRules(noOwnLists);

function foundBy(id: string, text: string): readonly string[] {
  return proofread(draftOfText(text))
    .filter(({ rule }) => rule === id)
    .map(({ message }) => message);
}

test('each rule has an id of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

describe('the examples of each rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { good, bad }) => {
    expect(foundBy(id, good)).toEqual([]);
    expect(foundBy(id, bad)).not.toEqual([]);
  });
});

test('a rule that is switched off says nothing', () => {
  const draft = draftOfText('与家长签定责任书。');
  expect(proofread(draft).map(({ rule }) => rule)).toEqual(['W04']);
  expect(proofread(draft, { off: new Set(['W04']) })).toEqual([]);
});

test('the bureau adds words of its own', () => {
  const terms = [{ wrong: '教体局', right: '教育局', severity: 'W' as const, note: '机构改革后称“教育局”。' }];
  const [finding] = proofread(draftOfText('由县教体局牵头。'), { own: { ...noOwnLists, terms } });
  expect(finding).toMatchObject({
    rule: 'W04',
    text: '教体局',
    message: '“教体局”：机构改革后称“教育局”。',
    remedy: '改为“教育局”。',
  });
});

test('a sum that leaves a remainder is told in words, with what is missing', () => {
  const messages = foundBy('A01', '全县残疾儿童179人，其中随班就读122人、县外就读32人、送教上门22人。');
  expect(messages).toEqual(['122+32+22=176人，与179人相差3人。']);
});

test('a remainder that the stated rate explains is no more than a note', () => {
  const text = '全县残疾儿童179人，其中随班就读122人、县外就读32人、送教上门22人，入学率98.32%。';
  expect(proofread(draftOfText(text)).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['A01 I']);
});

test('a mean of rates that passes for the rate of the whole is called by its name', () => {
  const text = '甲县2000人，就读1800人，占90%；乙县8000人，就读5600人，占70%。合计比例为80%。';
  expect(foundBy('A07', text)).toEqual(['(1800+5600)÷(2000+8000)=74%，文中写的是80%，是几个比率的简单平均。']);
});

test('where the right text is certain it can be put in', () => {
  const [finding] = proofread(draftOfText('截止2024年12月5日，全县共有学校97所。'));
  expect(finding).toMatchObject({ start: 0, end: 2, text: '截止', replacement: '截至' });
});
