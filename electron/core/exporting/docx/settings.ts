import { element, value, wordNamespace, xmlDeclaration } from './xml.ts';

const wordUri = 'http://schemas.microsoft.com/office/word';

/** What Word 2013 and later write for a new file; without them it opens the report in compatibility mode. */
const compatibility = [
  ['compatibilityMode', 15],
  ['overrideTableStyleFontSizeAndJustification', 1],
  ['enableOpenTypeFeatures', 1],
  ['doNotFlipMirrorIndents', 1],
  ['differentiateMultirowTableHeaders', 1],
] as const;

/** `word/settings.xml`. The schema fixes the order of its elements, and Word refuses a file that breaks it. */
export function writeSettings(): string {
  return (
    xmlDeclaration +
    element('w:settings', { 'xmlns:w': wordNamespace }, [
      element('w:zoom', { 'w:percent': 100 }),
      value('w:defaultTabStop', 420),
      element('w:evenAndOddHeaders'),
      value('w:characterSpacingControl', 'compressPunctuation'),
      element('w:compat', {}, [
        // A line that ends in a line break must not be stretched to the margin.
        element('w:doNotExpandShiftReturn'),
        ...compatibility.map(([name, val]) =>
          element('w:compatSetting', { 'w:name': name, 'w:uri': wordUri, 'w:val': val }),
        ),
      ]),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      element('w:clrSchemeMapping', {
        'w:bg1': 'light1',
        'w:t1': 'dark1',
        'w:bg2': 'light2',
        'w:t2': 'dark2',
        'w:accent1': 'accent1',
        'w:accent2': 'accent2',
        'w:accent3': 'accent3',
        'w:accent4': 'accent4',
        'w:accent5': 'accent5',
        'w:accent6': 'accent6',
        'w:hyperlink': 'hyperlink',
        'w:followedHyperlink': 'followedHyperlink',
      }),
      value('w:decimalSymbol', '.'),
      value('w:listSeparator', ','),
    ])
  );
}
