import { afterEach, expect, test, vi } from 'vitest';
import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import { checkDocx } from '../../support/ooxml/check-docx.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { validateSchemas, whyNoSchemas } from '../../support/ooxml/validate-schemas.ts';
import { plainDocx } from '../../support/plain-exports.ts';
import { printedFixture } from '../../support/printed-fixture.ts';

const noSchemas = whyNoSchemas();

function write(): Promise<Uint8Array> {
  return writeDocx({ ...plainDocx, document: printedFixture, layout: defaultLayout });
}

afterEach(() => {
  vi.useRealTimers();
});

test('the report is a sound Word file', async () => {
  expect(checkDocx(await write())).toEqual([]);
});

test.skipIf(noSchemas !== null)(`every part follows its schema (${noSchemas ?? 'ISO/IEC 29500'})`, async () => {
  expect(await validateSchemas(await write())).toEqual([]);
});

test('the same report gives the same bytes years later, and with another layout object of the same numbers', async () => {
  const first = await write();
  vi.useFakeTimers({ now: new Date('2031-03-04T05:06:07Z'), toFake: ['Date'] });
  const later = await writeDocx({ ...plainDocx, document: printedFixture, layout: { ...defaultLayout } });
  expect(Buffer.from(later).equals(Buffer.from(first))).toBe(true);
});

test('the file tells its title and neither author nor time', async () => {
  const core = openPackage(await write()).text('docProps/core.xml');
  expect(core).toContain('<dc:title>示例市2021年义务教育随迁子女教育工作情况汇报（示例·虚构）</dc:title>');
  expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|20\d\d-/);
});

test('the page is that of GB/T 9704: margins, a grid without type, page numbers on outer edges', async () => {
  const file = openPackage(await write());
  const document = file.text('word/document.xml');
  expect(document).toContain(
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1446" w:gutter="0"/>',
  );
  expect(document).toContain('<w:docGrid w:linePitch="579"/>');
  expect(file.text('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  expect(file.text('word/footer1.xml')).toMatch(/w:rightChars="100".*<w:jc w:val="right"\/>/);
  expect(file.text('word/footer2.xml')).toMatch(/w:leftChars="100".*<w:jc w:val="left"\/>/);
});

test('body text has the exact pitch, the tightening and the Chinese line rules', async () => {
  const styles = openPackage(await write()).text('word/styles.xml');
  const [normal] = /<w:style w:type="paragraph" w:default="1".*?<\/w:style>/.exec(styles) ?? [''];
  for (const rule of [
    '<w:widowControl w:val="0"/>',
    '<w:kinsoku w:val="1"/>',
    '<w:overflowPunct w:val="1"/>',
    '<w:autoSpaceDE w:val="0"/>',
    '<w:autoSpaceDN w:val="0"/>',
    '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>',
    '<w:jc w:val="both"/>',
    '<w:spacing w:val="-5"/>',
    '<w:sz w:val="32"/>',
  ]) {
    expect(normal).toContain(rule);
  }
  expect(styles).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>');
  expect(styles).toContain('w:eastAsia="zh-CN"');
});

test('fonts that newer machines lack name their substitutes', async () => {
  const fonts = openPackage(await write()).text('word/fontTable.xml');
  expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  expect(fonts).toContain('<w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/>');
  expect(fonts).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK"/>');
});

test('settings squeeze punctuation and name Chinese as the East Asian language', async () => {
  const settings = openPackage(await write()).text('word/settings.xml');
  expect(settings).toContain('<w:characterSpacingControl w:val="compressPunctuation"/>');
  expect(settings).toMatch(/<w:themeFontLang [^>]*w:eastAsia="zh-CN"/);
});

test('another layout is followed in every part', async () => {
  const layout = {
    ...defaultLayout,
    linePitchTwips: 560,
    fontNames: { ...defaultLayout.fontNames, body: '方正仿宋_GBK', kai: '方正楷体_GBK' },
  };
  const docx = await writeDocx({ ...plainDocx, document: printedFixture, layout });
  expect(checkDocx(docx)).toEqual([]);
  const file = openPackage(docx);
  const parts = file.names
    .filter((name) => /^word\/[^/]+\.xml$/.test(name))
    .map(file.text)
    .join('');
  expect(parts).not.toMatch(/仿宋_GB2312|楷体_GB2312|w:line="579"|w:linePitch="579"/);
  expect(file.text('word/fontTable.xml')).toContain('<w:font w:name="方正仿宋_GBK">');
});
