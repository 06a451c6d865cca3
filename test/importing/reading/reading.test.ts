import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { GridSheet } from '../../../electron/core/importing/grid.ts';
import { guardZip } from '../../../electron/core/importing/reading/guard-zip.ts';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue } from '../../database/fixture.ts';
import { row, workbook } from '../workbook-fixture.ts';

function texts(sheet: GridSheet | undefined): readonly (readonly string[])[] {
  return (sheet?.rows ?? []).map((cells) =>
    cells.map((cell) => {
      if (cell.kind === 'empty') return '';
      if ('text' in cell) return cell.text;
      if (cell.kind === 'uncomputed') return `=${cell.formula}`;
      return cell.kind === 'percent' ? `${cell.decimal}%` : cell.decimal;
    }),
  );
}

function readText(bytes: Uint8Array, name = 'a.csv') {
  return texts(expectValue(readGrid(bytes, name)).sheets[0]);
}

const table = '地区,在校生数（人）\n吴兴区,"1,203"\n䶮水,４５６\n';
const cells = [['地区', '在校生数（人）'], ['吴兴区', '1,203'], ['䶮水', '４５６'], ['']];

describe('text', () => {
  test('UTF-8 with and without mark, UTF-16 and GB18030 with four-byte characters all read the same', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
    const bigEndian = Buffer.from(utf16).swap16();
    const gb18030 = Buffer.from(
      'B5D8C7F82CD4DAD0A3C9FACAFDA3A8C8CBA3A90ACEE2D0CBC7F82C22312C323033220A8235FE33CBAE2CA3B4A3B5A3B60A',
      'hex',
    );
    for (const bytes of [Buffer.from(table), Buffer.from(`\ufeff${table}`), utf16, bigEndian]) {
      expect(readText(bytes)).toEqual(cells);
    }
    expect(readText(gb18030).slice(0, 2)).toEqual(cells.slice(0, 2));
  });

  test('tabs, semicolons and a tab behind each comma', () => {
    expect(readText(Buffer.from('地区\t人数\n吴兴区\t1,203\n'))).toEqual([['地区', '人数'], ['吴兴区', '1,203'], ['']]);
    expect(readText(Buffer.from('地区;人数\n吴兴区;5\n'))[1]).toEqual(['吴兴区', '5']);
    expect(readText(Buffer.from('地区\t,人数\t\n吴兴区\t,8396.49\t\n'))[1]).toEqual(['吴兴区\t', '8396.49\t']);
  });

  test('a code keeps its zero: cells are text', () => {
    expect(readText(Buffer.from('代码,人数\n050301,5\n'))[1]).toEqual(['050301', '5']);
  });

  test.each([
    ['a web page without a table', '<html><p>5</p></html>'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0xff, 0x80])],
  ])('%s is refused with a sentence', (_, bytes) => {
    const failure = expectFailure(readGrid(Buffer.from(bytes), '表.csv'));
    expect(failure.code).toBe('import-kind-unknown');
    expect(describeFailure(failure)).toContain('“表.csv”');
  });

  test('an empty file is refused', () => {
    expect(expectFailure(readGrid(new Uint8Array(), '表.csv')).code).toBe('import-empty');
  });
});

/** Offset of the first entry in the zip's directory. */
function directoryOf(zip: Buffer): number {
  return zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
}

