import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWord } from '../../../electron/core/importing/documents/read-word.ts';

/** Word files of other programs, down to what matters: bytes in, the lines that a reader sees out. */

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const text = (xml: string) => new TextEncoder().encode(xml);
  const entries = Object.entries(parts).map(([name, xml]) => [name, text(xml)] as const);
  return zipSync({
    'word/document.xml': text(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(entries),
  });
}

function linesOf(body: string, parts?: Readonly<Record<string, string>>): readonly string[] {
  const read = readWord(wordFile(body, parts));
  if (!read.ok) throw new Error(read.error);
  return read.value.map(({ text }) => text);
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

test('a figure that is cut by a run border is whole', () => {
  expect(linesOf(paragraph(run('共有806') + run('05人')))).toEqual(['共有80605人']);
});

test('deleted and moved-away text is gone, inserted text is there, and a deleted mark joins two paragraphs', () => {
  const changed = `${run('共')}<w:del><w:r><w:delText>179</w:delText></w:r></w:del><w:ins>${run('176')}</w:ins>${run('人')}`;
  expect(linesOf(paragraph(changed))).toEqual(['共176人']);
  expect(linesOf(paragraph(`<w:moveFrom>${run('旧处')}</w:moveFrom>${run('新处')}`))).toEqual(['新处']);
  const joined = paragraph(run('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run('后半'));
  expect(linesOf(joined)).toEqual(['前半后半']);
});

test('text that is told twice, for old programs and new ones, is read once; a box is a line of its own', () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('框内'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('框内'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(linesOf(paragraph(run('框外') + box))).toEqual(['框内', '框外']);
});

const numbering = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;

const item = (text: string, level: number, id = 1) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);

test('automatic numbers are written as Word prints them', () => {
  const body =
    item('基本情况', 0) +
    item('学校', 1) +
    item('教师', 1) +
    item('在编', 2) +
    item('主要举措', 0) +
    item('领导', 1) +
    item('续', 0, 2);
  expect(linesOf(body, { 'word/numbering.xml': numbering })).toEqual([
    '一、基本情况',
    '（一）学校',
    '（二）教师',
    '1.在编',
    '二、主要举措',
    '（一）领导',
    '五、续',
  ]);
});

test('a number may come from the style, or from the one that it is based on', () => {
  const styles = `<w:styles ${namespaces}><w:style w:styleId="Base"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Mine"><w:basedOn w:val="Base"/></w:style></w:styles>`;
  const body = paragraph(run('学校'), '<w:pStyle w:val="Mine"/>') + paragraph(run('教师'), '<w:pStyle w:val="Mine"/>');
  expect(linesOf(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })).toEqual([
    '（一）学校',
    '（二）教师',
  ]);
  const none = paragraph(run('正文'), '<w:pStyle w:val="Mine"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  expect(linesOf(none, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })).toEqual(['正文']);
});

test('cells, notes and the instructions of fields', () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph(run('合计'))}</w:tc><w:tc>${paragraph(run('176'))}</w:tc></w:tr></w:tbl>`;
  const field = paragraph(`<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>${run('第3页')}`);
  const notes = `<w:footnotes ${namespaces}><w:footnote>${paragraph(run('数据来源：教育局。'))}</w:footnote></w:footnotes>`;
  const read = readWord(wordFile(table + field, { 'word/footnotes.xml': notes }));
  expect(read).toMatchObject({
    value: [
      { text: '合计', role: 'cell' },
      { text: '176', role: 'cell' },
      { text: '第3页' },
      { text: '数据来源：教育局。' },
    ],
  });
});

test('what is no Word file, or broken, is refused', () => {
  expect(readWord(zipSync({ 'xl/workbook.xml': new Uint8Array([60]) }))).toMatchObject({ error: 'no-word' });
  expect(readWord(wordFile('<w:p>'))).toMatchObject({ error: 'damaged' });
  expect(readWord(wordFile(paragraph(run('一'))).slice(0, -30))).toMatchObject({ error: 'damaged' });
});
