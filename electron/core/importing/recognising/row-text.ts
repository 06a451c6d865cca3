import { foldName } from '../../../../shared/reading/fold-name.ts';

/** Running numbers before a name: `一、`, `1.`, `（二）`. */
export const numbered = /^([一二三四五六七八九十]+[、.]|\d+[.、](?!\d)|[(（][一二三四五六七八九十\d]+[)）]|[①-⑳])\s*/;

/** The label of a row as a name is read from it. */
export function plainLabel(text: string): string {
  return foldName(text.replace(numbered, '')).replace(/:$/, '');
}

/** Signs before or behind a name that point at a note: `*云甲县`, `云乙县①`. */
export const rowMarks = /^[*＊★☆▲△●※①-⑳]+|[*＊★☆▲△●※①-⑳]+$/g;
