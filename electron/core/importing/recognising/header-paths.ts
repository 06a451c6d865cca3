import { nameText } from './cell-sense.ts';
import type { Block } from './find-blocks.ts';
import { relativePeriod } from './relative-period.ts';
import type { SheetView } from './sheet-view.ts';
import { periodOf } from './stated-periods.ts';

/** For every column the texts of its header from the outermost in, folded, each merged text once. */
export function headerPaths(view: SheetView, { header, kinds }: Block): readonly (readonly string[])[] {
  const rows: number[] = [];
  for (let row = header.first; row <= header.last; row += 1) if (kinds[row] !== 'numbering') rows.push(row);
  const width = rows.reduce((most, row) => Math.max(most, view.endOf(row)), 0);
  const levels = rows.map((row) => rowTexts(view, { row, width }));
  if (!rows.some(view.reachesAcross)) spreadLevels(levels);
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    let above: Level | null = null;
    for (const level of levels) {
      const here: Level = level[column] ?? { text: '', owner: -1 };
      if (here.text !== '' && here.owner !== above?.owner && here.text !== path.at(-1))
        path.push(...levelsOf(here.text));
      if (here.text !== '') above = here;
    }
    return path;
  });
}

/** `学生数(上年)` says in one cell what others say in two: what is counted, and when. */
function levelsOf(text: string): readonly string[] {
  const [, name, inside] = /^(.+)\(([^()]+)\)$/.exec(text) ?? [];
  const isPeriod = inside !== undefined && (relativePeriod(inside, null) !== null || periodOf(inside, null) !== null);
  return name !== undefined && isPeriod ? [name, inside] : [text];
}

interface Level {
  readonly text: string;
  readonly owner: number;
}

function rowTexts(view: SheetView, { row, width }: { readonly row: number; readonly width: number }): Level[] {
  return Array.from({ length: width }, (_, column) => ({
    // `其中：` over its columns reads as 其中.
    text: nameText(view.at(row, column)).replace(/:$/, ''),
    owner: view.owner(row, column),
  }));
}

/** Where no cells are merged, as in text files, a heading reaches over the blanks to its right that have one below. */
function spreadLevels(levels: Level[][]): void {
  for (const [at, level] of levels.slice(0, -1).entries()) {
    const below = levels.slice(at + 1);
    const above = levels.slice(0, at);
    for (let column = 1; column < level.length; column += 1) {
      const left = level[column - 1];
      const isBlank = level[column]?.text === '' && left !== undefined && left.text !== '';
      const isHeaded = below.some((each) => (each[column]?.text ?? '') !== '');
      const isSameGroup = above.every((each) => each[column]?.owner === each[column - 1]?.owner);
      // What stands over a single column with nothing below it reaches nowhere.
      const leftIsGroup = below.some((each) => (each[column - 1]?.text ?? '') !== '');
      if (isBlank && isHeaded && isSameGroup && leftIsGroup) level[column] = left;
    }
  }
}
