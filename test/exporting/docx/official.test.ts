import { expect, test } from 'vitest';
import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { defaultOptions } from '../../../shared/gongwen/options.ts';
import type { PrintedDocument } from '../../../shared/report/printed.ts';
import { greyPicture, officialFixture, officialWithContents, pictureKey } from '../../support/official-fixture.ts';
import { checkDocx } from '../../support/ooxml/check-docx.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { findAll, textOf } from '../../support/ooxml/parse-xml.ts';
import { validateSchemas, whyNoSchemas } from '../../support/ooxml/validate-schemas.ts';
import { plainDocx } from '../../support/plain-exports.ts';
import { body, heading, lead, words } from '../../support/printed-fixture.ts';

const pictures = new Map([[pictureKey, greyPicture(320, 200)]]);
const record = {
  id: 'f1',
  formula: '占比(公办就读人数, 随迁子女人数)',
  format: null,
  region: '示例市',
  period: '2024年',
  text: '80.77%',
  fingerprint: '0011223344556677',
};
const noSchemas = whyNoSchemas();

function write(document: PrintedDocument, changes: Partial<typeof plainDocx> = {}): Promise<Uint8Array> {
  return writeDocx({ ...plainDocx, pictures, ...changes, document });
}

function withBlocks(...blocks: PrintedDocument['blocks']): PrintedDocument {
  return { title: '报告', blocks };
}

test.each([
  ['a formal 报告', officialFixture, {}],
  ['one with 目录 and 草稿', officialWithContents, { isDraft: true, records: [record] }],
])('%s is a sound Word file', async (_, document, changes) => {
  expect(checkDocx(await write(document, changes))).toEqual([]);
});

test.skipIf(noSchemas !== null)(`every part follows its schema (${noSchemas ?? 'ISO/IEC 29500'})`, async () => {
  const problems = await validateSchemas(await write(officialWithContents, { isDraft: true, records: [record] }));
  expect(problems.filter((problem) => !/no schema for (?:word\/media|customXml)/.test(problem))).toEqual([]);
});

test('the red line spans the type area below the number, the signer stands in 楷体 at the right', async () => {
  const document = openPackage(await write(officialFixture)).text('word/document.xml');
  const [line = ''] = /<w:p><w:pPr><w:pStyle w:val="Letterhead"\/><w:pBdr>.*?<\/w:p>/.exec(document) ?? [];
  expect(line).toContain('<w:bottom w:val="single" w:sz="12" w:space="5" w:color="FF0000"/>');
  expect(line).toMatch(/签发人：.*w:eastAsia="楷体_GB2312".*张示例/);
  expect(line).toContain('<w:tab w:val="right" w:pos="8529"/>');
});

test('references and captions are fields of one bookmark, so that they follow when a table is added', async () => {
  const document = openPackage(await write(officialFixture)).text('word/document.xml');
  expect(document).toMatch(/<w:bookmarkStart w:id="\d+" w:name="_HGR_t1"\/>.*?SEQ 表 \\\* ARABIC/);
  expect(document).toMatch(/REF _HGR_t1 \\h .*?>表1</);
});

test('a landscape annex is a section of its own, between upright ones', async () => {
  const root = openPackage(await write(officialFixture)).xml('word/document.xml');
  const sizes = findAll(root, 'w:pgSz').map(({ attributes }) => [attributes.get('w:w'), attributes.get('w:orient')]);
  expect(sizes).toEqual([
    ['11906', undefined],
    ['16838', 'landscape'],
    ['11906', undefined],
  ]);
  const widths = findAll(root, 'w:tblW').map(({ attributes }) => attributes.get('w:w'));
  expect(widths).toEqual([String(16838 - 1984 - 2098)]);
});

test('several attachments are counted, and go on below their own names', async () => {
  const root = openPackage(await write(officialFixture)).xml('word/document.xml');
  const listed = findAll(root, 'w:p').filter((paragraph) => /一览表$|安排说明$/.test(textOf(paragraph)));
  const texts = listed.slice(0, 2).map(textOf);
  expect(texts).toEqual([
    '附件：1.义务教育学位建设任务完成情况一览表',
    '2.示例市2025—2027年义务教育学校建设规划和资金筹措安排说明',
  ]);
  const indents = listed.slice(0, 2).map((paragraph) => findAll(paragraph, 'w:ind')[0]?.attributes);
  expect(indents.map((indent) => [indent?.get('w:leftChars'), indent?.get('w:hangingChars')])).toEqual([
    ['600', '400'],
    ['600', '100'],
  ]);
});