describe('workbooks', () => {
  test('numbers are exact decimals, percentages percent, dates text, and an uncomputed formula is said to be one', () => {
    const bytes = workbook([
      {
        name: '表',
        rows:
          row(2, [
            '吴兴区',
            1203.1999999999998,
            { xml: '<v>0.8076</v>', style: 1 },
            { xml: '<v>45432</v>', style: 2 },
          ]) + row(3, [null, { xml: '<f>SUM(B1:B2)</f>' }, { xml: '<f>B2*2</f><v>7</v>' }, '５']),
      },
      { name: '代码', rows: row(1, ['隐藏']), hidden: true },
    ]);
    const grid = expectValue(readGrid(bytes, '其实是表格.csv'));
    expect(grid.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['表', 'visible'],
      ['代码', 'hidden'],
    ]);
    expect(texts(grid.sheets[0])).toEqual([
      [],
      ['吴兴区', '1203.2', '80.76%', '2024/5/20'],
      ['', '=SUM(B1:B2)', '7', '５'],
    ]);
    expect(grid.sheets[0]?.rows[1]?.[3]?.kind).toBe('date');
  });

  test('a zip that is no workbook is refused', () => {
    const word = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
    expect(expectFailure(readGrid(word, 'a.xlsx')).code).toBe('import-kind-unknown');
  });

  test('a workbook cut off anywhere is refused as damaged', () => {
    const bytes = workbook([{ name: '表', rows: row(1, ['地区']) }]);
    for (const length of [4, 30, 200, bytes.length - 30, bytes.length - 1]) {
      expect(expectFailure(readGrid(bytes.subarray(0, length), 'a.xlsx')).code).toBe('import-damaged');
    }
  });

  test('a workbook that inflates beyond the limit is refused before it is read', () => {
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(1000) }));
    bomb.writeUInt32LE(257 * 1024 * 1024, directoryOf(bomb) + 24);
    expect(expectFailure(readGrid(bomb, 'a.xlsx')).code).toBe('import-too-large');
  });

  test('a workbook that inflates to more than it declares is refused', () => {
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(20 * 1024 * 1024) }));
    bomb.writeUInt32LE(1000, directoryOf(bomb) + 24);
    bomb.writeUInt32LE(1000, 22);
    expect(expectFailure(readGrid(bomb, 'a.xlsx')).code).toBe('import-damaged');
  });

  test('a directory that lies about sizes or names is refused', () => {
    const honest = zipSync({ 'xl/workbook.xml': new Uint8Array(1000) });
    const lie = Buffer.from(honest);
    lie.writeUInt32LE(999, directoryOf(lie) + 24);
    expect(expectFailure(readGrid(lie, 'a.xlsx')).code).toBe('import-damaged');
    const double = Buffer.from(honest);
    double.writeUInt32LE(0xf0000000, 22);
    expect(guardZip(double)).toEqual({ ok: false, error: 'damaged' });
    lie.writeUInt32LE(999, 22);
    expect(expectFailure(readGrid(lie, 'a.xlsx')).code).toBe('import-damaged');
    const slip = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), '../evil': strToU8('x') });
    expect(expectFailure(readGrid(slip, 'a.xlsx')).code).toBe('import-damaged');
  });
});

const samples = `${process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))}/samples`;

// The samples stand outside the project: without them these cases are left out.
describe.skipIf(!existsSync(samples))('sample files', () => {
  const read = (path: string) => readGrid(readFileSync(`${samples}/${path}`), path);

  test.each([
    ['bad-input/gen-csv-named.xlsx', null],
    ['bad-input/gen-empty.xlsx', 'import-empty'],
    ['bad-input/gen-png-named.xlsx', 'import-kind-unknown'],
    ['bad-input/gen-random.xls', 'import-kind-unknown'],
    ['bad-input/gen-truncated.xlsx', 'import-damaged'],
    ['bad-input/gen-zip-header-3.9GB.xlsx', 'import-too-large'],
    ['bad-input/gen-zipbomb-600MB.xlsx', 'import-too-large'],
    ['bad-input/gen-zipslip.xlsx', 'import-damaged'],
    ['bad-input/poi-password.xls', 'import-password'],
    ['spreadsheets/网页伪装-gb2312.xls', null],
    ['spreadsheets/xml2003-gb2312.xls', null],
    ['spreadsheets/统计表-biff5-gbk.xls', null],
    ['spreadsheets/统计表-ods.ods', null],
    ['spreadsheets/csv-utf8-bom.csv', null],
    ['spreadsheets/nbs2024-分省年度数据.csv', null],
    ['spreadsheets/随迁子女情况统计表-三级表头.xlsx', null],
  ])('%s: %s', (path, code) => {
    const result = read(path);
    expect(result.ok ? null : result.error.code).toBe(code);
  });

  test('hostile but well-formed workbooks are read in good time', () => {
    const names = ['gen-proto-pollution', 'gen-redos-sheet', 'gen-redos-sst', 'poi-poc-xmlbomb', 'poi-xxe_in_schema'];
    const before = performance.now();
    for (const name of names) read(`bad-input/${name}.xlsx`);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('four-byte characters of GB18030 and UTF-16 text', () => {
    expect(readText(readFileSync(`${samples}/spreadsheets/csv-gb18030-4字节.csv`))[1]).toEqual([
      '长兴县',
      '䶮水小学',
      '1,203',
      '80.76%',
    ]);
    expect(readText(readFileSync(`${samples}/spreadsheets/unicode-text-utf16le.txt`)).length).toBeGreaterThan(2);
  });
});
