import type { ReportScope } from '../../report/scope.ts';
import type { Remark, Rule, RuleDescription } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import type { Draft } from '../reading/draft.ts';
import { type BoundNumber, bindNumbers, type FigureSubjects } from './bind-numbers.ts';
import { findContradiction, type OtherQuotation } from './quotations.ts';

/** What a text says against what the data say. Needs data, so that the examples are of 湖州市 2021年 of the sample. */

const kind = 'data';

const described = {
  differing: {
    id: 'D01',
    name: '手填的数与数据一致',
    kind,
    severity: 'W',
    good: '全市共有随迁子女80605人。',
    bad: '全市共有随迁子女80650人。',
  },
  unbound: {
    id: 'D02',
    name: '没有与数据核对的数',
    kind,
    severity: 'I',
    good: '全市共有随迁子女80605人。',
    bad: '全市共有校车36辆。',
  },
  overridden: {
    id: 'D03',
    name: '人工改写的数字',
    kind,
    severity: 'I',
    good: '全市共有随迁子女80605人。',
    bad: '全市共有随迁子女80650人。',
  },
  stale: {
    id: 'D04',
    name: '过时的年份',
    kind,
    severity: 'W',
    good: '截至2021年底，全市共有随迁子女80605人。',
    bad: '截至2020年底，全市共有随迁子女80605人。',
  },
  contradicted: {
    id: 'D05',
    name: '与其他报告一致',
    kind,
    severity: 'W',
    good: '全市共有随迁子女80605人。',
    bad: '全市共有随迁子女80650人。',
  },
} as const satisfies Readonly<Record<string, RuleDescription>>;

/** What the rules are, for a list of them: without data there is nothing to check. */
export const dataRuleDescriptions: readonly RuleDescription[] = Object.values(described);

type Bind = (draft: Draft) => readonly BoundNumber[];

function differing(bind: Bind): Rule {
  return {
    ...described.differing,
    *check(draft: Draft): Iterable<Remark> {
      for (const { paragraph, start, end, text, binding } of bind(draft)) {
        if (binding.kind !== 'differs') continue;
        const message = `数据里“${binding.of}”是${binding.expected}，文中写的是${text}。`;
        yield { paragraph, start, end, message, remedy: '核对后改正，或者改用“插入数字”。' };
      }
    },
  };
}

const overridden: Rule = {
  ...described.overridden,
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

function unbound(bind: Bind): Rule {
  return {
    ...described.unbound,
    *check(draft: Draft): Iterable<Remark> {
      for (const { paragraph, start, end, text, binding } of bind(draft)) {
        if (binding.kind !== 'unbound') continue;
        const message = `“${text}”是手填的，数据里没有找到它。`;
        yield { paragraph, start, end, message, remedy: '请自行核对；不会变的数可以标为“固定”。' };
      }
    },
  };
}

/** A year that opens a sentence says when all of it was. */
const opening = /^[\s\u3000]*(20\d\d)年/;
/** Sentences that may well begin with another year: comparisons, and what was issued then. */
const ofAnotherYear = /比|同期|上年|去年|以来|起|印发|出台|发布|颁布|实施|建成|〔/;

/** A sentence of last year's report that went over into this one. */
function* oldSentences({ paragraphs }: Draft, year: number): Generator<Remark> {
  for (const [paragraph, { text, sentences, paragraph: own }] of paragraphs.entries()) {
    if (own.role !== 'body') continue;
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, end);
      const match = opening.exec(sentence);
      if (Number(match?.[1]) !== year - 1 || ofAnotherYear.test(sentence)) continue;
      const at = start + (match?.[0].length ?? 0) - 5;
      yield {
        paragraph,
        start: at,
        end: at + 5,
        severity: 'I',
        message: `这句话说的是${year - 1}年，这份报告写的是${year}年。`,
        remedy: '核对是不是去年的稿子没有改年份。',
      };
    }
  }
}

const since = /截至(20\d\d)年/g;

function stale({ period }: ReportScope): Rule {
  const asOf = eachMatch(since, (match, { paragraph: { known } }) => {
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
  });
  return {
    ...described.stale,
    *check(draft) {
      yield* oldSentences(draft, period.year);
      yield* asOf(draft);
    },
  };
}

function contradicted(bind: Bind, elsewhere: readonly OtherQuotation[]): Rule {
  return {
    ...described.contradicted,
    *check(draft: Draft): Iterable<Remark> {
      for (const { paragraph, start, end, text, binding } of bind(draft)) {
        const of = 'of' in binding ? binding.of : null;
        const other = of === null ? null : findContradiction({ of, text }, elsewhere);
        if (other === null) continue;
        const message = `“${other.of}”在《${other.report}》里写的是${other.text}，这里是${text}。`;
        yield { paragraph, start, end, message, remedy: '核对后统一两份报告。' };
      }
    },
  };
}

export interface DataContext {
  /** What the live figures of the text print. */
  readonly subjects?: FigureSubjects;
  /** What other reports of the data file say. */
  readonly elsewhere?: readonly OtherQuotation[];
}

/** Rules for a report, or any text, of one region and period. */
export function dataRules(scope: ReportScope, { subjects, elsewhere = [] }: DataContext = {}): readonly Rule[] {
  const known = new WeakMap<Draft, readonly BoundNumber[]>();
  const bind = (draft: Draft) => {
    const bound = known.get(draft) ?? bindNumbers(draft, scope, subjects);
    known.set(draft, bound);
    return bound;
  };
  return [differing(bind), unbound(bind), overridden, stale(scope), contradicted(bind, elsewhere)];
}
