import { set_cptable, utils, type WorkSheet, write } from '@e965/xlsx';
import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { expectFailure } from '../../database/fixture.ts';
import { bareSheet, boundWorkbook, container } from './biff-fixture.ts';
import { gridOf, sheetTexts, textsOf } from './grid-texts.ts';

type BookType = 'biff8' | 'xlsb';

function sheetOf(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['地区', '在校生', '占比'],
    ['吴兴区', 21560, 0.8076049],
    ['合计', 21560, null],
  ]);
  sheet.C2 = { t: 'n', v: 0.8076049, z: '0.00%' };
  return sheet;
}

/** A second sheet hidden, a row and a column hidden, two cells merged, as the formats that can say so say it. */
function bytesOf(bookType: BookType): Uint8Array {
  set_cptable(cptable);
  const book = utils.book_new();
  const sheet = sheetOf();
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  sheet['!rows'] = [{}, {}, { hidden: true }];
  sheet['!cols'] = [{}, { hidden: true }];
  utils.book_append_sheet(book, sheet, '统计表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明']]), '隐藏表');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

const cells = [
  ['地区', '在校生', '占比'],
  ['吴兴区', '21560', '80.76049% (80.76)'],
  ['合计', '21560'],
];

describe('old and binary workbooks', () => {
  test.each(['biff8', 'xlsb'] as const)('%s: all that is shown and hidden', (bookType) => {
    const grid = gridOf(bytesOf(bookType));
    expect(grid.format).toBe(bookType === 'xlsb' ? 'xlsb' : 'xls');
    expect(sheetTexts(grid.sheets[0])).toEqual(cells);
    expect(grid.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
    expect(grid.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  test('xlsb tells hidden rows and columns', () => {
    const [sheet] = gridOf(bytesOf('xlsb')).sheets;
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([2]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1]);
  });

  test.each([2, 3, 4] as const)('BIFF%i: a bare sheet in GBK that says nothing of its codepage', (biff) => {
    const rows = [
      ['地区', '在校生'],
      ['吴兴区', 21560],
    ];
    const grid = gridOf(bareSheet(biff, rows), '旧表.et');
    expect(grid.format).toBe('xls');
    expect(sheetTexts(grid.sheets[0])).toEqual([
      ['地区', '在校生'],
      ['吴兴区', '21560'],
    ]);
  });

  test.each([5, 8] as const)('BIFF%i in its container: GBK or UTF-16, hidden row and column', (biff) => {
    const [sheet] = gridOf(
      boundWorkbook(biff, '统计表', [
        ['地区', '在校生'],
        ['吴兴区', 21560.5],
      ]),
      '旧表.et',
    ).sheets;
    expect(sheet?.name).toBe('统计表');
    expect(sheetTexts(sheet)).toEqual([
      ['地区', '在校生'],
      ['吴兴区', '21560.5'],
    ]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([1]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1]);
  });

  test('a container edited by WPS, whose header names a class, opens', () => {
    const bytes = Buffer.from(boundWorkbook(8, '统计表', [['地区', 5]]));
    bytes.fill(0x20, 8, 24);
    expect(textsOf(bytes, 'a.et')).toEqual([['地区', '5']]);
  });

  test.each([5, 8] as const)('BIFF%i: a nought that was never computed is no nought', (biff) => {
    // B1*2 as tokens: a reference to B1, the integer 2, times.
    const reference = biff === 8 ? '44000001c0' : '4400c001';
    const formula = Buffer.from(`${reference}1e020005`, 'hex');
    const rows = [
      ['甲', 5, { formula, value: 0, flags: 2 }, { formula, value: 10, flags: 2 }, { formula, value: 0, flags: 0 }],
    ];
    expect(textsOf(boundWorkbook(biff, '表', rows))).toEqual([['甲', '5', '=B1*2', '10 ← B1*2', '0 ← B1*2']]);
  });

  test('a list that states no length is refused before the library adds to it for ever', () => {
    const stream = Buffer.from(bareSheet(4, [['地区']]));
    const endless = Buffer.concat([stream.subarray(0, 10), Buffer.from('17000000', 'hex'), stream.subarray(10)]);
    expect(expectFailure(readGrid(container('/Workbook', endless), 'a.xls')).code).toBe('import-damaged');
  });

  test('an old workbook under a password, an old Word file and a mail say what they are', () => {
    const bytes = Buffer.from(bareSheet(2, [['地区']]));
    // A record of encryption behind the first one.
    const locked = Buffer.concat([bytes.subarray(0, 8), Buffer.from('2f0004000100ffff', 'hex'), bytes.subarray(8)]);
    const failureOf = (content: Uint8Array) => expectFailure(readGrid(content, 'a.xls'));
    for (const content of [locked, container('/Workbook', locked), container('/EncryptedPackage', locked)]) {
      expect(failureOf(content)).toEqual({ code: 'import-password', name: 'a.xls' });
    }
    expect(failureOf(container('/WordDocument', bytes))).toMatchObject({ what: 'word' });
    expect(failureOf(container('/PowerPoint Document', bytes))).toMatchObject({ what: 'presentation' });
    expect(failureOf(container('/__properties_version1.0', bytes))).toMatchObject({ what: 'mail' });
    expect(failureOf(container('/Contents', bytes))).toEqual({ code: 'import-kind-unknown', name: 'a.xls' });
  });

  test('a container with broken tables is damaged', () => {
    const bytes = Buffer.from(bytesOf('biff8'));
    for (const at of [0x1e, 0x2c, 0x30, 0x44, 0x4c, 600, 1100]) {
      const broken = Buffer.from(bytes).fill(0xff, at, at + 4);
      const result = readGrid(broken, 'a.xls');
      expect(result.ok || result.error.code.startsWith('import-')).toBe(true);
    }
    expect(expectFailure(readGrid(bytes.subarray(0, 700), 'a.xls')).code).toBe('import-damaged');
  });
});

const namespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';

function ods(tables: string, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const styles =
    '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><office:document-content ${namespaces}>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
    ...others,
  });
}

const cell = (attributes: string, text: string) =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;

describe('OpenDocument', () => {
  test('numbers as stored and as shown, days, words, errors, formulas with and without a value', () => {
    const row = [
      cell('office:value-type="float" office:value="80.7604987"', '80.76'),
      '<table:table-cell office:value-type="float" office:value="5"/>',
      cell('office:value-type="percentage" office:value="0.8076"', '80.76%'),
      cell('office:value-type="date" office:date-value="2024-05-20"', '2024年5月20日'),
      cell('office:value-type="boolean" office:boolean-value="true"', '真'),
      cell('office:value-type="string" table:formula="of:=1/0" calcext:value-type="error"', '#DIV/0!'),
      '<table:table-cell table:formula="of:=SUM([.B1:.B3];[$&apos;表2&apos;.C$1])"/>',
      cell('office:value-type="float" office:value="10" table:formula="of:=[.B1]*2"', '10'),
      cell('office:value-type="string"', '区<text:s text:c="2"/>县&amp;<text:line-break/>&a;&#20013;'),
    ].join('');
    expect(
      textsOf(ods(`<table:table table:name="表"><table:table-row>${row}</table:table-row></table:table>`)),
    ).toEqual([
      [
        '80.7604987 (80.76)',
        '5',
        '80.76%',
        '2024年5月20日',
        'TRUE',
        '#DIV/0! ← 1/0',
        "=SUM(B1:B3,'表2'!C$1)",
        '10 ← B1*2',
        '区  县&\n&a;中',
      ],
    ]);
  });

  test('repeated, covered, hidden and merged parts; comments are no text', () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>';
    const rows = [
      `<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><office:annotation><text:p>批注</text:p></office:annotation><text:p>标题</text:p></table:table-cell><table:covered-table-cell/>${cell('office:value-type="float" office:value="7" table:number-columns-repeated="2"', '7')}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="8"/></table:table-row>',
      '<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ];
    const hidden = `<table:table table:name="隐" table:style-name="ta2"><table:table-row>${cell('', '字')}</table:table-row></table:table>`;
    const { sheets } = gridOf(ods(`<table:table table:name="表">${columns}${rows.join('')}</table:table>${hidden}`));
    expect(sheetTexts(sheets[0])).toEqual([
      ['标题', '', '7', '7'],
      ['', '', '8'],
      ['', '', '8'],
    ]);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([1, 2]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([2]);
    expect(sheets[1]?.visibility).toBe('hidden');
  });

  test('a few bytes that stand for a billion cells are refused at once', () => {
    const bomb = `<table:table table:name="表"><table:table-row table:number-rows-repeated="1048576">${cell('office:value-type="float" office:value="7" table:number-columns-repeated="900"', '7')}</table:table-row></table:table>`;
    const start = performance.now();
    expect(expectFailure(readGrid(ods(bomb), 'a.ods'))).toEqual({
      code: 'import-too-large',
      name: 'a.ods',
      what: 'cells',
    });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('one under a password says so', () => {
    const manifest = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
    expect(expectFailure(readGrid(ods('', { 'META-INF/manifest.xml': manifest }), 'a.ods')).code).toBe(
      'import-password',
    );
  });
});

describe('markup that calls itself .xls', () => {
  const gbk = (text: string) => Buffer.from(text, 'latin1');

  test('a page in GB2312: codes keep zeros, spans merge, breaks are breaks, scripts are nothing', () => {
    // 区县 / 人数 / 吴兴区 in GB2312.
    const page = gbk(
      '<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><script>if(a<b)c()</script></head><TABLE><TR><TD COLSPAN=2>\xc7\xf8\xcf\xd8<td rowspan="2">050301</tr><tr><td>\xce\xe2\xd0\xcb<br>\xc7\xf8</td><td>18,932&nbsp;</td></tr><tr style="display:none"><td>5</table></html>',
    );
    const grid = gridOf(page, '花名册.xls');
    expect(grid.format).toBe('html');
    expect(sheetTexts(grid.sheets[0])).toEqual([['区县', '', '050301'], ['吴兴\n区', '18,932'], ['5']]);
    expect(grid.sheets[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 0, left: 2, bottom: 1, right: 2 },
    ]);
    expect([...(grid.sheets[0]?.hiddenRows ?? [])]).toEqual([2]);
  });

  test('several tables stand one below the other, as Excel opens them', () => {
    const page = '<table><tr><td>标题</td></tr></table><table><tr><td>地区</td><td>人数</td></tr></table>';
    expect(textsOf(page, 'a.xls')).toEqual([['标题'], ['地区', '人数']]);
  });

  test('a hostile span or an entity bomb costs nothing', () => {
    const page = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><table><tr>${'<td colspan=99999999 rowspan=99999999>&b;</td>'.repeat(3)}</tr></table>`;
    const start = performance.now();
    gridOf(page, 'a.xls');
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('SpreadsheetML 2003 in GB2312: numbers are numbers, codes text', () => {
    const xml = gbk(
      '<?xml version="1.0" encoding="GB2312"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="\xb1\xed"><Table><Row><Cell><Data ss:Type="String">050301</Data></Cell><Cell><Data ss:Type="Number">16110</Data></Cell><Cell><Data ss:Type="String">18,932</Data></Cell></Row></Table></Worksheet></Workbook>',
    );
    const grid = gridOf(xml, 'a.xls');
    expect(grid.format).toBe('xml');
    expect(grid.sheets[0]?.name).toBe('表');
    expect(sheetTexts(grid.sheets[0])).toEqual([['050301', '16110', '18,932']]);
  });

  test('SpreadsheetML: formulas with and without a value, formats, days, hidden and merged parts', () => {
    const styles =
      '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.00"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style></Styles>';
    const cells = [
      '<Cell ss:StyleID="s1"><Data ss:Type="Number">80.7604987</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>',
      '<Cell ss:StyleID="s2"><Data ss:Type="Number">0.8076049</Data></Cell>',
      '<Cell ss:Formula="=SUM(R[-1]C[-2]:RC1,R3C2)"/>',
      '<Cell ss:Formula="=RC1*2"><Data ss:Type="Number">10</Data></Cell>',
      '<Cell><Data ss:Type="DateTime">2024-05-20T00:00:00.000</Data></Cell>',
      '<Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>',
      '<Cell ss:Index="8" ss:MergeAcross="1"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">区<B>县</B></ss:Data></Cell>',
    ].join('');
    const xml = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${styles}<Worksheet ss:Name="表"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/><Row ss:Index="2" ss:Hidden="1">${cells}</Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
    const [sheet] = gridOf(xml, 'a.xls').sheets;
    expect(sheetTexts(sheet)).toEqual([
      [],
      [
        '80.7604987 (80.76)',
        '80.76049% (80.76)',
        '=SUM(A1:A2,B3)',
        '10 ← A2*2',
        '2024-05-20',
        '#DIV/0! ← 1/0',
        '',
        '区县',
      ],
    ]);
    expect(sheet?.visibility).toBe('hidden');
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([1]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1, 2]);
    expect(sheet?.merges).toEqual([{ top: 1, left: 7, bottom: 1, right: 8 }]);
  });

  test('a page without a table is refused as one', () => {
    const failure = expectFailure(readGrid(Buffer.from('<html><body>404 Not Found</body></html>'), 'a.xls'));
    expect(failure).toEqual({ code: 'import-kind-unknown', name: 'a.xls', what: 'page' });
  });
});
