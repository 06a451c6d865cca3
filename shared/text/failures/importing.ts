export const importingFailures = {
  'import-file-not-found': (p: { readonly name: string }) =>
    `找不到要导入的文件“${p.name}”。请检查文件名和所在文件夹。`,
  'import-kind-unknown': (p: { readonly name: string }) =>
    `“${p.name}”不是能导入的表格，什么都没有导入。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再试。`,
  'import-no-table': (p: { readonly name: string; readonly detail: string }) =>
    `“${p.name}”里没有找到数据表（${p.detail}），什么都没有导入。第一列应是地区，第一行应是指标名称。`,
  'import-too-large': (p: { readonly name: string }) =>
    `“${p.name}”太大，或解开后超过 256 MB，什么都没有导入。请删去多余的工作表和空行后另存为 .xlsx 再试。`,
  'import-damaged': (p: { readonly name: string }) =>
    `“${p.name}”打不开，可能已损坏或没有复制完，什么都没有导入。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'import-unit-differs': (p: { readonly indicator: string; readonly expected: string; readonly found: string }) =>
    `表中的单位是“${p.found}”，指标“${p.indicator}”的单位是“${p.expected}”，没有导入。请换算成“${p.expected}”后再导入。`,
  'import-cell-conflict': (p: { readonly cells: readonly string[] }) =>
    `${p.cells.join('、')} 是同一个地区、同一个指标，数却不同，都没有导入。请在表中只保留正确的一处。`,
} as const;
