export const outputFailures = {
  'output-exists': (p: { readonly name: string }) =>
    `“${p.name}”已经存在，没有覆盖。请换一个文件名，或加上 --force 覆盖它。`,
  'output-folder-missing': (p: { readonly name: string }) =>
    `文件夹“${p.name}”不存在，没有写出文件。请先建好文件夹，或换一个位置。`,
  'output-folder-unwritable': (p: { readonly name: string }) =>
    `文件夹“${p.name}”不能写入，没有写出文件。请换一个位置。`,
  'output-in-use': (p: { readonly name: string }) =>
    `“${p.name}”正在被 Word、WPS 或别的程序打开，没有覆盖。请关掉后再导出，或换一个文件名。`,
  'output-disk-full': (p: { readonly name: string }) =>
    `磁盘空间不足，“${p.name}”没有写出，原来的文件没有改动。请清理磁盘或换一个位置。`,
  'output-failed': (p: { readonly name: string; readonly detail: string }) =>
    `“${p.name}”没有写出（${p.detail}）。请换一个位置重试。`,
  'export-stopped': () => '已取消导出，没有生成文件。',
  'output-twice': (p: { readonly name: string }) => `“${p.name}”写了两次，没有写出文件。每个“--out”请用不同的文件名。`,
  'working-paper-kind-unknown': (p: { readonly name: string }) =>
    `“${p.name}”的扩展名不认识。数据底稿只能写成 .xlsx、.docx 或 .pdf。`,
  'output-kind-unknown': (p: { readonly name: string }) => `“${p.name}”的扩展名不认识。输出文件只能是 .docx 或 .pdf。`,
} as const;
