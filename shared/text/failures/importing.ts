export const importingFailures = {
  'import-file-not-found': (p: { readonly name: string }) =>
    `找不到要导入的文件“${p.name}”。请检查文件名和所在文件夹。`,
  'import-kind-unknown': (p: { readonly name: string }) =>
    `“${p.name}”不是能导入的表格，什么都没有导入。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再试。`,
  'import-no-table': (p: { readonly name: string; readonly detail: string }) =>
    `“${p.name}”里没有找到数据表（${p.detail}），什么都没有导入。第一列应是地区，第一行应是指标名称。`,
} as const;
