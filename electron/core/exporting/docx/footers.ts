import type { Layout } from '../../../../shared/gongwen/layout.ts';
import { fontElement } from './fonts.ts';
import { styleIds } from './styles.ts';
import { element, textNode, value, wordNamespace, xmlDeclaration } from './xml.ts';

/** `— 1 —`, one character in from the outer edge: right on odd pages, left on even ones (GB/T 9704-2012, 7.5). */
export function writeFooter(layout: Layout, side: 'left' | 'right'): string {
  const font = element('w:rPr', {}, [fontElement(layout, 'song')]);
  const run = (content: string): string => element('w:r', {}, [font, content]);
  const text = (words: string): string => run(element('w:t', { 'xml:space': 'preserve' }, [textNode(words)]));
  const mark = (type: string): string => run(element('w:fldChar', { 'w:fldCharType': type }));
  const paragraph = element('w:p', {}, [
    element('w:pPr', {}, [
      value('w:pStyle', styleIds.footer),
      element('w:ind', {
        [`w:${side}Chars`]: 100,
        [`w:${side}`]: layout.pageNumberHalfPoints * 10,
        'w:firstLineChars': 0,
        'w:firstLine': 0,
      }),
      value('w:jc', side),
    ]),
    text('— '),
    mark('begin'),
    run(element('w:instrText', { 'xml:space': 'preserve' }, [' PAGE '])),
    mark('separate'),
    text('1'),
    mark('end'),
    text(' —'),
  ]);
  return xmlDeclaration + element('w:ftr', { 'xmlns:w': wordNamespace }, [paragraph]);
}
