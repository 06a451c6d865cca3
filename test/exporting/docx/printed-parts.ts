import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../shared/report/printed.ts';
import { checkDocx } from '../../support/ooxml/check-docx.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { childOf, findAll, textOf, type XmlElement } from '../../support/ooxml/parse-xml.ts';
import { plainDocx } from '../../support/plain-exports.ts';

/** A Word file of the blocks given, after the structural checks found nothing. */
export async function writeBlocks(blocks: readonly PrintedBlock[]): Promise<Uint8Array> {
  const docx = await writeDocx({ ...plainDocx, document: { title: '示例（虚构）', blocks }, layout: defaultLayout });
  const problems = checkDocx(docx);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return docx;
}

/** The paragraphs and tables of the document part. */
export async function bodyOf(blocks: readonly PrintedBlock[]): Promise<readonly XmlElement[]> {
  const document = openPackage(await writeBlocks(blocks)).xml('word/document.xml');
  return (childOf(document, 'w:body')?.children ?? []).filter(({ name }) => name !== 'w:sectPr');
}

/** Text of a paragraph with its line breaks. */
export function shownText(paragraph: XmlElement): string {
  const shown = paragraph.children.flatMap(({ name, children }) => (name === 'w:r' ? children : []));
  return shown.map((part) => (part.name === 'w:br' ? '\n' : part.name === 'w:t' ? part.text : '')).join('');
}

/** A property of a paragraph: its value, or its attributes as `name=value`, or undefined. */
export function propertyOf(paragraph: XmlElement | undefined, name: string): string | undefined {
  const property = childOf(childOf(paragraph, 'w:pPr'), name);
  if (property === undefined) return undefined;
  const value = property.attributes.get('w:val');
  if (value !== undefined) return value;
  return [...property.attributes].map(([key, text]) => `${key}=${text}`).join(' ');
}

/** Font of each run that has text: `黑体:一体推进`. */
export function fontsOf(paragraph: XmlElement | undefined): readonly string[] {
  if (paragraph === undefined) return [];
  return findAll(paragraph, 'w:r').map((run) => {
    const font = childOf(childOf(run, 'w:rPr'), 'w:rFonts')?.attributes.get('w:eastAsia');
    return `${font}:${textOf(run)}`;
  });
}
