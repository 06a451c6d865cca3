import { strFromU8, strToU8 } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { readZip, writeZip } from '../../../electron/core/exporting/zip/canonical-zip.ts';
import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import { checkDocx } from '../../support/ooxml/check-docx.ts';
import { preprocessCompatibility, validateSchemas, whyNoSchemas } from '../../support/ooxml/validate-schemas.ts';
import { plainDocx } from '../../support/plain-exports.ts';
import { printedFixture } from '../../support/printed-fixture.ts';

/** The checks themselves: each fault planted in a sound file must be noticed. */

const noSchemas = whyNoSchemas();
let sound: Uint8Array;

beforeAll(async () => {
  sound = await writeDocx({ ...plainDocx, document: printedFixture, layout: defaultLayout });
});

function spoil(path: string, from: string, to: string): Uint8Array {
  const entries = readZip(sound).map((entry) => {
    if (entry.path !== path) return entry;
    const text = strFromU8(entry.content);
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    return { path, content: strToU8(text.replace(from, to)) };
  });
  return writeZip(entries);
}

const document = 'word/document.xml';

test.each([
  ['a missing part', 'word/_rels/document.xml.rels', 'Target="styles.xml"', 'Target="nowhere.xml"'],
  ['a relationship that is not there', document, 'r:id="rId5"', 'r:id="rId99"'],
  ['an id given twice', 'word/_rels/document.xml.rels', 'Id="rId2"', 'Id="rId1"'],
  ['a part without content type', '[Content_Types].xml', 'PartName="/word/styles.xml"', 'PartName="/word/style.xml"'],
  ['a drawing id given twice', document, '<wp:docPr id="2"', '<wp:docPr id="1"'],
  ['a bookmark name given twice', document, 'w:name="_HG_public"', 'w:name="_HG_TOTAL"'],
  ['a bookmark that does not close', document, '<w:bookmarkEnd w:id="3"/>', ''],
  ['a column of another width', document, '<w:gridCol w:w="', '<w:gridCol w:w="1'],
  ['a theme font', document, 'w:ascii="', 'w:asciiTheme="minorHAnsi" w:ascii="'],
  ['properties out of turn', document, '<w:keepNext/><w:ind', '<w:ind w:right="1"/><w:keepNext/><w:ind'],
  ['a style that is not there', document, 'w:val="Heading1"', 'w:val="Heading9"'],
  ['a list that is not there', document, '<w:numId w:val="1"/>', '<w:numId w:val="7"/>'],
  ['a cached value of its own', 'word/charts/chart1.xml', '<c:v>81.51</c:v>', '<c:v>82.51</c:v>'],
  ['a blank that Word would drop', document, '<w:t xml:space="preserve">', '<w:t> '],
  ['a note without its part', document, '<w:t xml:space="preserve">', '<w:footnoteReference w:id="2"/><w:t>'],
  ['a theme font in a footer', 'word/footer1.xml', 'w:ascii="', 'w:asciiTheme="minorHAnsi" w:ascii="'],
  ['settings out of turn', 'word/settings.xml', '<w:compat>', '<w:zoom w:percent="1"/><w:compat>'],
])('%s is noticed', (_name, path, from, to) => {
  expect(checkDocx(spoil(path, from, to))).not.toEqual([]);
});

test('a name that stands twice in the zip is noticed', () => {
  // Same length, so that the zip's directory stays whole.
  const doubled = Buffer.from(sound);
  const from = Buffer.from('word/footer2.xml');
  for (let at = doubled.indexOf(from); at >= 0; at = doubled.indexOf(from, at + 1))
    doubled.write('word/footer1.xml', at);
  expect(checkDocx(new Uint8Array(doubled)).join()).toContain('zip name twice: word/footer1.xml');
});

test.skipIf(noSchemas !== null)(`an element of no schema is noticed (${noSchemas ?? 'ISO/IEC 29500'})`, async () => {
  expect(await validateSchemas(spoil(document, '<w:keepNext/>', '<w:keepNextOne/>'))).not.toEqual([]);
});

test('attributes that a reader may ignore go before validation', () => {
  const xml = '<w:p mc:Ignorable="w14 w15" w14:paraId="1" w:rsidR="2"><w:r w15:x="3"/></w:p>';
  expect(preprocessCompatibility(xml)).toBe('<w:p w:rsidR="2"><w:r/></w:p>');
});
