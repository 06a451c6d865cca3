import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure } from '../../database/fixture.ts';
import { row, workbook } from '../workbook-fixture.ts';
import { gridOf, textsOf } from './grid-texts.ts';
import { asZip64 } from './zip64-fixture.ts';

describe('what is no table is named', () => {
  const mimetype = (type: string) => ({ mimetype: strToU8(type), 'content.xml': strToU8('<a/>') });
  const odf = 'application/vnd.oasis.opendocument';

  test.each([
    ['Word', zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['PowerPoint', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') })],
    ['OFD', zipSync({ 'OFD.xml': strToU8('<a/>') })],
    ['Numbers', zipSync({ 'Index/Document.iwa': strToU8('a') })],
    ['压缩包', zipSync({ '表.xlsx': strToU8('a') })],
    ['Word', zipSync(mimetype(`${odf}.text`))],
    ['PowerPoint', zipSync(mimetype(`${odf}.presentation`))],
    ['PDF', strToU8('%PDF-1.7\n')],
    ['图片', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['图片', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['压缩包', Buffer.from('526172211a0700', 'hex')],
    ['压缩包', Buffer.from('377abcaf271c', 'hex')],
    ['Word', strToU8('{\\rtf1\\ansi}')],
    ['数据库', strToU8('SQLite format 3\0')],
    ['网页', strToU8('\ufeff <html></html>')],
  ])('%s', (word, bytes) => {
    for (const name of ['表.xlsx', '表.csv']) {
      const failure = expectFailure(readGrid(bytes, name));
      expect(failure.code).toBe('import-kind-unknown');
      expect(describeFailure(failure)).toContain(word);
      expect(describeFailure(failure)).toContain(`“${name}”`);
    }
  });

  test('random bytes, nothing at all, and what Excel leaves beside an open file', () => {
    const random = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7919 + 131) % 256));
    expect(expectFailure(readGrid(random, 'a.xls')).code).toBe('import-kind-unknown');
    expect(expectFailure(readGrid(new Uint8Array(), 'a.xls')).code).toBe('import-empty');
    const lock = Buffer.alloc(165, 0x20);
    lock.set([5, 0x61, 0x64, 0x6d, 0x69, 0x6e]);
    expect(expectFailure(readGrid(lock, '~$统计表.xlsx')).code).toBe('import-lock-file');
    expect(expectFailure(readGrid(lock, '.~统计表.xlsx')).code).toBe('import-lock-file');
    expect(expectFailure(readGrid(lock, '统计表.xlsx')).code).toBe('import-kind-unknown');
    // The name alone condemns nothing.
    expect(textsOf(workbook([{ name: '表', rows: row(1, [5]) }]), '~$统计表.xlsx')).toEqual([['5']]);
  });
});

describe('encodings', () => {
  test('UTF-16 without a mark, by its zeros', () => {
    const text = '地区,人数\n吴兴区,5\n';
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const grid = gridOf(bytes, 'a.txt');
      expect(grid.sheets[0]?.rows[1]?.[0]).toEqual({ kind: 'text', text: '吴兴区' });
      expect(grid.notices).toEqual([expect.stringContaining('UTF-16')]);
    }
  });

  test('Big5 last, and said', () => {
    const grid = gridOf(Buffer.from('a661b0cf2ca448bcc60aa4a4a4e52c350a', 'hex'), 'a.csv');
    expect(grid.sheets[0]?.rows[0]?.[0]).toEqual({ kind: 'text', text: '地區' });
    expect(grid.notices).toEqual([expect.stringContaining('Big5')]);
  });

  test('UTF-8 cut off in the middle of a character is refused, not read as nonsense', () => {
    const cut = Buffer.from('地区,在校生数\n吴兴区,5\n南浔区,6\n德清县').subarray(0, -1);
    expect(expectFailure(readGrid(cut, 'a.csv')).code).toBe('import-kind-unknown');
  });

  test('the end mark of the DOS age is no cell', () => {
    expect(textsOf('地区,人数\n吴兴区,5\u001a', 'a.csv')).toEqual([
      ['地区', '人数'],
      ['吴兴区', '5'],
    ]);
  });

  test('a table of nothing but commas is refused before it fills the memory', () => {
    expect(expectFailure(readGrid(Buffer.alloc(6_000_000, ','), 'a.csv'))).toMatchObject({ what: 'cells' });
  });
});

describe('the zip', () => {
  const honest = () => workbook([{ name: '表', rows: row(1, ['地区', 5]) }]);

  test('one that states its sizes as ZIP64 is read', () => {
    expect(textsOf(asZip64(honest(), 0n))).toEqual([['地区', '5']]);
  });

  test('one whose ZIP64 sizes lie is damaged, or too large by its own word', () => {
    expect(expectFailure(readGrid(asZip64(honest(), 1n), 'a.xlsx')).code).toBe('import-damaged');
    expect(expectFailure(readGrid(asZip64(honest(), 4_000_000_000n), 'a.xlsx'))).toMatchObject({ what: 'inflated' });
    expect(expectFailure(readGrid(asZip64(honest(), 2n ** 62n), 'a.xlsx'))).toMatchObject({ what: 'inflated' });
  });

  test('5001 parts are too many', () => {
    const parts = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`a/${index}`, new Uint8Array()]));
    expect(expectFailure(readGrid(zipSync(parts, { level: 0 }), 'a.xlsx'))).toMatchObject({ what: 'entries' });
  });

  test('entities that a part declares are never expanded', () => {
    const bomb =
      '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;&x;</t></si></sst>';
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const bytes = workbook([{ name: '表', rows }], { strings: '', parts: { 'xl/sharedStrings.xml': bomb } });
    expect(textsOf(bytes)).toEqual([['&b;&x;']]);
  });

  test('a sheet that the library gives up on spoils the file: it does not vanish', () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>7</v></c></row>';
    const bytes = workbook([
      { name: '好', rows: row(1, [5]) },
      { name: '坏', rows },
    ]);
    expect(expectFailure(readGrid(bytes, 'a.xlsx')).code).toBe('import-damaged');
  });
});
