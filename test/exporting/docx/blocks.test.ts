import { expect, test } from 'vitest';
import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import { proposeTitleLines } from '../../../shared/gongwen/title-lines.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { findAll } from '../../support/ooxml/parse-xml.ts';
import { plainDocx } from '../../support/plain-exports.ts';
import { body, figure, gap, heading, lead, words } from '../../support/printed-fixture.ts';
import { bodyOf, fontsOf, propertyOf, shownText } from './printed-parts.ts';

test('the title stands in 小标宋 with its own line breaks, an empty line below it, then the recipients flush left', async () => {
  const [title, empty, recipients] = await bodyOf([
    { kind: 'title', runs: [words('示例县教育工作\n情况汇报')] },
    { kind: 'recipients', runs: [words('示例市教育局：')] },
  ]);
  expect(propertyOf(title, 'w:pStyle')).toBe('Title');
  expect(title && shownText(title)).toBe('示例县教育工作\n情况汇报');
  expect(fontsOf(title)[0]).toMatch(/^方正小标宋简体:/);
  expect(empty && shownText(empty)).toBe('');
  expect(propertyOf(empty, 'w:pStyle')).toBeUndefined();
  expect(propertyOf(recipients, 'w:pStyle')).toBe('Recipients');
});

test('a long title breaks between words, in Word as in the PDF, and stays whole in the properties', async () => {
  const whole = '某某市2021年贯彻落实《义务教育法》保障随迁子女平等接受义务教育权利的情况报告';
  const runs = [words(whole.slice(0, 3)), figure('year', '2021年'), words(whole.slice(8))];
  const [title] = await bodyOf([{ kind: 'title', runs }]);
  expect(title && shownText(title).split('\n')).toEqual(proposeTitleLines(whole)[0]);
  expect(proposeTitleLines(whole)[0]).toHaveLength(3);
  const docx = await writeDocx({
    ...plainDocx,
    document: { title: whole, blocks: [{ kind: 'title', runs }] },
    layout: defaultLayout,
  });
  expect(openPackage(docx).text('docProps/core.xml')).toContain(`<dc:title>${whole}</dc:title>`);
});

test('a heading that stands alone is a Word heading in its level’s font, its number left to Word', async () => {
  const paragraphs = await bodyOf([
    heading(1, 1, words('基本情况')),
    heading(2, 1, words('总体情况')),
    heading(3, 1, words('学生情况')),
    heading(4, 1, words('小学')),
  ]);
  expect(paragraphs.map((paragraph) => propertyOf(paragraph, 'w:pStyle'))).toEqual([
    'Heading1',
    'Heading2',
    'Heading3',
    'Heading4',
  ]);
  expect(paragraphs.map((paragraph) => fontsOf(paragraph)[0])).toEqual([
    '黑体:基本情况',
    '楷体_GB2312:总体情况',
    '仿宋_GB2312:学生情况',
    '仿宋_GB2312:小学',
  ]);
  expect(paragraphs.map(shownText).join('')).not.toMatch(/[一二（）1]/);
});

test('a run-in heading is one numbered paragraph at body level: the sentence in 楷体, the rest in 仿宋', async () => {
  const [paragraph, ...rest] = await bodyOf([heading(2, 1, lead('加强领导。'), words('教育局成立专班。'))]);
  expect(rest).toEqual([]);
  expect(propertyOf(paragraph, 'w:pStyle')).toBe('RunInHeading');
  expect(fontsOf(paragraph)).toEqual(['楷体_GB2312:加强领导。', '仿宋_GB2312:教育局成立专班。']);
  expect(paragraph && findAll(paragraph, 'w:ilvl')[0]?.attributes.get('w:val')).toBe('1');
  expect(paragraph && findAll(paragraph, 'w:numId')[0]?.attributes.get('w:val')).toBe('1');
});

test('a heading whose runs are all lead stands alone', async () => {
  const [paragraph] = await bodyOf([heading(2, 1, lead('加强领导'), lead('，落实责任'))]);
  expect(propertyOf(paragraph, 'w:pStyle')).toBe('Heading2');
});

test('a figure stands in a bookmark of its id, a gap is marked yellow', async () => {
  const [paragraph] = await bodyOf([body(words('共'), figure('n1', '12所'), gap('n2', '【待填：经费】', '待填'))]);
  const names = paragraph?.children.map(({ name, attributes }) => attributes.get('w:name') ?? name);
  expect(names).toEqual(['w:pPr', 'w:r', '_HG_n1', 'w:r', 'w:bookmarkEnd', '_HG_n2', 'w:r', 'w:bookmarkEnd']);
  const highlights = paragraph && findAll(paragraph, 'w:highlight').map(({ attributes }) => attributes.get('w:val'));
  expect(highlights).toEqual(['yellow']);
});

test('the organisation stands two characters in, a shorter date under it by the rule, all kept with the last line', async () => {
  const [last, empty, organisation, date] = await bodyOf([
    body(words('特此报告。')),
    { kind: 'signature', organisation: [words('示例市教育局办公室')], date: [words('2022年1月5日')] },
  ]);
  expect(propertyOf(last, 'w:keepNext')).toBe('');
  expect(empty && shownText(empty)).toBe('');
  expect(propertyOf(empty, 'w:keepNext')).toBe('');
  expect(propertyOf(organisation, 'w:ind')).toBe('w:rightChars=200 w:right=630');
  expect(propertyOf(organisation, 'w:keepNext')).toBe('');
  expect(propertyOf(date, 'w:ind')).toBe('w:rightChars=300 w:right=945');
  expect(propertyOf(date, 'w:keepNext')).toBeUndefined();
});

test('a date longer than the organisation stands two characters in itself', async () => {
  const [, organisation, date] = await bodyOf([
    { kind: 'signature', organisation: [words('永宁县教育局')], date: [words('2024年12月5日')] },
  ]);
  expect(propertyOf(organisation, 'w:ind')).toBe('w:rightChars=450 w:right=1418');
  expect(propertyOf(date, 'w:ind')).toBe('w:rightChars=200 w:right=630');
});

test('a page break begins the next block on a new page without an empty line; a last one does nothing', async () => {
  const paragraphs = await bodyOf([
    body(words('前页')),
    { kind: 'pageBreak' },
    heading(1, 1, words('下页')),
    { kind: 'pageBreak' },
  ]);
  expect(paragraphs.map(shownText)).toEqual(['前页', '下页']);
  expect(paragraphs.map((paragraph) => propertyOf(paragraph, 'w:pageBreakBefore'))).toEqual([undefined, '']);
});

test('a note is set small in 仿宋 and stays on the page of its chart or table', async () => {
  const paragraphs = await bodyOf([
    {
      kind: 'table',
      id: 't',
      caption: '表1 示例（虚构）',
      unit: null,
      rows: [{ role: 'body', cells: [{ runs: [words('甲县')], colspan: 1, rowspan: 1, numeric: false }] }],
    },
    { kind: 'note', text: '注：示例（虚构）。' },
  ]);
  const note = paragraphs.at(-1);
  expect(propertyOf(note, 'w:pStyle')).toBe('Note');
  expect(fontsOf(note)).toEqual(['仿宋_GB2312:注：示例（虚构）。']);
  const table = paragraphs.find(({ name }) => name === 'w:tbl');
  expect(table && findAll(table, 'w:keepNext')).toHaveLength(1);
});
