import type { Rule, Severity } from '../finding.ts';
import { checkArithmetic } from './check-arithmetic.ts';

/** The arithmetic of a text as rules, one for each relation. */

interface Described {
  readonly id: string;
  readonly name: string;
  readonly good: string;
  readonly bad: string;
  readonly kind?: 'number';
  readonly severity?: Severity;
}

const described: readonly Described[] = [
  {
    id: 'A01',
    name: '各项之和等于总数',
    good: '小学31260人，初中15480人，合计46740人。',
    bad: '小学31260人，初中15480人，合计46704人。',
  },
  {
    id: 'A02',
    name: '占比、比率',
    good: '应检学校125所，已检查110所，检查率88.0%。',
    bad: '应检学校125所，已检查110所，检查率89.0%。',
  },
  {
    id: 'A03',
    name: '各部分占比之和为100%',
    severity: 'W',
    good: '小学占62.4%，初中占24.1%，高中占13.5%。',
    bad: '小学占64.2%，初中占24.1%，高中占13.5%。',
  },
  {
    id: 'A04',
    name: '增减数',
    good: '大班额由86个减少到51个，减少了35个。',
    bad: '大班额由86个减少到51个，减少了53个。',
  },
  {
    id: 'A05',
    name: '增幅、倍数',
    good: '支出由11.2亿元增加到12.6亿元，增长12.5%。',
    bad: '支出由11.2亿元增加到12.6亿元，增长15.2%。',
  },
  {
    id: 'A06',
    name: '百分点',
    good: '比例由79.01%提高到80.76%，提高1.75个百分点。',
    bad: '比例由79.01%提高到80.76%，提高1.57个百分点。',
  },
  {
    id: 'A07',
    name: '总的比率按总数相除',
    good: '甲县2000人，就读1800人，占90%；乙县8000人，就读5600人，占70%。合计比例为74%。',
    bad: '甲县2000人，就读1800人，占90%；乙县8000人，就读5600人，占70%。合计比例为80%。',
  },
  {
    id: 'A08',
    name: '最高、最低与明细相符',
    good: '甲区98.7%，乙区99.6%，丙区97.9%，乙区最高。',
    bad: '甲区98.7%，乙区99.6%，丙区97.9%，甲区最高。',
  },
  {
    id: 'A09',
    name: '人均、校均、生师比',
    good: '投入1284万元，惠及学生8560人，生均1500元。',
    bad: '投入1284万元，惠及学生8560人，生均1050元。',
  },
  {
    id: 'A10',
    name: '目标是否达到',
    good: '就读比例达到80.76%，超过80%的目标。',
    bad: '就读比例达到78.06%，超过80%的目标。',
  },
  {
    id: 'A11',
    name: '同一指标前后一致',
    severity: 'W',
    good: '全县疑似辍学学生17人。对全县疑似辍学学生17人建立台账。',
    bad: '全县疑似辍学学生17人。对全县疑似辍学学生71人建立台账。',
  },
  {
    id: 'A12',
    name: '“全部”“清零”与明细相符',
    severity: 'W',
    good: '应入学3215人，已入学3215人，实现应入尽入。',
    bad: '应入学3215人，已入学3214人，实现应入尽入。',
  },
  {
    id: 'A13',
    name: '“分别”前后对应',
    severity: 'W',
    good: '小学、初中分别有36人、48人。',
    bad: '小学、初中、高中分别有36人、48人。',
  },
  {
    id: 'A14',
    name: '比例不超过100%',
    severity: 'W',
    good: '小学净入学率为99.98%，高中毛入学率为103.2%。',
    bad: '小学净入学率为101.98%，高中毛入学率为103.2%。',
  },
  {
    id: 'N16',
    name: '同一指标小数位数一致',
    kind: 'number',
    severity: 'W',
    good: '学前三年入园率80.76%。学前三年入园率80.76%有待提高。',
    bad: '学前三年入园率80.76%。学前三年入园率80.8%有待提高。',
  },
];

function ruleOf({ id, name, good, bad, kind, severity = 'E' }: Described): Rule {
  return {
    id,
    name,
    kind: kind ?? 'arithmetic',
    severity,
    good,
    bad,
    *check(draft) {
      for (const check of checkArithmetic(draft)) {
        if (check.rule !== id || check.verdict === 'agrees') continue;
        const { paragraph, start, end, message, remedy } = check;
        const doubted = severity === 'E' && !check.isCertain ? 'W' : severity;
        yield { paragraph, start, end, message, remedy, severity: check.verdict === 'noted' ? 'I' : doubted };
      }
    },
  };
}

export const arithmeticRules: readonly Rule[] = described.map(ruleOf);
