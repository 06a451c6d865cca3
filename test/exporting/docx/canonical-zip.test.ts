import { strFromU8, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readZip, writeZip } from '../../../electron/core/exporting/zip/canonical-zip.ts';

const entries = [
  { path: 'b.xml', content: strToU8('<b/>'.repeat(100)) },
  { path: '甲/a.xml', content: strToU8('<a/>') },
];

test('entries come back in the order given', () => {
  expect(readZip(writeZip(entries)).map(({ path, content }) => [path, strFromU8(content).length])).toEqual([
    ['b.xml', 400],
    ['甲/a.xml', 4],
  ]);
});

test('the same entries give the same bytes', () => {
  expect(Buffer.from(writeZip(entries)).equals(Buffer.from(writeZip(entries)))).toBe(true);
});

test('two entries of one name are refused', () => {
  expect(() => writeZip([...entries, ...entries])).toThrow('b.xml');
});
