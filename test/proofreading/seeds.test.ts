import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { correctAll } from '../../shared/proofreading/apply.ts';
import { checkArithmetic } from '../../shared/proofreading/arithmetic/check-arithmetic.ts';
import type { Finding } from '../../shared/proofreading/finding.ts';
import { proofread } from '../../shared/proofreading/proofread.ts';
import { draftOfText } from '../../shared/proofreading/reading/draft-of-text.ts';

/** Faults of two published reports, as a reader with the standards at hand lists them: rule and the text it stands at. */
const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const present = existsSync(join(shared, 'seeds'));

interface Seed {
  readonly file: string;
  readonly ratio: string;
  /** Rule and text of each listed fault; without a rule none of ours says it. */
  readonly faults: readonly (readonly [string | null, string])[];
}

const seeds: readonly Seed[] = [
  {
    file: '000_3c4d04ec74fad17c.txt',
    ratio: '65097÷80605=80.76%，与文中一致。',
    faults: [
      ['W05', 'XX'],
      ['N15', '300万'],
      ['W04', '随迁'],
      ['W08', '当前隐藏内容免费查看'],
      ['N14', '及以上'],
      ['W13', '七年级'],
      ['W13', '进城务工子女'],
      ['W13', '民工子弟'],
      ['S06', '全市义务教育随迁子女教育工作情况汇报(全文)'],
      ['W08', '浏览次数'],
      ['W08', '推荐访问'],
      [null, '规范办学行为一条里分号列举后句式断裂'],
    ],
  },
  {
    file: '002_725f6f1c5db5fea1.txt',
    ratio: '(122+32+22)÷179=98.32%，与文中一致。',
    faults: [
      ['W06', '《九年义务教育法》'],
      ['W04', '签定'],
      ['P05', '<宁夏中小学生学籍管理办法实施细则(修订)>'],
      ['P07', '•'],
      ['P06', '。),'],
      ['N13', ' '],
      ['N06', '6-16'],
      ['W04', '贫困户'],
      ['W04', '扶贫'],
      ['W04', '脱贫攻坚'],
      ['W04', '贫困学生'],
      ['W14', '层层控辍责任书'],
      ['P08', '等'],
      ['W08', '附件下载'],
      [null, '“双线目标”与“双线四包”口径不同'],
      [null, '“控辍保学宣传月”活动名称的写法'],
      [null, '“生活费补助资金准确地发放”搭配不当'],
      [null, '达到以“情趣教育”留生，搭配不当'],
      [null, '“扶贫控辍”一条的内容属于资助'],
    ],
  },
];

const show = ({ rule, text }: Finding) => `${rule} ${text}`;

describe.skipIf(!present)(
  `published reports${present ? '' : ': left out, they stand outside the project (HUIGAO_SHARED)'}`,
  () => {
    test.each(seeds)('$file', ({ file, ratio, faults }) => {
      const draft = draftOfText(readFileSync(join(shared, 'seeds', file), 'utf8'));
      const findings = proofread(draft);
      const missed = faults.filter(
        ([rule, text]) => !findings.some((one) => one.rule === rule && one.text.includes(text)),
      );
      expect(missed.map(([rule]) => rule)).toEqual(faults.flatMap(([rule]) => (rule === null ? [null] : [])));
      expect(checkArithmetic(draft).map(({ message }) => message)).toContain(ratio);

      // Once web residue and the like are put right, every error that is left is one of those listed.
      const left = proofread(correctAll(draft, proofread)).filter(({ severity }) => severity === 'E');
      const bare = (text: string) => text.normalize('NFKC');
      const isListed = (one: Finding) =>
        faults.some(([rule, text]) => one.rule === rule && bare(one.text).includes(bare(text)));
      expect(left.filter((one) => !isListed(one)).map(show)).toEqual([]);

      const found = faults.length - missed.length;
      process.stdout.write(
        `${file}: recall ${found} of ${faults.length} listed faults; ${findings.length} findings, after cleaning ${left.length} of E\n`,
      );
    });
  },
);
