export const requestFailures = {
  'template-unknown': (p: { readonly name: string; readonly suggestions: readonly string[] }) =>
    `没有名为“${p.name}”的模板。${suggest(p.suggestions)}`,
  'region-unknown': (p: { readonly name: string; readonly suggestions: readonly string[] }) =>
    `没有名为“${p.name}”的地区。${suggest(p.suggestions)}`,
  'period-unknown': (p: { readonly name: string }) =>
    `“${p.name}”不是能识别的期。请写成“2024年”“2024年上半年”“2024年秋季学期”或“2023—2024学年”。`,
  'indicator-unknown': (p: { readonly name: string; readonly suggestions: readonly string[] }) =>
    `没有名为“${p.name}”的指标。${suggest(p.suggestions)}`,
  'indicator-derived': (p: { readonly name: string; readonly formula: string }) =>
    `“${p.name}”由算式“${p.formula}”得出，不能直接填报。请填报算式里的指标。`,
  'value-or-missing': () => '“--value”和“--missing”要写一个，也只能写一个；只改截至日时写“--as-of”。',
  'date-unreadable': (p: { readonly text: string }) =>
    `“${p.text}”不是一个日期，没有保存。请写成“2022-12-31”或“2022年12月31日”。`,
  'as-of-for-span': (p: { readonly indicator: string }) =>
    `“${p.indicator}”是时期指标，没有截至日，没有保存。请去掉“--as-of”。`,
  'as-of-without-value': (p: { readonly indicator: string }) =>
    `“${p.indicator}”还没有数据，不能只写截至日，没有保存。请同时填写“--value”或“--missing”。`,
  'gap-unknown': (p: { readonly text: string }) =>
    `不认识的缺数原因“${p.text}”。可以写：未报、无此项、不足单位、不公开。`,
  'report-changed-elsewhere': () =>
    '这份报告在别处改过了（另一个窗口或命令行），刚才的修改没有保存。请复制刚写的文字，重新打开报告后再改。',
  'report-version-unknown': () => '要恢复的那个版本已经不在数据文件里了。请重新打开这份报告再试。',
  'report-unknown': () => '这份报告已经不在数据文件里了。请回到报告列表刷新后再选。',
  'figure-unknown': () => '这个数字已经不在报告里了。请回到报告列表，再打开这份报告。',
  'file-unknown': () => '这个文件已经不在了。请重新导出。',
  'value-unreadable': (p: { readonly text: string }) => `“${p.text}”不是能识别的数。请只填数字，例如 65000 或 99.73。`,
  'value-unit-differs': (p: {
    readonly text: string;
    readonly indicator: string;
    readonly expected: string;
    readonly found: string;
  }) =>
    `“${p.text}”的单位是“${p.found}”，指标“${p.indicator}”的单位是“${p.expected}”，没有保存。请换算成“${p.expected}”后再填，并写上单位。`,
  'value-too-precise': (p: { readonly text: string; readonly indicator: string; readonly scale: number }) =>
    `“${p.text}”的小数位比指标“${p.indicator}”规定的 ${p.scale} 位多，没有保存。请四舍五入后再填，或修改指标的小数位数。`,
  'value-too-large': (p: { readonly text: string }) => `“${p.text}”太大，没有保存。请检查单位（元、万元）是否写错。`,
  'method-unknown': () => '程序各部分的版本不一致，请退出后重新打开汇稿。',
  'input-invalid': (p: { readonly detail: string }) => `提交的内容不完整（${p.detail}）。请刷新页面后重试。`,
  'backend-gone': () => '后台程序意外停止，正在进行的操作没有完成。请重新打开汇稿，已经保存的内容不会丢失。',
  unexpected: (p: { readonly detail: string }) =>
    `程序内部出错（${p.detail}），刚才的操作没有完成，已保存的数据没有改动。请重试；若再次出现，请把这句话告诉维护人员。`,
} as const;

function suggest(names: readonly string[]): string {
  return names.length === 0 ? '请检查名称。' : `是不是“${names.slice(0, 3).join('”“')}”？`;
}
