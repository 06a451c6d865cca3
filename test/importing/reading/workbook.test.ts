import { describe, expect, test } from 'vitest';
import { row, workbook, workbookParts } from '../workbook-fixture.ts';
import { gridOf, sheetTexts, textsOf } from './grid-texts.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('formulas', () => {
  test('one without a value is uncomputed however it is written, never blank and never 0', () => {
    const cells = [
      { xml: '<f>SUM(B1:B2)</f>' },
      { xml: '<f>SUM(B1:B2)</f><v></v>' },
      { xml: '<f>SUM(B1:B2)</f><v/>' },
      { xml: '<f>B1/2</f>' },
    ];
    const text = '<c r="E1" t="str"><f>SUM(B1:B2)</f></c>';
    const rows = row(1, cells).replace('</row>', `${text}</row>`);
    expect(textsOf(workbook([{ name: '表', rows }]))).toEqual([
      ['=SUM(B1:B2)', '=SUM(B1:B2)', '=SUM(B1:B2)', '=B1/2', '=SUM(B1:B2)'],
    ]);
  });

  test('a computed one keeps its value and says how it came, also where the formula is shared or an array', () => {
    const rows =
      row(1, [1, { xml: '<f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v>' }]) +
      row(2, [2, { xml: '<f t="shared" si="0"/><v>4</v>' }]) +
      row(3, [{ xml: '<f t="array" ref="A3">SUM(A1:A2*1)</f><v>3</v>' }, { xml: '<f>0*A1</f><v>0</v>' }]);
    expect(textsOf(workbook([{ name: '表', rows }]))).toEqual([
      ['1', '2 ← A1*2'],
      ['2', '4 ← A2*2'],
      ['3 ← SUM(A1:A2*1)', '0 ← 0*A1'],
    ]);
  });

  test('one that yields an empty text is blank, one that failed is an error, TRUE is a word', () => {
    const rows = `<row r="1"><c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="b"><v>1</v></c></row>`;
    expect(textsOf(workbook([{ name: '表', rows }]))).toEqual([['', '#DIV/0! ← 1/0', 'TRUE']]);
  });
});

