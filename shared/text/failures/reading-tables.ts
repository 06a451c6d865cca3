export const readingTablesFailures = {
  'import-merged-figure': (p: { readonly cells: string }) =>
    `${p.cells} 是合并单元格，几行或几列共用一个数，看不出是哪一个的，没有导入。请在表里取消合并、分别填写后再导入。`,
  'import-row-nameless': (p: { readonly row: number }) =>
    `第 ${p.row} 行有数，但没有写名称，看不出是哪一个的，没有导入。请补上名称后再导入。`,
  'import-row-broken': (p: { readonly row: number }) =>
    `第 ${p.row} 行像是另一部分的开头（写着别的期、单位、指标或表头），它下面的数没有导入。请把两部分分成两张表，或删去这一行后再导入。`,
} as const;
