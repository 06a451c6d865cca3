const encodingNames: Readonly<Record<string, string>> = {
  big5: 'Big5（繁体）',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** What a person should know of the reading of a file, besides its cells. */
export const readingNotices = {
  macros: () => '文件带有宏，没有读取，也没有运行；只读了格子里的内容。',
  encoding: (p: { readonly encoding: string }) =>
    `文件没有写明编码，按 ${encodingNames[p.encoding] ?? p.encoding} 读取。如果看到乱码，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。`,
  far: (p: { readonly cell: string }) => `${p.cell} 离表格太远，从这一格起没有读。如果是数据，请移到表格旁边后再导入。`,
} as const;
