export const templateFailures = {
  'template-unreadable': (p: { readonly name: string }) =>
    `模板文件“${p.name}”打不开。请检查路径，并确认它是文本文件。`,
  'template-invalid': (p: { readonly name: string; readonly problems: readonly string[] }) =>
    `模板“${p.name}”有 ${p.problems.length} 处错误，没有生成报告：\n${p.problems.join('\n')}`,
  'formula-invalid': (p: { readonly problems: readonly string[] }) => p.problems.join('\n'),
  'template-level-differs': (p: {
    readonly template: string;
    readonly wanted: string;
    readonly region: string;
    readonly level: string;
  }) => `模板“${p.template}”是写${p.wanted}级报告的，“${p.region}”是${p.level}级，没有生成报告。请换一个地区或模板。`,
  'template-period-differs': (p: { readonly template: string; readonly wanted: string; readonly period: string }) =>
    `模板“${p.template}”要按${p.wanted}来写，“${p.period}”不是，没有生成报告。请换一个期或模板。`,
  'period-without-data': (p: { readonly period: string }) =>
    `数据文件里没有${p.period}的任何数据，没有生成报告。请检查期是否写错，或先导入数据。`,
} as const;
