/** A piece of text that is drawn in one go, and whether a line may end after it. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly breakAfter: boolean;
}

/** Marks that must not begin a line (GB/T 15834-2011, 5.1): pauses, closings, 连接号, 间隔号, and signs that follow a number. */
const neverFirst = new Set('，。、；：？！”’）》〉」』】〕］｝〗…·～〜％‰℃°,.;:?!)]}%');
/** Marks that must not end a line. */
const neverLast = new Set('“‘（《〈「『【〔［｛〖([{￥$#＃');

const units =
  '个?百分点|万?人次|[万亿]?[元人]|平方公里|平方米|公里|公斤|千克|个月|学年|周岁|分钟|小时|' +
  '[个所名年月日时分秒项次万亿倍成届期户套台件辆册份处间班校亩吨米岁位类批场节课号条款级座栋门种轮天周∶]';
/** A number with its range, its sign and its unit: 6～16岁, 80.76%, 2021年, 19.43∶1. */
const numberWithUnit = new RegExp(
  `[-+−]?\\d[\\d.,:/%‰]*(?:[—～〜~－∶-]\\d[\\d.,:/%‰]*)*(?:\\s?(?:${units}|[％℃]))?`,
  'gu',
);
/** 发文字号: 〔2020〕5号. */
const documentNumber = /〔\d{4}〕\d+号/gu;

const piece = /\r?\n|—{2}|…{2}|[^\S\r\n]+|[!-~]+|\P{M}\p{M}*/gu;

/** Offsets inside numbers with units, where no line may end. */
function findGluedOffsets(text: string): ReadonlySet<number> {
  const glued = new Set<number>();
  for (const pattern of [numberWithUnit, documentNumber]) {
    for (const match of text.matchAll(pattern)) {
      for (let offset = match.index + 1; offset < match.index + match[0].length; offset += 1) glued.add(offset);
    }
  }
  return glued;
}

function firstSign(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function mayBreakBetween(before: string, after: string): boolean {
  if (/^\s/.test(after)) return false;
  if (/^…{2}$/.test(after)) return !neverLast.has(before);
  return !neverFirst.has(firstSign(after)) && !neverLast.has(before.at(-1) ?? '');
}

/**
 * Cuts a paragraph into the pieces that a line is filled with: each Han character alone, each Latin word or number, and
 * `——` and `……` whole. Text is a whole paragraph, so that rules hold across runs of different fonts.
 */
export function segmentText(text: string): readonly Segment[] {
  const glued = findGluedOffsets(text);
  const matches = [...text.matchAll(piece)];
  return matches.map((match, index) => {
    const next = matches[index + 1];
    const end = match.index + match[0].length;
    const breakAfter = next === undefined || (!glued.has(end) && mayBreakBetween(match[0], next[0]));
    return { text: match[0], start: match.index, breakAfter };
  });
}
