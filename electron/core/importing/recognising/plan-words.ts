import { foldName } from '../../../../shared/reading/fold-name.ts';

/** Words for figures that somebody means to reach: no figure of what is. Programmes, offices and what came of a plan are none. */
const planned = new RegExp(
  [
    '(?<!改善|行动|特岗|银龄|提升|振兴|攻坚|支持|培养|励耕|国培|省培|专项|强基|英才|春蕾|雨露|三年)计划(?!的?完成|的?执行|的?落实|的?实施|进展|财务|单列|生育|[科处司办内外])',
    '规划(?!的?完成|的?执行|的?落实|的?实施|财务|建设|[局科处司办部股院和与])',
    '目标(?!任务|责任|考核|管理|的?完成|的?达成|的?实现|人群|群体)',
    '预计',
    '预测',
    '预期',
  ].join('|'),
);

/** The word by which titles say that the figures are planned; null where none does, or where it is part of a name below. */
export function planWord(titles: readonly string[], names: readonly string[]): string | null {
  for (const title of titles) {
    const [word] = planned.exec(foldName(title)) ?? [];
    if (word !== undefined && !names.some((name) => name.includes(word))) return word;
  }
  return null;
}
