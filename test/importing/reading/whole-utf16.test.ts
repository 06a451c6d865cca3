import { unzipSync, zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { readWorkbook } from '../../../electron/core/importing/reading/read-workbook.ts';
import { row, workbook } from '../workbook-fixture.ts';

test('no part of a workbook makes the platform decode half a character of UTF-16', () => {
  const halves: number[] = [];
  const decode = Buffer.prototype.toString;
  onTestFinished(() => {
    Buffer.prototype.toString = decode;
  });
  let decoded = 0;
  Buffer.prototype.toString = function toString(this: Buffer, encoding?: BufferEncoding, start = 0, end = this.length) {
    if (encoding === 'utf16le') {
      decoded += 1;
      const length = Math.min(end, this.length) - start;
      if (length % 2 === 1) halves.push(length);
    }
    return decode.call(this, encoding, start, end);
  };
  const parts = unzipSync(workbook([{ name: '表', rows: row(1, ['甲', 1]) }]));
  const halved = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.alloc(837, 0x41)]);
  readWorkbook(zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': halved, '[Content_Types].xml': halved }));
  expect(decoded).toBeGreaterThan(0);
  expect(halves).toEqual([]);
});
