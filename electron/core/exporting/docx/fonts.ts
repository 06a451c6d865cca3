import { type FontRole, headingFont, isBoldLevel, type Layout } from '../../../../shared/gongwen/layout.ts';
import { element, value, wordNamespace, xmlDeclaration } from './xml.ts';

/**
 * `w:rFonts` of a role. All four slots, because digits and Latin letters take the body font too unless the bureau names
 * another, and the hint, because without it Word sets “ ” ‘ ’ … — in the Latin slot's narrow glyphs.
 */
export function fontElement(layout: Layout, role: FontRole): string {
  const name = layout.fontNames[role];
  const latin = layout.latinFontName ?? name;
  return element('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': latin,
    'w:hAnsi': latin,
    'w:eastAsia': name,
    'w:cs': latin,
  });
}

export const boldElements: readonly string[] = [element('w:b'), element('w:bCs')];

/** Font of a heading's own sentence and number, and whether it is bold. */
export function headingFontElements(layout: Layout, level: 1 | 2 | 3 | 4): readonly string[] {
  return [fontElement(layout, headingFont(level)), ...(isBoldLevel(layout, level) ? boldElements : [])];
}

/** What Word may show instead: Windows 10 and later have 仿宋 and 楷体 but not the _GB2312 families. */
const substitutes: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  方正小标宋简体: '方正小标宋_GBK',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

/** `word/fontTable.xml`: the fonts a report names, and their substitutes. */
export function writeFontTable(layout: Layout): string {
  const { fontNames, latinFontName } = layout;
  const names = new Set([...Object.values(fontNames), ...(latinFontName === null ? [] : [latinFontName])]);
  const fonts = [...names].map((name) => {
    const substitute = substitutes[name];
    return element('w:font', { 'w:name': name }, [
      ...(substitute === undefined ? [] : [value('w:altName', substitute)]),
      // 86 is the GB 2312 character set: it tells Word which kind of font to look for.
      value('w:charset', name === latinFontName ? '00' : '86'),
      value('w:family', 'auto'),
      value('w:pitch', 'default'),
    ]);
  });
  return xmlDeclaration + element('w:fonts', { 'xmlns:w': wordNamespace }, fonts);
}
