import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { expectFailure, expectValue, newWorkspace, temporaryFolder } from '../database/fixture.ts';

const text = '---\r\n标题: 随迁子女情况\r\n---\r\n\r\n共有随迁子女。\r\n';
const characters = '标题随迁子女情况共有。';
/** The same characters in GB18030. */
const codes = 'b1eacce2cbe6c7a8d7d3c5aec7e9bff6b9b2d3d0a1a3';

function inGb18030(source: string): Buffer {
  const bytes = [...source].map((character) => {
    const at = characters.indexOf(character);
    return at < 0 ? Buffer.from(character, 'latin1') : Buffer.from(codes.slice(at * 4, at * 4 + 4), 'hex');
  });
  return Buffer.concat(bytes);
}

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['GB18030', inGb18030(text)],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('a template saved by Notepad in %s is read as it was typed', (_, bytes) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '汇报.md'), bytes);
  expect(expectValue(findTemplate(newWorkspace(), '汇报.md', folder))).toEqual({ name: '汇报', markdown: text });
});

test('a file that is no text cannot be a template', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '汇报.md'), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00, 0x81]));
  expect(expectFailure(findTemplate(newWorkspace(), '汇报.md', folder))).toEqual({
    code: 'template-unreadable',
    name: '汇报.md',
  });
});