describe('numbers', () => {
  const one = (value: string, format?: string) => {
    const rows = row(1, [{ xml: `<v>${value}</v>`, ...(format === undefined ? {} : { style: 3 }) }]);
    return textsOf(workbook([{ name: '表', rows }], format === undefined ? {} : { formats: [format] }))[0]?.[0];
  };

  test.each([
    ['1203.1999999999998', '1203.2'],
    ['0.1', '0.1'],
    ['1e5', '100000'],
    ['-1.5E-3', '-0.0015'],
    ['123456789012345', '123456789012345'],
    ['0', '0'],
  ])('%s is %s: 15 significant digits, as Excel shows', (value, decimal) => {
    expect(one(value)).toBe(decimal);
  });

  test.each([
    ['80.7604987', '0.00', '80.7604987 (80.76)'],
    ['80.76', '0.00', '80.76'],
    ['80.7', '0.00', '80.7'],
    ['1.005', '0.00', '1.005 (1.01)'],
    ['-2.5', '0', '-2.5 (-3)'],
    ['-1234.56', '#,##0_);[Red]\\(#,##0\\)', '-1234.56 (-1235)'],
    ['12345.678', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ ', '12345.678 (12345.68)'],
    ['12345', '0!.0,&quot;万&quot;', '12345'],
    ['12345', '0.00E+00', '12345'],
    ['1.5', '# ?/?', '1.5'],
    ['12345.6', 'G/通用格式', '12345.6'],
    ['2021', '0&quot;年&quot;', '2021'],
    ['0.8076049', '0.00%', '80.76049% (80.76)'],
    // A quoted % is a word of the author's: Excel multiplies nothing.
    ['0.8076', '0.0&quot;%&quot;', '0.8076 (0.8)'],
    ['5', '[DBNum1][$-804]General', '5'],
  ])('%s shown as %s reads %s', (value, format, expected) => {
    expect(one(value, format)).toBe(expected);
  });

  test.each([
    ['45432', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2024年5月20日'],
    ['45432', 'yyyy\\-mm\\-dd', '2024-05-20'],
    ['0.5', 'h:mm', '12:00'],
    ['45432', '[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@', '2024年5月'],
  ])('%s shown as %s is the day %s, no figure', (value, format, expected) => {
    const rows = row(1, [{ xml: `<v>${value}</v>`, style: 3 }]);
    const [sheet] = gridOf(workbook([{ name: '表', rows }], { formats: [format] })).sheets;
    expect(sheet?.rows[0]?.[0]).toEqual({ kind: 'date', text: expected });
  });

  test('a weekday, which the library does not know, is no figure either', () => {
    const rows = row(1, [{ xml: '<v>45432</v>', style: 3 }]);
    const [sheet] = gridOf(workbook([{ name: '表', rows }], { formats: ['aaaa'] })).sheets;
    expect(sheet?.rows[0]?.[0]?.kind).toBe('date');
  });

  test('days count from 1904 where the workbook says so', () => {
    const rows = row(1, [{ xml: '<v>43970</v>', style: 2 }]);
    expect(textsOf(workbook([{ name: '表', rows }], { properties: 'date1904="1"' }))).toEqual([['2024/5/20']]);
  });
});

describe('text', () => {
  test('shared strings: rich text is joined, its reading aid left out, escapes and blanks are kept', () => {
    const strings =
      '<si><t>在校生</t></si><si><r><t xml:space="preserve">区  </t></r><r><rPr><b/></rPr><t>县</t></r><rPh sb="0" eb="1"><t>qu</t></rPh></si><si><t>志愿者&#10;服务人次_x000D_&amp;</t></si>';
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`;
    expect(textsOf(workbook([{ name: '表', rows }], { strings }))).toEqual([
      ['在校生', '区  县', '志愿者\n服务人次\r&'],
    ]);
  });

  test('text that looks like a number stays text: codes keep zeros, full-width digits and signs their form', () => {
    const cells = ['050301', '６８９０', '12，800', '73.29%', '223人', ' 369 '];
    expect(textsOf(workbook([{ name: '表', rows: row(1, cells) }]))).toEqual([cells]);
  });
});

describe('the sheet', () => {
  test('one hidden column or row at 4,000,000,000 costs no walk to it', () => {
    const before = '<cols><col min="4000000000" max="4000000000" hidden="1"/></cols>';
    const rows = `${row(1, ['地区', 5])}<row r="4000000000" hidden="1"></row>`;
    const start = performance.now();
    const [sheet] = gridOf(workbook([{ name: '表', rows, before }])).sheets;
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(sheet?.rows).toHaveLength(1);
  });

  test('hidden sheets, rows and columns are marked and kept, merged cells told', () => {
    const sheet = {
      name: '表',
      rows: `${row(1, ['标题', null, '丙'])}<row r="2" hidden="1"><c r="A2"><v>5</v></c></row>${row(3, [null, 7])}`,
      before: '<cols><col min="2" max="3" width="9" hidden="1" customWidth="1"/></cols>',
      after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    };
    const { sheets } = gridOf(
      workbook([sheet, { name: '隐', rows: row(1, [1]), hidden: true }, { name: '深', rows: '', hidden: 'very' }]),
    );
    expect(sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden', 'very-hidden']);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([1]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([1, 2]);
    expect(sheetTexts(sheets[0])).toEqual([['标题', '', '丙'], ['5'], ['', '7']]);
    expect(sheetTexts(sheets[1])).toEqual([['1']]);
  });

  test('prefixed XML without row and cell numbers, as some producers write it', () => {
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>地区</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row><x:row><x:c><x:v>6</x:v></x:c><x:c><x:f>A2*2</x:f></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = workbook([{ name: '表', rows: '' }], { parts: { 'xl/worksheets/sheet0.xml': sheet } });
    expect(textsOf(bytes)).toEqual([
      ['地区', '5'],
      ['6', '=A2*2'],
    ]);
  });

  test('strict OOXML, whose names differ and whose days are written out', () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const rows = `<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="2" t="d"><v>2024-05-20</v></c></row>`;
    const parts = workbookParts([{ name: '表', rows }]);
    const text = (name: string) => Buffer.from(parts[name] ?? []).toString('utf8');
    const renamed = Object.fromEntries(
      Object.keys(parts).map((name) => [
        name,
        text(name)
          .replaceAll(main, strict)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    expect(textsOf(workbook([], { parts: renamed }))).toEqual([['5', '2024/5/20']]);
  });

  test('a declared range to XFD1048576, and a lone cell there, cost nothing', () => {
    const before = '<dimension ref="A1:XFD1048576"/>';
    const rows = `${row(1, ['地区', 5])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const bytes = workbook([{ name: '表', rows, before }]);
    const start = performance.now();
    const grid = gridOf(bytes);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(sheetTexts(grid.sheets[0])).toEqual([['地区', '5']]);
    expect(grid.notices).toEqual([expect.stringContaining('表!XFD1048576')]);
  });

  test('a cell far to the right is left out and named; blank formatted cells count for nothing', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="Z2" s="1"/></row>';
    const grid = gridOf(workbook([{ name: '表', rows }]));
    expect(sheetTexts(grid.sheets[0])).toEqual([['1'], ['3']]);
    expect(grid.notices).toEqual([expect.stringContaining('表!XFD1')]);
  });

  test('names that JavaScript keeps for itself are names', () => {
    const { sheets } = gridOf(
      workbook([
        { name: '__proto__', rows: row(1, ['__proto__', 'constructor']) },
        { name: 'constructor', rows: row(1, [5]) },
      ]),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(sheets.map(sheetTexts)).toEqual([[['__proto__', 'constructor']], [['5']]]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('macros are left out and said to be', () => {
    const grid = gridOf(workbook([{ name: '表', rows: row(1, [5]) }], { parts: { 'xl/vbaProject.bin': 'x' } }));
    expect(grid.notices).toEqual([expect.stringContaining('宏')]);
    expect(gridOf(workbook([{ name: '表', rows: row(1, [5]) }])).notices).toEqual([]);
  });
});
