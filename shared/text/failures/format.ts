/** Why a format cannot be used, and what to write instead. */
export const formatFailures = {
  'format-unknown': (p: {
    readonly name: string;
    readonly suggestions: readonly string[];
    readonly formats: readonly string[];
  }) => {
    if (p.suggestions.length > 0) return `不认识格式“${p.name}”。是不是“${p.suggestions.join('”“')}”？`;
    return `不认识格式“${p.name}”。可用的格式：${p.formats.join('、')}。`;
  },
  'format-conflict': (p: { readonly first: string; readonly second: string }) =>
    `格式“${p.first}”与“${p.second}”不能同时用。请只留一个。`,
  'format-unit-differs': (p: { readonly format: string; readonly unit: string }) =>
    `格式“${p.format}”不能用在单位是“${p.unit}”的数上。请去掉这个格式，或换成同类的单位。`,
  'format-needs-number': () => '这个格式只能用在数上，不能用在文字、日期或比较上。请去掉它。',
  'format-on-place': () => '名次只能写成“第2位”或“第二位”。请去掉这个格式，或改用“汉字”“数”。',
  'format-needs-list': (p: { readonly format: string }) =>
    `格式“${p.format}”只用于列出各地区的算式。请改用 列举(…) 或 前几(…)，或去掉这个格式。`,
  'format-needs-movement': (p: {
    readonly format: string;
    readonly functions: readonly string[];
    readonly proposal: string;
    readonly isInside: boolean;
  }) => {
    const functions = p.functions.map((name) => `${name}(…)`).join('、');
    const where = p.isInside ? '请把里面的算式改成' : '请改成';
    return `格式“${p.format}”只用于 ${functions}。${where} ${p.proposal}，或去掉这个格式。`;
  },
  'format-needs-amount': (p: { readonly format: string }) =>
    `格式“${p.format}”只用于数量，不用于比例。请改用“超”或“以上”。`,
  'format-needs-rate': (p: { readonly format: string; readonly unit: string }) =>
    `格式“${p.format}”只用于比例（%），这里的单位是“${p.unit}”。请改用 占比(部分, 总体)，或去掉这个格式。`,
  'format-needs-plain-number': (p: { readonly format: string; readonly unit: string }) =>
    `格式“${p.format}”只用于没有单位的数，这里的单位是“${p.unit}”。请改用 比值(甲, 乙)，或去掉这个格式。`,
} as const;
