import type { Severity } from '../finding.ts';

/** A word that is wrong, or not used any more. A bureau adds its own. */
export interface Term {
  /** As it stands in the text. */
  readonly wrong: string;
  /** What to write; null when a person must decide. */
  readonly right: string | null;
  readonly severity: Severity;
  readonly note: string;
  /** What may stand behind it without fault. */
  readonly unlessBefore?: readonly string[] | undefined;
  /** What may stand before it without fault. */
  readonly unlessAfter?: readonly string[] | undefined;
  /** Of words that went out of use: the first year of texts in which they are out of place. */
  readonly since?: number | undefined;
}

const misspelt: readonly (readonly [string, string])[] = [
  ['签定', '签订'],
  ['台帐', '台账'],
  ['记帐', '记账'],
  ['对帐', '对账'],
  ['布署', '部署'],
  ['做为', '作为'],
  ['既使', '即使'],
  ['按装', '安装'],
  ['成份', '成分'],
  ['通迅', '通讯'],
  ['缀学', '辍学'],
  ['撤消', '撤销'],
  ['园满', '圆满'],
  ['按排', '安排'],
  ['重迭', '重叠'],
  ['迁徒', '迁徙'],
  ['贯砌', '贯彻'],
  ['帐目', '账目'],
  ['竟赛', '竞赛'],
  ['座阵', '坐镇'],
  ['倍受关注', '备受关注'],
  ['渡假', '度假'],
  ['振憾', '震撼'],
  ['凑和', '凑合'],
];

function outdated(wrong: string, right: string | null, options: Partial<Term> = {}): Term {
  const note = right === null ? `2021年起不再用“${wrong}”的提法。` : `2021年起一般用“${right}”。`;
  return { wrong, right: null, severity: 'W', note, since: 2021, ...options };
}

/** Built in: misspellings; words of the years of 脱贫攻坚, which ended in 2020; 随迁 that lacks 子女. */
export const builtInTerms: readonly Term[] = [
  ...misspelt.map(([wrong, right]): Term => ({ wrong, right, severity: 'E', note: `应写作“${right}”。` })),
  { wrong: '其它', right: '其他', severity: 'W', note: '公文一般用“其他”。' },
  outdated('贫困户', '脱贫户', { unlessAfter: ['脱', '非'] }),
  outdated('贫困学生', '家庭经济困难学生'),
  outdated('扶贫', '帮扶', { unlessBefore: ['开发协会', '基金会'] }),
  outdated('脱贫攻坚', '巩固拓展脱贫攻坚成果', { unlessBefore: ['成果', '战', '期', '任务', '以来', '与乡村振兴'] }),
  outdated('建档立卡', '脱贫户、监测户', { unlessBefore: ['工作结束', '时期', '期间'] }),
  {
    wrong: '随迁',
    right: '随迁子女',
    severity: 'W',
    note: '“随迁”后面可能缺“子女”。',
    unlessBefore: ['子女', '儿童', '人员', '子弟', '学生', '学校', '家庭', '老人', '家属', '父母', '就读', '而'],
  },
];
