export const workspaceFailures = {
  'workspace-not-found': (p: { readonly name: string }) => `找不到数据文件“${p.name}”。请检查文件名和所在文件夹。`,
  'workspace-exists': (p: { readonly name: string }) => `“${p.name}”已经存在，没有改动它。请换一个文件名。`,
  'workspace-empty-file': (p: { readonly name: string }) =>
    `“${p.name}”是空文件（0 字节），不是完整的数据文件，可能没有复制完。请用备份恢复，原文件没有改动。`,
  'workspace-foreign': (p: { readonly name: string }) =>
    `“${p.name}”不是汇稿的数据文件，没有打开，也没有改动它。请选择扩展名为 .huigao 的数据文件。`,
  'workspace-damaged': (p: { readonly name: string; readonly detail: string }) =>
    `数据文件“${p.name}”已损坏（${p.detail}），没有打开，也没有改动它。请用最近的备份恢复。`,
  'workspace-newer': (p: { readonly name: string; readonly version: number }) =>
    `“${p.name}”由更新版本的汇稿保存（版本 ${p.version}），本程序打不开，也没有改动它。请升级汇稿后再打开。`,
  'workspace-locked': (p: { readonly name: string }) =>
    `数据文件“${p.name}”正被另一个程序占用，没有改动它。请关闭其他正在使用它的窗口后重试。`,
  'workspace-read-only': (p: { readonly name: string }) =>
    `数据文件“${p.name}”是只读的，没有改动它。请取消文件的“只读”属性，或把它复制到可以写入的文件夹。`,
  'workspace-swapped': (p: { readonly name: string }) =>
    `“${p.name}”与刚才打开的不是同一个数据文件，没有写入。请重新打开数据文件。`,
  'workspace-disk-full': (p: { readonly name: string }) =>
    `磁盘空间不足，刚才的改动没有保存，数据文件“${p.name}”里已有的内容没有变。请清理磁盘后重试。`,
  'workspace-unreachable': (p: { readonly name: string }) =>
    `读写数据文件“${p.name}”时磁盘或网络出错，刚才的改动没有保存。请检查磁盘、U 盘或网络连接后重新打开。`,
  'period-locked': (p: { readonly period: string }) =>
    `${p.period}的数据已经定稿，没有改动。确实要改的，请先取消这一期的定稿。`,
} as const;