test('the table of contents shows the pages that are known', async () => {
  const first = officialWithContents.blocks[0];
  const place = first?.kind === 'contents' ? (first.entries[0]?.block ?? 0) : 0;
  const file = openPackage(await write(officialWithContents, { pages: new Map([[place, 7]]) }));
  expect(file.text('word/document.xml')).toMatch(new RegExp(`PAGEREF _Toc_HG_${place} .*?>7<`));
});

test('a picture whose bytes are gone leaves a mark, and the file sound', async () => {
  const bytes = await write(officialFixture, { pictures: new Map() });
  expect(checkDocx(bytes)).toEqual([]);
  expect(openPackage(bytes).text('word/document.xml')).toContain('【图片已不在数据文件中，请重新插入】');
});

test('the manifest keeps formula, text and fingerprint of each figure', async () => {
  const manifest = openPackage(await write(officialFixture, { records: [record] })).text('customXml/item1.xml');
  expect(manifest).toContain('bookmark="_HG_f1"');
  expect(manifest).toContain('formula="占比(公办就读人数, 随迁子女人数)"');
  expect(manifest).toContain('text="80.77%" fingerprint="0011223344556677"');
});

test('what a bureau chooses is kept: bold levels, 一是, Latin font, page number, strict grid', async () => {
  const layout = layoutOf({
    ...defaultOptions,
    严格网格: true,
    页码: '居中',
    字体: { ...defaultOptions.字体, 西文: 'Times New Roman' },
    加粗: { ...defaultOptions.加粗, 二级: true, 一是二是: '序词加粗' },
  });
  const document = withBlocks(
    heading(2, 1, lead('标题。'), words('正文。')),
    body(words('一是甲；二是乙。')),
    heading(2, 2, words('单列')),
  );
  const file = openPackage(await write(document, { layout }));
  const bold = findAll(file.xml('word/document.xml'), 'w:r').filter((run) => findAll(run, 'w:b').length > 0);
  expect(bold.map(textOf)).toEqual(['标题。', '一是', '二是']);
  expect(file.text('word/styles.xml')).toMatch(/w:styleId="Heading2".*?<w:b\/>/);
  expect(file.text('word/document.xml')).toContain('w:ascii="Times New Roman"');
  expect(file.text('word/document.xml')).toContain('w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"');
  expect(file.text('word/footer1.xml')).toContain('<w:jc w:val="center"/>');
});

test('a 版记 behind an annex across the page stands on an upright page of its own', async () => {
  const annex = { kind: 'annex', label: '附件', title: [words('一览表')], landscape: true } as const;
  const imprint = { kind: 'imprint', parts: [{ part: '印发机关', runs: [words('示例市教育局办公室')] }] } as const;
  const bytes = await write(withBlocks(body(words('正文')), annex, body(words('横向')), imprint));
  expect(checkDocx(bytes)).toEqual([]);
  const document = openPackage(bytes).text('word/document.xml');
  const [, , last = ''] = document.split('</w:sectPr>');
  expect(last).toContain('HuigaoImprint');
  expect(last).not.toContain('w:orient');
});

test('text, attachments, signature and 附注 are kept together', async () => {
  const blocks = [
    body(words('特此报告。')),
    { kind: 'attachments', names: [[words('一览表')]] },
    { kind: 'signature', organisation: [words('示例市教育局')], date: [words('2024年12月5日')] },
    { kind: 'annotation', runs: [words('联系人：李示例')] },
  ] as const;
  const file = openPackage(await write(withBlocks(...blocks)));
  const kept = findAll(file.xml('word/document.xml'), 'w:p').map((paragraph) => {
    return [textOf(paragraph), findAll(paragraph, 'w:keepNext').length] as const;
  });
  expect(kept.slice(0, -1).filter(([, count]) => count === 0)).toEqual([]);
  expect(kept.at(-1)).toEqual(['（联系人：李示例）', 0]);
});
