export const ruleFailures = {
  'rule-unknown': (p: { readonly name: string; readonly suggestions: readonly string[] }) =>
    `没有名为“${p.name}”的勾稽关系。${suggest(p.suggestions)}`,
  'finding-unknown': (p: { readonly rule: string; readonly region: string; readonly period: string }) =>
    `${p.region}${p.period}的数据没有违反“${p.rule}”，不需要说明，什么都没有记下。请先运行 check，看有哪些校核意见。`,
  'finding-subject-needed': (p: { readonly rule: string; readonly indicators: readonly string[] }) =>
    `“${p.rule}”在这里有 ${p.indicators.length} 个指标不成立，什么都没有记下。请用“--indicator”写明是哪一个：${p.indicators.join('、')}。`,
  'waiver-unknown': (p: { readonly rule: string; readonly region: string; readonly period: string }) =>
    `${p.region}${p.period}没有对“${p.rule}”的说明，没有可以撤回的。请检查规则、地区、期和指标。`,
  'waiver-reason-or-withdraw': () => '“--reason”和“--withdraw”要写一个，也只能写一个；原因不能是空的。',
} as const;

function suggest(names: readonly string[]): string {
  return names.length === 0 ? '请运行 check，看有哪些规则。' : `是不是“${names.slice(0, 3).join('”“')}”？`;
}
