/** A line holds 20 characters of 22 pt (442.2 pt / 22 pt). */
const capacity = 20;
const mostLines = 4;

/** 文种 that a title ends with: 的 does not begin the line before it, so that 的报告 stays together. */
const genre = /^(?:情况)?(?:报告|汇报|总结|通知|请示|意见|方案|说明)$/;
const neverFirst = /^(?:[，。、；：？！”’）》〉」』】〕］｝的]|[省市县区州盟旗镇乡]$)/u;
const neverLast = /(?:[“‘（《〈「『【〔［｛]|关于)$/u;

/** Stays on one line: a book title, a quotation, a number with its unit, and terms that the segmenter cuts. */
const whole =
  /《[^》]{1,18}》|“[^”]{1,8}”|〔[^〕]*〕|\d+(?:[.—～-]\d+)*(?:学年|[年月日届期号%])?|进城务工人员|随迁子女|控辍保学|义务教育|优质均衡/gu;

/** The words of a title, 词意完整. */
function splitTitle(title: string): readonly string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  let last = 0;
  for (const match of title.matchAll(whole)) {
    words.push(...Array.from(segmenter.segment(title.slice(last, match.index)), ({ segment }) => segment), match[0]);
    last = match.index + match[0].length;
  }
  words.push(...Array.from(segmenter.segment(title.slice(last)), ({ segment }) => segment));
  return words;
}

function countCharacters(text: string): number {
  return Array.from(text).length;
}

/** Whether a line may end between two words of a title (词意完整: a word is never cut, 的 and its noun stay together). */
function mayBreak(before: string, after: string): boolean {
  return !neverFirst.test(after) && !neverLast.test(before) && !(before.endsWith('的') && genre.test(after));
}

/** Lower is better: even lines first, then 梯形 or 菱形 rather than 沙漏 (7.3.1: 排列对称、长短适宜). */
function costOf(lines: readonly number[]): number {
  const mean = lines.reduce((sum, line) => sum + line, 0) / lines.length;
  const spread = lines.reduce((sum, line) => sum + (line - mean) ** 2, 0);
  const [first = 0, second = 0, third = 0] = lines;
  const hourglass = lines.length === 3 && second < first && second < third ? 40 : 0;
  // Lines of one length make a block, which is neither 梯形 nor 菱形.
  const block = lines.every((line) => line === first) ? 1 : 0;
  return spread + hourglass + block;
}

/** A line that ends inside 《…》 or “…”, or begins with a bracket, costs this much. */
const brokenName = 12;

function brokenNames(lines: readonly string[]): number {
  let depth = 0;
  let broken = 0;
  for (const line of lines) {
    if (depth > 0) broken += 1;
    if (/^[（〔]/.test(line)) broken += 1;
    for (const sign of line) depth += /[《“]/.test(sign) ? 1 : /[》”]/.test(sign) ? -1 : 0;
  }
  return broken * brokenName;
}

interface Candidate {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Every way to break the words into `count` lines that hold. */
function breakInto(words: readonly string[], count: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const tryFrom = (from: number, lines: readonly string[]): void => {
    if (lines.length === count - 1) {
      const last = words.slice(from).join('');
      if (last === '' || countCharacters(last) > capacity) return;
      const all = [...lines, last];
      found.push({ lines: all, cost: costOf(all.map(countCharacters)) + brokenNames(all) });
      return;
    }
    for (let to = from + 1; to < words.length; to += 1) {
      const line = words.slice(from, to).join('');
      if (countCharacters(line) > capacity) return;
      if (mayBreak(words[to - 1] ?? '', words[to] ?? '')) tryFrom(to, [...lines, line]);
    }
  };
  tryFrom(0, []);
  return found;
}

/** Fills line after line with whole words: for titles beyond what any office would print. */
function fillLines(words: readonly string[]): readonly string[] {
  const units: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined || mayBreak(before, word)) units.push(word);
    else units.push((units.pop() ?? '') + word);
  }
  const lines: string[] = [];
  for (const unit of units) {
    const last = lines.at(-1) ?? '';
    if (lines.length > 0 && countCharacters(last + unit) <= capacity) lines.splice(-1, 1, last + unit);
    else lines.push(unit);
  }
  return lines;
}

/** A break with one line more costs this much: it must be the better shape by far. */
const extraLine = 30;

/**
 * Up to `most` ways to break a title between words, the best first (词意完整、排列对称、长短适宜: GB/T 9704-2012, 7.3.1). A
 * title that fits on one line has that one way; so has one that holds no place to break at.
 */
export function proposeTitleLines(title: string, most = 3): readonly (readonly string[])[] {
  const length = countCharacters(title);
  if (length <= capacity) return [[title]];
  const words = splitTitle(title);
  const least = Math.ceil(length / capacity);
  if (least > mostLines) return [fillLines(words)];
  const candidates: Candidate[] = [];
  for (let count = least; count <= mostLines; count += 1) {
    const extra = (count - least) * extraLine;
    for (const { lines, cost } of breakInto(words, count)) candidates.push({ lines, cost: cost + extra });
  }
  if (candidates.length === 0) return [[title]];
  return candidates
    .toSorted((left, right) => left.cost - right.cost)
    .slice(0, most)
    .map(({ lines }) => lines);
}
