import type { Gap, MissingReason, MissingValue } from './quantity.ts';

/** Regions named in one 【待填】 before it counts them instead. */
const mostRegions = 3;

/** Indicators named in one 【待填】 before it counts them instead. */
const mostItems = 2;

/** What is to be filled in: `公办就读人数·湖州市·2021年`; several regions of one indicator stand together. */
export function gapText(gaps: readonly Gap[], mostNamed = mostItems): string {
  const groups = new Map<string, { what: string; period: string; regions: Set<string> }>();
  for (const { what, region, period } of gaps) {
    const key = `${what}\n${period}`;
    const group = groups.get(key) ?? { what, period, regions: new Set() };
    group.regions.add(region);
    groups.set(key, group);
  }
  const texts = [...groups.values()].map(({ what, period, regions }) => {
    const names = [...regions];
    const where = names.length <= mostRegions ? names.join('、') : `${names[0]}等${names.length}个地区`;
    return `${what}·${where}·${period}`;
  });
  return texts.length <= mostNamed ? texts.join('；') : `${texts.slice(0, mostNamed).join('；')}等${texts.length}项`;
}

const reasons: Readonly<Record<MissingReason, string>> = {
  未报: '未报',
  上年同期缺数: '上年同期缺数',
  无此项: '无此项',
  不足单位: '不足一个计量单位',
  不公开: '数据不公开',
  分母为零: '分母为零',
  基数非正: '基数为负，不计算增幅',
};

export function reasonText(reason: MissingReason): string {
  return reasons[reason];
}

const comparisons: Readonly<Record<MissingReason, string>> = {
  未报: '尚未填报，不作比较',
  上年同期缺数: '上年同期缺数，不作比较',
  无此项: '没有此项，不作比较',
  不足单位: '不足一个计量单位，不作比较',
  不公开: '数据不公开，不作比较',
  分母为零: '分母为零，不作比较',
  基数非正: '基数为负，不计算增幅',
};

/** What a sentence says where a comparison has no number: 由负转正, 没有此项，不作比较. */
export function comparisonText({ sentence, reason }: MissingValue): string {
  return sentence ?? comparisons[reason];
}

/** What follows a region's name in a list of numbers: 德清县无此项. */
export function absenceText(reason: MissingReason): string {
  if (reason === '分母为零') return '因分母为零无法计算';
  return reason === '基数非正' ? '因基数为负不计算增幅' : reasons[reason];
}
