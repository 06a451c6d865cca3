/** What the window itself says; the rest is said by the page. */
export const text = {
  name: '汇稿',
  save: '保存',
  kinds: { docx: 'Word 文档', pdf: 'PDF 文件', zip: '压缩文件' },
  otherFile: (name: string) => `请先关闭这个窗口，再打开“${name}”。`,
  understood: '知道了',
  pageGone: '页面意外关闭了，已经保存的内容不会丢失。',
  reopen: '重新打开',
  quit: '退出',
} as const;
