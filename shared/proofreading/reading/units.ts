/** Words of measure that stand behind a number in reports, and what they count. */

export interface UnitWord {
  readonly word: string;
  /** Words of one dimension may be added: 人, 名 and 位 all count people. */
  readonly dimension: string;
  /** Power of ten: 万元 is 4. */
  readonly exponent: number;
}

const people = ['人', '名', '位'];
const counted = `
  人次 户次 校次 批次 件次 场次 班次 车次 所次 次 所 个 家 户 件 处 份 批 间 台 套 栋 座 辆
  张 本 册 班 门 节 项 场 条 篇 期 轮 类 种 级 届 队 枚 块 把 支 只 盏 棵 笔 幅 封 盒 片
  档 组 对 室 园 课时 学时 小时 分钟 周岁 岁 天 周 个月 学期 学年 年 倍 分 级次 轮次 步 成
  平方米 平方公里 立方米 公里 千米 米 厘米 毫米 公顷 亩 吨 千克 公斤 克 千瓦 度
`
  .trim()
  .split(/\s+/);
const scaled: readonly (readonly [string, number])[] = [
  ['', 0],
  ['万', 4],
  ['亿', 8],
  ['万亿', 12],
];

function* everyUnit(): Generator<UnitWord> {
  for (const [prefix, exponent] of scaled) {
    for (const word of people) yield { word: prefix + word, dimension: '人', exponent };
    for (const word of counted) yield { word: prefix + word, dimension: word, exponent };
    yield { word: `${prefix}元`, dimension: '元', exponent };
    if (prefix !== '') yield { word: prefix, dimension: '', exponent };
  }
  for (const [prefix, exponent] of [
    ['千', 3],
    ['百', 2],
    ['百万', 6],
    ['千万', 7],
  ] as const) {
    yield { word: `${prefix}元`, dimension: '元', exponent };
  }
  yield { word: '%', dimension: '%', exponent: -2 };
  yield { word: '％', dimension: '%', exponent: -2 };
  yield { word: '‰', dimension: '%', exponent: -3 };
  yield { word: '个百分点', dimension: '百分点', exponent: -2 };
  yield { word: '百分点', dimension: '百分点', exponent: -2 };
  yield { word: '∶1', dimension: '∶1', exponent: 0 };
}

const byFirst = new Map<string, UnitWord[]>();
for (const unit of everyUnit()) {
  const first = unit.word.charAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), unit].toSorted((a, b) => b.word.length - a.word.length),
  );
}

/** The longest unit that the text reads at that place; null when there is none. */
export function unitAt(text: string, at: number): UnitWord | null {
  return byFirst.get(text.charAt(at))?.find(({ word }) => text.startsWith(word, at)) ?? null;
}
