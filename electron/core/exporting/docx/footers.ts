import type { Layout } from '../../../../shared/gongwen/layout.ts';
import { writeField } from './fields.ts';
import { fontElement } from './fonts.ts';
import { styleIds } from './styles.ts';
import { element, textNode, value, wordNamespace, xmlDeclaration } from './xml.ts';

/**
 * `— 1 —`, one character in from the outer edge: right on odd pages, left on even ones (GB/T 9704-2012, 7.5); in the middle
 * of every page, or nowhere, where the bureau wants it so.
 */
export function writeFooter(layout: Layout, outer: 'left' | 'right'): string {
  const font = element('w:rPr', {}, [fontElement(layout, 'song')]);
  const text = (words: string): string =>
    element('w:r', {}, [font, element('w:t', { 'xml:space': 'preserve' }, [textNode(words)])]);
  const { pageNumberPlace } = layout;
  const side = pageNumberPlace === '居中' ? null : outer;
  const paragraph = element('w:p', {}, [
    element('w:pPr', {}, [
      value('w:pStyle', styleIds.footer),
      element('w:ind', {
        ...(side === null ? {} : { [`w:${side}Chars`]: 100, [`w:${side}`]: layout.pageNumberHalfPoints * 10 }),
        'w:firstLineChars': 0,
        'w:firstLine': 0,
      }),
      value('w:jc', side ?? 'center'),
    ]),
    ...(pageNumberPlace === '不编' ? [] : [text('— '), ...writeField('PAGE', [text('1')]), text(' —')]),
  ]);
  return xmlDeclaration + element('w:ftr', { 'xmlns:w': wordNamespace }, [paragraph]);
}
