import { strToU8, zipSync } from 'fflate';
import { row, workbook } from './workbook-fixture.ts';

export interface HostileFile {
  readonly name: string;
  /** `read`, or the code of the refusal. */
  readonly outcome: string;
  readonly build: () => Uint8Array;
}

const plain = () => workbook([{ name: '表', rows: row(1, ['地区', 5]) }]);

/** The directory's first entry claims another inflated size, and so does the entry itself. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
  return bytes;
}

function sheetXml(inside: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`;
}

function withSheet(xml: string): Uint8Array {
  return workbook([{ name: '表', rows: '' }], { parts: { 'xl/worksheets/sheet0.xml': xml } });
}

const entities =
  '<!DOCTYPE a [<!ENTITY a "hahahahaha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Our own equivalents of what stands in collections of bad input, built here so that they can always run. */
export const hostileFiles: readonly HostileFile[] = [
  { name: '零字节.xlsx', outcome: 'import-empty', build: () => new Uint8Array() },
  { name: '文本.xlsx', outcome: 'read', build: () => strToU8('地区,人数\n吴兴区,5\n') },
  { name: '图片.xlsx', outcome: 'import-kind-unknown', build: () => Buffer.from('89504e470d0a1a0a0000000d', 'hex') },
  { name: '截断.xlsx', outcome: 'import-damaged', build: () => plain().subarray(0, 700) },
  {
    name: '乱码.xls',
    outcome: 'import-kind-unknown',
    build: () => Uint8Array.from({ length: 3000 }, (_, index) => (index * index * 31 + index * 7 + 129) % 256),
  },
  { name: '谎报.xlsx', outcome: 'import-too-large', build: () => claiming(plain(), 3_900_000_000) },
  {
    name: '少报的炸弹.xlsx',
    outcome: 'import-damaged',
    build: () => claiming(zipSync({ 'xl/workbook.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 1 }), 1000),
  },
  {
    name: '越界.xlsx',
    outcome: 'import-damaged',
    build: () => zipSync({ 'xl/workbook.xml': strToU8('<a/>'), '../../evil': strToU8('x') }),
  },
  {
    name: '原型.xlsx',
    outcome: 'read',
    build: () => workbook([{ name: '__proto__', rows: row(1, ['__proto__', 'polluted', 'constructor']) }]),
  },
  {
    name: '实体.xlsx',
    outcome: 'read',
    build: () =>
      withSheet(
        entities +
          sheetXml('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;&x;</t></is></c></row></sheetData>'),
      ),
  },
  {
    name: '回溯.xlsx',
    outcome: 'read',
    build: () => withSheet(sheetXml(`<sheetData>${'<row '.repeat(50_000)}${'<c '.repeat(50_000)}</sheetData>`)),
  },
  {
    name: '十亿列.xlsx',
    outcome: 'import-damaged',
    build: () =>
      workbook([{ name: '表', rows: row(1, [5]), before: '<cols><col min="1" max="999999999" hidden="1"/></cols>' }]),
  },
  {
    name: '十亿格.xml',
    outcome: 'read',
    build: () =>
      strToU8(
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Column ss:Span="999999999" ss:Hidden="1"/><Row ss:Span="99999999"><Cell ss:MergeAcross="999999999" ss:MergeDown="999999999"><Data ss:Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
  },
  {
    name: '五万处合并.xlsx',
    outcome: 'read',
    build: () =>
      workbook([
        {
          name: '表',
          rows: row(1, [5]),
          after: `<mergeCells>${Array.from({ length: 50_000 }, (_, index) => `<mergeCell ref="A${index * 2 + 1}:B${index * 2 + 2}"/>`).join('')}</mergeCells>`,
        },
      ]),
  },
  {
    name: '边角.xlsx',
    outcome: 'read',
    build: () =>
      withSheet(
        sheetXml(
          '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
      ),
  },
  {
    name: '十亿格.html',
    outcome: 'import-too-large',
    build: () => strToU8(`<table><tr>${'<td colspan="999999" rowspan="999999">5</td>'.repeat(900)}</tr></table>`),
  },
  {
    name: '宏.xlsm',
    outcome: 'read',
    build: () => workbook([{ name: '表', rows: '' }], { parts: { 'xl/vbaProject.bin': 'x' } }),
  },
];
