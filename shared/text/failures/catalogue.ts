/** What is refused when regions, periods, indicators and rules are kept. */
export const catalogueFailures = {
  'region-gone': () => '这个地区已经不在数据文件里了。请刷新后重试。',
  'region-name-unreadable': (p: { readonly name: string }) =>
    `“${p.name}”不能作地区的名称或别名，没有保存。请写 1 到 40 个字，不要有逗号、引号和方括号。`,
  'region-name-taken': (p: { readonly name: string; readonly parent: string | null }) =>
    `${p.parent === null ? '没有上级的地区里' : `${p.parent}下面`}已经有“${p.name}”，没有保存。请换一个名称，或换一个上级。`,
  'region-alias-taken': (p: { readonly alias: string; readonly owner: string }) =>
    `“${p.alias}”已经是“${p.owner}”的名称、别名或代码，没有保存。请去掉它，或换一个。`,
  'region-code-invalid': (p: { readonly text: string }) =>
    `代码“${p.text}”不合写法，没有保存。请只用数字和字母，不超过 20 位。`,
  'region-code-taken': (p: { readonly text: string; readonly owner: string }) =>
    `代码“${p.text}”已经是“${p.owner}”的，没有保存。请核对代码。`,
  'region-circle': (p: { readonly name: string; readonly parent: string }) =>
    `“${p.parent}”就在“${p.name}”下面，不能再作它的上级，没有保存。请换一个上级。`,
  'region-level-order': (p: {
    readonly name: string;
    readonly level: string;
    readonly parent: string;
    readonly parentLevel: string;
  }) => `“${p.parent}”是${p.parentLevel}级，“${p.name}”是${p.level}级，不能在它下面，没有保存。请核对级别和上级。`,
  'region-parent-unknown': (p: { readonly name: string }) => `没有名称或代码为“${p.name}”的上级。请先添加它，或改正。`,
  'region-days': (p: { readonly name: string }) => `“${p.name}”的撤并日期不晚于设立日期，没有保存。请核对这两个日期。`,
  'region-day-unreadable': (p: { readonly text: string }) =>
    `“${p.text}”不是一个日期，没有保存。请写成“2021-05-01”或“2021年5月1日”；只写“2021年5月”时按 5 月 1 日算。`,
  'region-in-use': (p: { readonly name: string; readonly uses: readonly string[] }) =>
    `“${p.name}”还有 ${p.uses.join('、')}，没有删除。已经不存在的地区请用“撤并”，往年的数据会原样保留。`,
  'region-ended-already': (p: { readonly name: string }) => `“${p.name}”已经撤并过了，没有改动。`,
  'region-has-children': (p: { readonly name: string; readonly children: readonly string[] }) =>
    `“${p.name}”下面还有${listed(p.children)}，没有撤并。请先把它们改到别的上级，或先撤并它们。`,
  'region-ambiguous': (p: { readonly name: string; readonly choices: readonly string[] }) =>
    `名为“${p.name}”的地区不止一个。请写成“${p.choices.join('”或“')}”。`,
  'region-table-unreadable': (p: { readonly detail: string }) =>
    `没有读出地区表：${p.detail}。第一行要有“代码”或“名称”这样的表头。`,
  'region-import-touched': (p: { readonly name: string }) =>
    `导入后“${p.name}”又改动过，没有撤销这次导入。请先改回它，或逐个修改。`,
  'region-import-gone': () => '只能撤销最近一次导入的地区表。请逐个修改或删除。',
  'region-table-problems': (p: { readonly count: number; readonly first: string }) =>
    `表里有 ${p.count} 行不能导入，什么都没有导入。第一处：${p.first}`,
  'period-not-locked': (p: { readonly period: string }) => `${p.period}没有定稿，不用取消。`,
  'period-locked-already': (p: { readonly period: string }) => `${p.period}已经定稿，不用再做。`,
  'period-lock-empty': (p: { readonly period: string }) => `${p.period}还没有数据，不能定稿。请先填报或导入。`,
  'period-unlock-reason': () => '请写明取消定稿的原因，它会记在这一期的记录里。',
  'period-opened-already': (p: { readonly period: string }) => `${p.period}已经在列表里了。`,
  'period-none-before': () => '数据文件里还没有任何一期，不知道下一期是哪一期。请写明期，例如“2024年”。',
  'period-has-data': (p: { readonly period: string }) => `${p.period}已经有数据，没有去掉。`,
  'change-breaks': (p: { readonly what: string; readonly users: readonly string[] }) =>
    `${p.what}正用在${listed(p.users)}里，改了就算不出来或变了意思，没有保存。请先改它们。`,
  'indicator-gone': () => '这个指标已经不在数据文件里了。请刷新后重试。',
  'indicator-is-shipped': (p: { readonly name: string }) =>
    `“${p.name}”是随汇稿提供的指标，没有删除。用不到的可以不填。`,
  'indicator-in-use': (p: { readonly name: string; readonly uses: readonly string[] }) =>
    `“${p.name}”还有 ${p.uses.join('、')}，没有删除。`,
  'indicator-unit-fixed': (p: { readonly name: string; readonly unit: string }) =>
    `“${p.name}”已经有以“${p.unit}”为单位的数据，单位没有改。请在“设置→指标”里改并确认，或者另建一个指标。`,
  'indicator-unit-locked': (p: { readonly name: string; readonly period: string }) =>
    `“${p.name}”在${p.period}的数据已经定稿，单位没有改。请先取消定稿，或者另建一个指标。`,
  'indicator-unit-no-factor': (p: { readonly name: string; readonly from: string; readonly to: string }) =>
    `“${p.name}”的单位由“${p.from}”改成“${p.to}”没有换算关系，没有保存。请只改单位名称，或者另建一个指标。`,
  'indicator-conversion-too-fine': (p: { readonly name: string; readonly decimals: number }) =>
    `“${p.name}”换算后要 ${p.decimals} 位小数，最多保存 6 位，不能换算。请另建一个指标。`,
  'indicator-kind-fixed': (p: { readonly name: string }) =>
    `“${p.name}”已经有填报的数据，不能改成由算式得出，没有保存。请另建一个指标。`,
  'indicator-decimals-kept': (p: { readonly name: string; readonly scale: number }) =>
    `“${p.name}”已有的数据用 ${p.scale} 位小数存不下，没有保存。请保留现在的小数位。`,
  'indicator-part-circle': (p: { readonly name: string }) =>
    `“${p.name}”不能是它自己的一部分，没有保存。请换一个基础指标。`,
  'shipped-indicator-blocked': (p: { readonly name: string; readonly reason: string }) =>
    `目录里的“${p.name}”没有添加：${p.reason}`,
  'rule-gone': () => '这条勾稽关系已经不在数据文件里了。请刷新后重试。',
  'rule-name-needed': () => '请写出勾稽关系的名称。',
  'rule-name-taken': (p: { readonly name: string }) => `已经有名为“${p.name}”的勾稽关系，没有保存。请换一个名称。`,
  'rule-refused': (p: { readonly message: string }) => `${p.message}没有保存。请改正算式。`,
  'rule-tolerance': (p: { readonly text: string }) => `容差“${p.text}”不是数，没有保存。请写成 0、1 或 0.5。`,
  'rule-formula-is-shipped': (p: { readonly name: string }) =>
    `“${p.name}”随汇稿提供，只能改严重程度和容差，没有保存。要另一种算式，请新建一条，并停用这一条。`,
} as const;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join('、');
  return names.length > 3 ? `${shown}等 ${names.length} 处` : shown;
}
