/** Requests of the 数据 place that cannot be met. */
export const dataFailures = {
  'data-region-gone': () => '这个地区已经不在数据文件里了。请重新选择地区。',
  'data-group-gone': (p: { readonly group: string }) => `没有名为“${p.group}”的表。请重新选择。`,
  'data-indicator-gone': () => '这个指标已经不在数据文件里了。请重新打开这张表。',
  'data-finding-gone': () => '这条校核意见已经不成立了，不需要说明。',
  'data-waiver-gone': () => '这条说明已经撤回了。',
  'data-waiver-without-reason': () => '请写明数字为什么没错，例如“今年新建两所学校”。没有原因，没有记下。',
} as const;
