export const definingFailures = {
  'indicator-name-taken': (p: { readonly name: string; readonly owner: string }) =>
    p.name === p.owner
      ? `已经有名为“${p.name}”的指标，没有保存。请直接用它，或换一个名称，例如“${p.name}（本局）”。`
      : `“${p.name}”已经是指标“${p.owner}”的别名或代码，没有保存。请直接用它，或换一个，例如“${p.name}（本局）”。`,
  'indicator-name-reserved': (p: { readonly name: string; readonly what: string }) =>
    `“${p.name}”在算式里是${p.what}，不能作指标的名称，没有保存。请换一个，例如“${p.name}数”。`,
  'indicator-name-unreadable': (p: { readonly name: string; readonly detail: string }) =>
    `“${p.name}”${p.detail}，放进算式会读不懂，没有保存。请换一个名称。`,
  'indicator-name-ambiguous': (p: { readonly name: string; readonly formula: string }) =>
    `有了“${p.name}”这个名称，算式“${p.formula}”的意思就变了，没有保存。请换一个名称。`,
  'indicator-code-invalid': (p: { readonly text: string }) =>
    `代码“${p.text}”不合写法，没有保存。请用字母开头，后面只用字母、数字和下划线，例如 own_students。`,
  'indicator-formula-refused': (p: { readonly message: string }) => `${p.message}没有保存。请改正算式。`,
  'indicator-unit-unreadable': (p: { readonly unit: string }) =>
    `“${p.unit}”不能作单位，没有保存。请写成 人、万元、% 或 元/人 这样。`,
  'indicator-not-summable': (p: { readonly name: string; readonly message: string; readonly proposal: string }) =>
    `“${p.name}”不能用“合计”汇总：${p.message}没有保存。请把汇总改为“${p.proposal}”（命令行写“--aggregation ${p.proposal}”）。`,
  'indicator-weight-needs-formula': (p: { readonly name: string }) =>
    `“加权”是由分子、分母分别汇总后再算，“${p.name}”没有算式，没有保存。请写出算式，例如 占比(分子, 分母)，或改为“不可加”。`,
  'decimals-invalid': (p: { readonly text: string }) => `小数位“${p.text}”不对。请写 0 到 6 的整数。`,
  'choice-unknown': (p: { readonly option: string; readonly text: string; readonly choices: readonly string[] }) =>
    `“--${p.option}”不能写“${p.text}”。可以写：${p.choices.join('、')}。`,
  'dimension-invalid': (p: { readonly text: string }) =>
    `“${p.text}”不是维度。请写成“维度=值”，每个维度写一次，例如 学段=小学。`,
  'dimension-and-base': () => '基础指标和维度（命令行写“--base”“--dimension”）要同时写：是哪个指标的哪一部分。',
  'range-incomplete': () => '“--name”和“--regions”要同时写：范围叫什么，包括哪些地区。',
  'range-empty': (p: { readonly name: string }) => `范围“${p.name}”里没有地区，没有保存。请写出地区，用逗号隔开。`,
  'range-region-twice': (p: { readonly region: string }) => `“${p.region}”写了两次，没有保存。请只写一次。`,
  'range-name-reserved': (p: { readonly name: string; readonly what: string }) =>
    `“${p.name}”在算式里是${p.what}，不能作范围的名称，没有保存。请换一个。`,
  'range-name-unreadable': (p: { readonly name: string }) =>
    `“${p.name}”不能作范围的名称，没有保存。请只用汉字、字母和数字，不超过 30 个字。`,
  'part-taken': (p: { readonly base: string; readonly dimensions: string; readonly owner: string }) =>
    `“${p.base}[${p.dimensions}]”已经是指标“${p.owner}”，没有保存。请直接用它，或换一个维度。`,
  'part-unit-differs': (p: {
    readonly name: string;
    readonly unit: string;
    readonly base: string;
    readonly baseUnit: string;
  }) =>
    `“${p.name}”的单位是“${p.unit}”，“${p.base}”的单位是“${p.baseUnit}”，不能作它的一部分，没有保存。请改用同类的单位。`,
} as const;
