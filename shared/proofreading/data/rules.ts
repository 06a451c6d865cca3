import type { ReportScope } from '../../report/scope.ts';
import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import type { Draft } from '../reading/draft.ts';
import { bindNumbers } from './bind-numbers.ts';

/** What a text says against what the data say. Needs data, so that the examples are of 湖州市 2021年 of the sample. */

function differing(scope: ReportScope): Rule {
  return {
    id: 'D01',
    name: '手填的数与数据一致',
    kind: 'data',
    severity: 'W',
    good: '全市共有随迁子女80605人。',
    bad: '全市共有随迁子女80650人。',
    *check(draft: Draft): Iterable<Remark> {
      for (const { paragraph, start, end, text, binding } of bindNumbers(draft, scope)) {
        if (binding.kind !== 'differs') continue;
        const message = `数据里“${binding.of}”是${binding.expected}，文中写的是${text}。`;
        yield { paragraph, start, end, message, remedy: '核对后改正，或者改用“插入数字”。' };
      }
    },
  };
}

const overridden: Rule = {
  id: 'D03',
  name: '人工改写的数字',
  kind: 'data',
  severity: 'I',
  good: '全市共有随迁子女80605人。',
  bad: '全市共有随迁子女80650人。',
  *check({ paragraphs }) {
    for (const [paragraph, { paragraph: own, text }] of paragraphs.entries()) {
      for (const { kind, start, end, computed } of own.known) {
        if (kind !== 'overridden') continue;
        const place = { paragraph, start, end };
        if (computed === null || computed === text.slice(start, end)) {
          yield { ...place, message: '这个数是人工改写的，数据变了它不会跟着变。', remedy: '定稿前再核对一次。' };
        } else {
          const message = `这个数是人工改写的，按数据应是${computed}。`;
          yield { ...place, severity: 'W', message, remedy: '核对后恢复，或者确认改写。' };
        }
      }
    }
  },
};

function unbound(scope: ReportScope): Rule {
  return {
    id: 'D02',
    name: '没有与数据核对的数',
    kind: 'data',
    severity: 'I',
    good: '全市共有随迁子女80605人。',
    bad: '全市共有校车36辆。',
    *check(draft: Draft): Iterable<Remark> {
      for (const { paragraph, start, end, text, binding } of bindNumbers(draft, scope)) {
        if (binding.kind !== 'unbound') continue;
        const message = `“${text}”是手填的，数据里没有找到它。`;
        yield { paragraph, start, end, message, remedy: '请自行核对；不会变的数可以标为“固定”。' };
      }
    },
  };
}

const since = /截至(20\d\d)年/g;

function stale({ period }: ReportScope): Rule {
  return {
    id: 'D04',
    name: '截至的年份',
    kind: 'data',
    severity: 'W',
    good: '截至2021年底，全市共有随迁子女80605人。',
    bad: '截至2020年底，全市共有随迁子女80605人。',
    check: eachMatch(since, (match, { paragraph: { known } }) => {
      const [found, year] = match;
      const start = match.index + found.length - 5;
      const isFigure = known.some((stretch) => stretch.start < start + 4 && start < stretch.end);
      // A report on last year may give numbers of this one, never of the years before its own.
      if (isFigure || Number(year) >= period.year) return null;
      return {
        start: found.length - 5,
        message: `这份报告写的是${period.label}，文中是“${found}”。`,
        remedy: '核对是不是上次的年份没有改。',
      };
    }),
  };
}

/** Rules for a report, or any text, of one region and period. */
export function dataRules(scope: ReportScope): readonly Rule[] {
  return [differing(scope), unbound(scope), overridden, stale(scope)];
}
