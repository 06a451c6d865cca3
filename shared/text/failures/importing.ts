/** What a file that holds no table is, told by its bytes. */
const foreignKinds = {
  word: '这是 Word（文字）文档。请把里面的表格复制到 Excel 或 WPS 表格，存为 .xlsx 后再导入。',
  presentation: '这是 PowerPoint（演示）文档。请把里面的表格复制到 Excel 或 WPS 表格，存为 .xlsx 后再导入。',
  pdf: '这是 PDF。请导入生成它的表格文件，或把表格录入 Excel、WPS 表格后再导入。',
  ofd: '这是 OFD 版式文件。请导入生成它的表格文件，或把表格录入 Excel、WPS 表格后再导入。',
  image: '这是图片。请导入原来的表格文件，或把数据录入 Excel、WPS 表格后再导入。',
  archive: '这是压缩包。请先解压，再导入里面的表格文件。',
  mail: '这是邮件。请先保存里面的附件，再导入附件。',
  numbers: '这是 Numbers 表格。请导出为 .xlsx 后再导入。',
  database: '这是数据库文件。请用生成它的程序导出为 .xlsx 或 .csv 后再导入。',
  program: '这是程序或数据库文件，不是表格。请选择要导入的表格文件。',
  page: '这是网页或 XML，但里面没有表格。请用 Excel 或 WPS 打开原来的表格，另存为 .xlsx 后再导入。',
} as const;
export type ForeignKind = keyof typeof foreignKinds;

const tooLarge = {
  file: '文件超过 64 MB',
  inflated: '解开后超过 256 MB',
  entries: '里面的部件超过 5000 个',
  cells: '一张工作表的格子超过 500 万个',
} as const;
export type TooLarge = keyof typeof tooLarge;

export const importingFailures = {
  'import-file-not-found': (p: { readonly name: string }) =>
    `找不到要导入的文件“${p.name}”。请检查文件名和所在文件夹。`,
  'import-kind-unknown': (p: { readonly name: string; readonly what?: ForeignKind }) =>
    p.what === undefined
      ? `“${p.name}”不是能导入的表格，什么都没有导入。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再试。`
      : `“${p.name}”不是能导入的表格，什么都没有导入：${foreignKinds[p.what]}`,
  'import-empty': (p: { readonly name: string }) =>
    `“${p.name}”是空的（0 字节），可能没有保存或复制完，什么都没有导入。请重新保存或复制后再试。`,
  'import-lock-file': (p: { readonly name: string }) =>
    `“${p.name}”是 Excel 或 WPS 打开表格时留下的临时文件，不是表格本身，什么都没有导入。请改选名字前面没有“~$”的那个文件。`,
  'import-password': (p: { readonly name: string }) =>
    `“${p.name}”设有打开密码，什么都没有导入。请用 Excel 或 WPS 打开，去掉密码另存后再导入。`,
  'import-no-table': (p: { readonly name: string; readonly detail: string }) =>
    `“${p.name}”里没有找到数据表（${p.detail}），什么都没有导入。表里要有表头，写明指标、地区和期。`,
  'import-too-large': (p: { readonly name: string; readonly what: TooLarge }) =>
    `“${p.name}”太大（${tooLarge[p.what]}），什么都没有导入。请删去多余的工作表、空行和空列，另存为 .xlsx 再试。`,
  'import-damaged': (p: { readonly name: string; readonly line?: number }) =>
    p.line === undefined
      ? `“${p.name}”打不开，可能已损坏或没有复制完，什么都没有导入。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`
      : `“${p.name}”第 ${p.line} 行的引号不成对，后面的内容会连成一格，什么都没有导入。请改正引号，或用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'import-timeout': (p: { readonly name: string; readonly seconds: number }) =>
    `“${p.name}”读了 ${p.seconds} 秒还没有读完，已经停下，什么都没有导入。请删去多余的工作表、空行和空列，另存为 .xlsx 再试。`,
  'import-memory': (p: { readonly name: string }) =>
    `“${p.name}”读起来要用的内存太多，已经停下，什么都没有导入。请删去多余的工作表、空行和空列，另存为 .xlsx 再试。`,
  'import-cancelled': (p: { readonly name: string }) => `已取消读取“${p.name}”，什么都没有导入。需要时请重新导入。`,
  'import-nothing': (p: { readonly name: string }) =>
    `“${p.name}”里没有可以导入的数，没有导入。请检查地区、指标和数是否写在表里。`,
  'import-period-differs': (p: { readonly name: string; readonly found: string; readonly expected: string }) =>
    `“${p.name}”里写着“${p.found}”，要导入的却是“${p.expected}”，什么都没有导入。请只留下这一期的数据，或改用正确的期。`,
  'import-row-too-long': (p: { readonly row: number }) =>
    `第 ${p.row} 行的格子与表头对不上，可能是数里的逗号没有加引号，这一行没有导入。请去掉数里的逗号，或另存为 .xlsx 再试。`,
  'import-unit-differs': (p: { readonly indicator: string; readonly expected: string; readonly found: string }) =>
    `表中的单位是“${p.found}”，指标“${p.indicator}”的单位是“${p.expected}”，没有导入。请换算成“${p.expected}”后再导入。`,
  'import-cell-conflict': (p: { readonly cells: readonly string[] }) =>
    `${p.cells.join('、')} 是同一个地区、同一个指标，填的却不同，都没有导入。请只保留正确的一处。`,
} as const;
