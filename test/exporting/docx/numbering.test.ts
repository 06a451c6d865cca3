import { expect, test } from 'vitest';
import { planNumbers } from '../../../electron/core/exporting/docx/number-plan.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { childOf, findAll } from '../../support/ooxml/parse-xml.ts';
import { body, heading, words } from '../../support/printed-fixture.ts';
import { bodyOf, writeBlocks } from './printed-parts.ts';

const text = words('示例');

test('the list is 一、（一）1.（1）, tied to the heading styles, each number in its heading’s font with nothing after', async () => {
  const numbering = openPackage(await writeBlocks([heading(1, 1, text)])).xml('word/numbering.xml');
  const levels = findAll(numbering, 'w:lvl').map((level) => [
    ...['w:numFmt', 'w:pStyle', 'w:suff', 'w:lvlText'].map((name) => childOf(level, name)?.attributes.get('w:val')),
    findAll(level, 'w:rFonts')[0]?.attributes.get('w:eastAsia'),
  ]);
  expect(levels).toEqual([
    ['chineseCounting', 'Heading1', 'nothing', '%1、', '黑体'],
    ['chineseCounting', 'Heading2', 'nothing', '（%2）', '楷体_GB2312'],
    ['decimal', 'Heading3', 'nothing', '%3.', '仿宋_GB2312'],
    ['decimal', 'Heading4', 'nothing', '（%4）', '仿宋_GB2312'],
  ]);
});

test('ordinals that Word counts by itself need one instance of the list', () => {
  const blocks = [
    heading(1, 1, text),
    heading(2, 1, text),
    heading(3, 1, text),
    body(text),
    heading(3, 2, text),
    heading(2, 2, text),
    heading(3, 1, text),
    heading(1, 2, text),
    heading(2, 1, text),
  ];
  const plan = planNumbers(blocks);
  expect(plan.restarts).toEqual([]);
  expect(plan.numIds).toEqual([1, 1, 1, 0, 1, 1, 1, 1, 1]);
});

test('a level that was skipped begins explicitly, as programs disagree on its number', () => {
  const blocks = [heading(1, 1, text), heading(3, 1, text), heading(2, 1, text), heading(3, 1, text)];
  expect(planNumbers(blocks).restarts).toEqual([{ numId: 2, level: 2, ordinal: 1 }]);
});

test('an annex that counts from 一、 again gets an instance of its own', async () => {
  const annex = heading(1, 1, text);
  const blocks = [heading(1, 1, text), heading(1, 2, text), annex, heading(2, 1, text)];
  expect(planNumbers(blocks).restarts).toEqual([{ numId: 2, level: 1, ordinal: 1 }]);
  const numIds = (await bodyOf(blocks)).map((paragraph) => findAll(paragraph, 'w:numId')[0]?.attributes.get('w:val'));
  expect(numIds).toEqual([undefined, undefined, '2', '2']);
});

test('a level that begins at 三 starts there, and begins at 一 again under the next heading above it', () => {
  const blocks = [
    heading(1, 1, text),
    heading(2, 3, text),
    heading(2, 4, text),
    heading(1, 2, text),
    heading(2, 1, text),
  ];
  expect(planNumbers(blocks).restarts).toEqual([
    { numId: 2, level: 2, ordinal: 3 },
    { numId: 3, level: 2, ordinal: 1 },
  ]);
});

test('a heading without an ordinal is not numbered', async () => {
  const [paragraph] = await bodyOf([{ kind: 'paragraph', level: 1, ordinal: 0, number: '', runs: [text] }]);
  expect(paragraph && findAll(paragraph, 'w:numId')[0]?.attributes.get('w:val')).toBe('0');
});
