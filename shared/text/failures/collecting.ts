export const collectingFailures = {
  'collection-nothing-to-fill': () => '选中的指标都由算式得出，没有要填的数，没有生成填报表。请加选上报指标。',
  'collection-no-indicators': (p: { readonly group: string }) =>
    `没有名为“${p.group}”的分组，没有生成填报表。请检查分组名称，或用“--indicators”写明指标。`,
  'collection-no-units': (p: { readonly region: string }) =>
    `“${p.region}”没有下级单位，没有生成填报表。请先添加下级单位，或换一个地区。`,
  'collection-not-member': (p: { readonly region: string; readonly unit: string }) =>
    `“${p.unit}”不是“${p.region}”的下级单位，没有生成填报表。请检查单位名称。`,
  'collection-table-or-indicators': () => '“--group”和“--indicators”要写一个，也只能写一个。',
  'return-take-unknown': (p: { readonly name: string }) =>
    `收回的表里没有或不止一份叫“${p.name}”，没有汇入。请检查文件名。`,
  'collection-unknown': () => '这次收数已经不在数据文件里了。请刷新后重试。',
  'return-not-workbook': (p: { readonly name: string }) =>
    `“${p.name}”不是能读的填报表（.xlsx 或 .xls），没有读取。请让单位用 WPS 或 Excel 打开，另存为 .xlsx 再交一次。`,
  'return-no-meta': (p: { readonly name: string }) =>
    `“${p.name}”里没有填报表的隐藏标记，认不出是哪次收数的哪个单位。请让单位用原来的填报表重填，或用“导入”按普通表格导入。`,
  'return-meta-damaged': (p: { readonly name: string }) =>
    `“${p.name}”里的隐藏标记被改动过，不能据此汇入。请让单位用原来的填报表重填，或用“导入”按普通表格导入。`,
  'return-other-collection': (p: { readonly name: string; readonly title: string; readonly period: string }) =>
    `“${p.name}”是另一次收数的表（${p.title}，${p.period}），不在这个数据文件里，没有汇入。请核对文件是否放错。`,
  'return-other-unit': (p: { readonly name: string; readonly unit: string }) =>
    `“${p.name}”是发给“${p.unit}”的表，这次收数没有这个单位，没有汇入。请核对文件是否放错。`,
  'return-foreign': (p: { readonly name: string; readonly unit: string; readonly what: string }) =>
    `“${p.name}”的隐藏标记里有不是向“${p.unit}”收的内容（${p.what}），没有汇入。请让单位用原来的填报表重填。`,
  'return-header-changed': (p: { readonly name: string; readonly changes: string }) =>
    `“${p.name}”的表头或行被改动：${p.changes}。没有汇入。请让单位用原来的填报表重填，或用“导入”按普通表格导入。`,
  'return-blank': (p: { readonly name: string }) => `“${p.name}”一格也没有填，算作未报。请让单位填好后再交。`,
  'return-negative': (p: { readonly text: string }) => `“${p.text}”小于 0，没有汇入。请让单位核实后重填。`,
  'return-whole-absent': (p: { readonly whole: string; readonly part: string; readonly value: string }) =>
    `“${p.whole}”写的是无此项，它的分项“${p.part}”却是 ${p.value}，没有汇入。请让单位核实后重填。`,
  'return-indicator-gone': (p: { readonly indicator: string }) =>
    `代码为“${p.indicator}”的指标已经不在数据文件里，这一列没有汇入。`,
} as const;
