import type { BoldSwitches } from './options.ts';

/** A stretch of a text, from `start` up to but without `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 一是 … 十五是 where a clause begins: at the head of the text or behind a stop. */
const seriesWord = /(?<=^|[。；：！？])(?:十[一二三四五]|[一二三四五六七八九十])是(?=[^\s，。；：])/gu;
const clauseEnd = /[。；：，]/u;

/** What of 一是…；二是… is to be bold; nothing where the text has no series, of which one member makes none. */
export function seriesSpans(text: string, bold: BoldSwitches['一是二是']): readonly Span[] {
  if (bold === '不加粗') return [];
  const words = [...text.matchAll(seriesWord)];
  if (words.length < 2) return [];
  return words.map(({ 0: word, index }) => {
    const behind = index + word.length;
    if (bold === '序词加粗') return { start: index, end: behind };
    const length = clauseEnd.exec(text.slice(behind))?.index;
    return { start: index, end: length === undefined ? text.length : behind + length };
  });
}
