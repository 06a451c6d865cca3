import { expect, test } from 'vitest';
import type { PrintedDocument } from '../../shared/report/printed.ts';
import { exportPlainly } from '../support/plain-exports.ts';

function named(name: string): PrintedDocument {
  const run = { text: `校长${name}参加会议。`, lead: false, bold: false, figureId: null, gap: null };
  return { title: '名单', blocks: [{ kind: 'paragraph', level: 0, ordinal: 0, number: '', runs: [run] }] };
}

test('a character that no font has is named, once, with what to do; rare characters of names are not', async () => {
  const { notices } = await exportPlainly(named('喆堃\u{10fffd}\u{10fffd}'), 'pdf');
  expect(notices.filter((notice) => notice.includes('〓'))).toEqual([
    'PDF 中“\u{10fffd}”没有字体可用，印成了“〓”。请安装含有这些字的字体后重新导出；Word 文件不受影响。',
  ]);
  const common = await exportPlainly(named('喆堃昇玥赟镕犇䶮'), 'pdf');
  expect(common.notices.join('')).not.toContain('〓');
});
