import { foldName } from '../../../../shared/reading/fold-name.ts';
import { nameText } from './cell-sense.ts';
import type { UsedColumn } from './column-uses.ts';
import { type Draft, isFigureRow, type Known } from './draft.ts';
import { isSchoolName } from './words.ts';

const schoolHeading = /(学校|校名|园所|幼儿园)(名称)?$/;

/**
 * The columns that name regions with the innermost last. Lists of schools often name the school first and its county
 * right of it: what says more of its rows is the inner one.
 */
export function innermostLast(naming: readonly UsedColumn[], draft: Draft, known: Known): readonly UsedColumn[] {
  const [first, second, more] = naming.filter(({ use }) => use === 'region');
  if (!first || !second || more || !isInside(textsOf(first, draft), first, { places: textsOf(second, draft), known }))
    return naming;
  return naming.map((column) => (column === first ? second : column === second ? first : column));
}

function isInside(
  texts: ReadonlySet<string>,
  { path }: UsedColumn,
  { places, known }: { readonly places: ReadonlySet<string>; readonly known: Known },
): boolean {
  const { regions } = known.names;
  const isArea = (text: string) => (regions.find(text)?.region.level ?? '校') !== '校';
  // A county that is known on the left has what stands right of it below it.
  if ([...texts].some(isArea) || ![...places].some(isArea)) return false;
  return schoolHeading.test(foldName(path.at(-1) ?? '')) || [...texts].some(isSchoolName) || texts.size > places.size;
}

function textsOf({ column }: UsedColumn, draft: Draft): ReadonlySet<string> {
  const texts = new Set<string>();
  for (let row = draft.block.body.first; row <= draft.block.body.last; row += 1) {
    if (isFigureRow(draft, row)) texts.add(nameText(draft.view.at(row, column)));
  }
  return texts;
}
