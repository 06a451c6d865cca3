import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import type { Draft } from '../reading/draft.ts';
import { type KnownDocument, knownDocuments, lawNames, type OwnTitles } from './titles-list.ts';

/** Names of laws and documents, against lists that are kept here. */

const state = '中华人民共和国';
/** Number of characters to put in, take out or change (Levenshtein), at most 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [line, sign] of [...a].entries()) {
    const next = [line + 1];
    for (const [at, other] of [...b].entries()) {
      const change = (row[at] ?? 0) + (sign === other ? 0 : 1);
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(3, row.at(-1) ?? 3);
}

function nearestLaw(name: string, laws: readonly string[]): string | null {
  const near = laws
    .map((law) => ({ law, far: distance(name, law) }))
    .filter(({ law, far }) => far <= 2 && law.length >= 3 && far < law.length - 1)
    .toSorted((a, b) => a.far - b.far || b.law.length - a.law.length);
  return near[0]?.law ?? null;
}

const lawTitle = /《(中华人民共和国)?(\p{Script=Han}{2,24}(?:(?<![办方做用书算立语]|疗)法|法典))》/gu;
const numbered = /《([^《》]{4,80})》[（(]([\p{Script=Han}]{1,8}〔\d{4}〕\d{1,4}号)[）)]/gu;

function* titleRemarks(draft: Draft, laws: readonly string[], documents: readonly KnownDocument[]): Generator<Remark> {
  yield* eachMatch(lawTitle, ([found, full, name = '']) => {
    if (laws.includes(name)) return null;
    const law = nearestLaw(name, laws);
    if (law === null) return null;
    const right = `《${state}${law}》`;
    return {
      severity: full === undefined && name === '九年义务教育法' ? 'E' : 'W',
      message: `没有查到法律“${found}”。`,
      remedy: `可能是“${right}”。`,
      replacement: name === '九年义务教育法' ? right : undefined,
    };
  })(draft);
  yield* eachMatch(numbered, ([, title = '', number = '']) => {
    // A notice of every year has one title and many numbers.
    if (documents.some((document) => document.title === title && document.number === number)) return null;
    const byNumber = documents.find((document) => document.number === number);
    const byTitle = documents.find((document) => document.title === title);
    if (byNumber === byTitle) return null;
    const at = title.length + 3;
    if (byTitle !== undefined) {
      return {
        start: at,
        end: at + number.length,
        message: `《${title}》的发文字号是${byTitle.number}，文中写的是${number}。`,
        remedy: '核对文号和标题。',
      };
    }
    return {
      start: 0,
      end: title.length + 2,
      message: `${number}是《${byNumber?.title ?? ''}》，文中的标题不同。`,
      remedy: '核对文号和标题。',
    };
  })(draft);
}

/** The rule of laws and documents, with those that the bureau added. */
export function titleRule(own: OwnTitles): Rule {
  return {
    id: 'W06',
    name: '法律、文件的名称和文号',
    kind: 'wording',
    severity: 'W',
    good: '宣传《中华人民共和国义务教育法》。',
    bad: '宣传《九年义务教育法》。',
    check: (draft) => titleRemarks(draft, [...lawNames, ...own.laws], [...knownDocuments, ...own.documents]),
  };
}

const plea = /(?:妥否|当否|可否|是否妥当|是否可行)[，,]?请(?:予?批示|予?批复|予?审批|指示|核准|批准)/g;

export const kindOfDocument: Rule = {
  id: 'W07',
  name: '报告不夹带请示事项',
  kind: 'wording',
  severity: 'E',
  good: '示例县工作情况的报告\n一、基本情况\n全县现有学校97所。\n特此报告。',
  bad: '示例县工作情况的报告\n一、基本情况\n全县现有学校97所。\n妥否，请批示。',
  *check(draft) {
    const isReport = draft.paragraphs.some(
      ({ text, paragraph }) => paragraph.role === 'title' && /报告(?:（[^）]*）)?$/.test(text),
    );
    if (!isReport) return;
    yield* eachMatch(plea, ([found]) => ({
      message: `报告里不能写“${found}”。`,
      remedy: '删去；需要批复的事项另写请示。',
    }))(draft);
  },
};
