export const importingFailures = {
  'import-file-not-found': (p: { readonly name: string }) =>
    `找不到要导入的文件“${p.name}”。请检查文件名和所在文件夹。`,
  'import-kind-unknown': (p: { readonly name: string }) =>
    `“${p.name}”不是能导入的表格，什么都没有导入。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再试。`,
  'import-no-table': (p: { readonly name: string; readonly detail: string }) =>
    `“${p.name}”里没有找到数据表（${p.detail}），什么都没有导入。第一列应是地区，第一行应是指标名称。`,
  'import-too-large': (p: { readonly name: string }) =>
    `“${p.name}”太大，或解开后超过 256 MB，什么都没有导入。请删去多余的工作表和空行后另存为 .xlsx 再试。`,
  'import-damaged': (p: { readonly name: string; readonly line?: number }) =>
    p.line === undefined
      ? `“${p.name}”打不开，可能已损坏或没有复制完，什么都没有导入。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`
      : `“${p.name}”第 ${p.line} 行的引号不成对，后面的内容会连成一格，什么都没有导入。请改正引号，或用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'import-nothing': (p: { readonly name: string }) =>
    `“${p.name}”里没有可以导入的数，没有导入。请检查地区、指标和数是否写在表里。`,
  'import-period-differs': (p: { readonly name: string; readonly found: string; readonly expected: string }) =>
    `“${p.name}”里写着“${p.found}”，要导入的却是“${p.expected}”，什么都没有导入。请只留下这一期的数据，或改用正确的期。`,
  'import-row-too-long': (p: { readonly row: number }) =>
    `第 ${p.row} 行比表头多出几格，可能是数里的逗号没有加引号，这一行没有导入。请去掉数里的逗号，或另存为 .xlsx 再试。`,
  'import-unit-differs': (p: { readonly indicator: string; readonly expected: string; readonly found: string }) =>
    `表中的单位是“${p.found}”，指标“${p.indicator}”的单位是“${p.expected}”，没有导入。请换算成“${p.expected}”后再导入。`,
  'import-cell-conflict': (p: { readonly cells: readonly string[] }) =>
    `${p.cells.join('、')} 是同一个地区、同一个指标，填的却不同，都没有导入。请只保留正确的一处。`,
} as const;
