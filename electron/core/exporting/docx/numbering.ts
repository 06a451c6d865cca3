import type { Layout } from '../../../../shared/gongwen/layout.ts';
import { headingFontElements } from './fonts.ts';
import { bodyIndent } from './measures.ts';
import type { Restart } from './number-plan.ts';
import { element, value, wordNamespace, xmlDeclaration } from './xml.ts';

const levels = [
  { level: 1, format: 'chineseCounting', text: '%1、' },
  { level: 2, format: 'chineseCounting', text: '（%2）' },
  { level: 3, format: 'decimal', text: '%3.' },
  { level: 4, format: 'decimal', text: '（%4）' },
] as const;

function writeLevel(layout: Layout, { level, format, text }: (typeof levels)[number]): string {
  return element('w:lvl', { 'w:ilvl': level - 1 }, [
    value('w:start', 1),
    value('w:numFmt', format),
    value('w:pStyle', `Heading${level}`),
    value('w:suff', 'nothing'),
    value('w:lvlText', text),
    value('w:lvlJc', 'left'),
    element('w:pPr', {}, [bodyIndent(layout)]),
    element('w:rPr', {}, headingFontElements(layout, level)),
  ]);
}

function writeRestart({ numId, level, ordinal }: Restart): string {
  const override = element('w:lvlOverride', { 'w:ilvl': level - 1 }, [value('w:startOverride', ordinal)]);
  return element('w:num', { 'w:numId': numId }, [value('w:abstractNumId', 0), override]);
}

/**
 * `word/numbering.xml`: one multilevel list 一、（一）1.（1）, tied to the heading styles, so that Word itself counts. A
 * level begins again after each level above it, which is Word's rule when `w:lvlRestart` is absent.
 */
export function writeNumbering(layout: Layout, restarts: readonly Restart[]): string {
  const list = element('w:abstractNum', { 'w:abstractNumId': 0 }, [
    value('w:nsid', '48470001'),
    value('w:multiLevelType', 'multilevel'),
    value('w:tmpl', '48470002'),
    ...levels.map((level) => writeLevel(layout, level)),
  ]);
  const first = element('w:num', { 'w:numId': 1 }, [value('w:abstractNumId', 0)]);
  return (
    xmlDeclaration + element('w:numbering', { 'xmlns:w': wordNamespace }, [list, first, ...restarts.map(writeRestart)])
  );
}
