import { expect, test } from 'vitest';
import { differenceOf } from '../../renderer/src/screens/settings/proofreading/example-difference.ts';
import {
  readTerms,
  refuseDocument,
  refuseLaw,
  refuseMany,
  refuseTerm,
  tidyLaw,
  tidyNumber,
  tidyTitle,
} from '../../renderer/src/screens/settings/proofreading/own-lists.ts';
import { ProofreadingOptions } from '../../shared/proofreading/own-lists.ts';
import { knownDocuments } from '../../shared/proofreading/wording/titles-list.ts';

const terms = [{ wrong: '教体局', right: '教育局' }];

test('pasted lines are divided by a tab, an arrow or blanks, and each says what becomes of it', () => {
  const pasted = [
    '民转公\t民办转公办\t备注',
    '甲 乙\t丙',
    '贫困生→家庭经济困难学生',
    '差生 -> ',
    '　择校生　',
    '',
    '教体局 教育局',
    '民转公 民办转公办',
    '一样 一样',
    `${'长'.repeat(61)} 短`,
  ].join('\r\n');
  expect(readTerms(pasted, terms)).toEqual([
    { wrong: '民转公', right: '民办转公办', status: 'new' },
    { wrong: '甲 乙', right: '丙', status: 'new' },
    { wrong: '贫困生', right: '家庭经济困难学生', status: 'new' },
    { wrong: '差生', right: null, status: 'new' },
    { wrong: '择校生', right: null, status: 'new' },
    { wrong: '教体局', right: '教育局', status: 'known' },
    { wrong: '民转公', right: '民办转公办', status: 'known' },
    { wrong: '一样', right: '一样', status: 'same' },
    { wrong: '长'.repeat(61), right: '短', status: 'long' },
  ]);
});

test('a word is refused that is there, that changes nothing, or that finds no room', () => {
  const full = Array.from({ length: 2000 }, (_, at) => ({ wrong: `词${at}`, right: null }));
  expect(refuseTerm({ wrong: '教体局', right: null }, terms)).toMatch(/表里已经有“教体局”/);
  expect(refuseTerm({ wrong: '甲', right: '甲' }, terms)).toMatch(/一样/);
  expect(refuseTerm({ wrong: '甲', right: null }, terms)).toBeNull();
  expect(refuseTerm({ wrong: '甲', right: null }, full)).toMatch(/最多添加 2000 个/);
  expect(refuseMany(1, full)).toMatch(/最多添加 2000 个/);
  expect(refuseMany(1, terms)).toBeNull();
  // As many as the backend takes, and no more.
  const options = { off: [], laws: [], documents: [] };
  expect(ProofreadingOptions.safeParse({ ...options, terms: full }).success).toBe(true);
  expect(ProofreadingOptions.safeParse({ ...options, terms: [...full, ...terms] }).success).toBe(false);
});

test('names of laws and titles lose what surrounds them, and titles within titles get 〈〉', () => {
  expect(tidyLaw('《中华人民共和国国家安全法》 ')).toBe('国家安全法');
  expect(tidyLaw('数据 安全法')).toBe('数据安全法');
  expect(tidyTitle('《关于印发《学籍管理办法》的\n通知》')).toBe('关于印发〈学籍管理办法〉的通知');
  expect(tidyTitle('关于印发《学籍管理办法》')).toBe('关于印发〈学籍管理办法〉');
  expect(tidyTitle('关于 Open Data 的通知')).toBe('关于Open Data的通知');
});

test.each([
  ['教基〔2020〕5号', '教基〔2020〕5号'],
  ['教基[2020]05号', '教基〔2020〕5号'],
  ['教基（２０２０）第 5 号', '教基〔2020〕5号'],
  ['教基【2020】5号', '教基〔2020〕5号'],
  ['教基2020年5号', null],
  ['〔2020〕5号', null],
  ['教基〔2020〕5', null],
])('the number of a document: %s', (typed, number) => {
  expect(tidyNumber(typed)).toBe(number);
});

test('a law or a document is refused that is there already or that the program knows', () => {
  expect(refuseLaw('义务教育法', [])).toMatch(/汇稿已经收了/);
  expect(refuseLaw('某某促进法', ['某某促进法'])).toMatch(/不用再添加/);
  expect(refuseLaw('某某促进法', [])).toBeNull();
  const own = { number: '湖教〔2021〕6号', title: '关于就学工作的通知' };
  const [builtIn = own] = knownDocuments;
  expect(refuseDocument({ ...own, number: builtIn.number }, [])).toContain(builtIn.title);
  expect(refuseDocument(own, [own])).toContain('《关于就学工作的通知》');
  expect(refuseDocument(own, [])).toBeNull();
});

test('examples show where they differ, unless that is nearly all of them', () => {
  expect(differenceOf('合计46704人。', '合计46740人。')).toEqual({ before: '合计467', own: '04', after: '人。' });
  expect(differenceOf('层层控辍责任书。', '层层签订控辍责任书。')).toEqual({
    before: '层层',
    own: '',
    after: '控辍责任书。',
  });
  expect(differenceOf('返尽返。。', '返尽返。')).toEqual({ before: '返尽返。', own: '。', after: '' });
  const long = '与另一个例子全然不同的很长的一句话。';
  expect(differenceOf(long, '别的话')).toEqual({ before: long, own: '', after: '' });
});
