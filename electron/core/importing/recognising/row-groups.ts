import { writtenText } from './cell-sense.ts';
import type { UsedColumn } from './column-uses.ts';
import { type Draft, isFigureRow, type Known } from './draft.ts';
import { groupContent } from './group-row.ts';
import { meaningful } from './indicator-names.ts';
import { plainLabel } from './row-text.ts';
import { isWhole } from './words.ts';

/** The text that stands alone above the rows that belong to it: 学生数 above 本年 and 上年. */
export interface RowGroup {
  readonly text: string;
  /** The row follows it at once. */
  readonly isFirst: boolean;
}

/** By row of figures the group that it stands in. */
export function rowGroups(
  draft: Draft,
  { naming, known }: { readonly naming: readonly UsedColumn[]; readonly known: Known },
): ReadonlyMap<number, RowGroup> {
  const { view, block } = draft;
  const [column] = naming;
  const groups = new Map<number, RowGroup>();
  let text: string | null = null;
  let isFirst = false;
  if (!column) return groups;
  const labelAt = (row: number) => plainLabel(writtenText(view.at(row, column.column)));
  for (let row = block.body.first; row <= block.body.last; row += 1) {
    const head = groupContent(view, row, block.kinds);
    if (head) {
      text = head.column === column.column ? plainLabel(writtenText(head.cell)) : null;
      isFirst = true;
    } else if (isFigureRow(draft, row)) {
      // What is counted by another name ends what was counted below this one.
      if (text !== null && isCount(text, known) && isCount(labelAt(row), known)) text = null;
      if (text !== null && !known.names.regions.find(text)) groups.set(row, { text, isFirst });
      isFirst = false;
    }
  }
  return groups;
}

function isCount(text: string, { names }: Known): boolean {
  return names.indicators.has(meaningful(text));
}

interface Inside {
  readonly group: RowGroup | null;
  /** What the rows above name, for a row that only says when. */
  readonly before: readonly string[];
  readonly known: Known;
  /** The row names a region: a text above it may be anything. */
  readonly isRegion: boolean;
}

/** The names of a row with those that its group gives it. A group that names nothing known says nothing of its rows. */
export function inGroup(things: readonly string[], { group, before, known, isRegion }: Inside): readonly string[] {
  const { indicators } = known.names;
  const name = meaningful(group?.text ?? '');
  const isSaid = name !== '' && (indicators.has(name) || indicators.isDimension(name));
  if (things.length === 0) {
    return group && (isSaid || !isRegion) && (group.isFirst || before.length === 0) ? [group.text] : before;
  }
  // 合计 at the end is of everything, 合计 below the group's name is the group's own.
  const isOwn = group?.isFirst === true || !isWhole(things.at(-1) ?? '');
  return group && isSaid && isOwn ? [group.text, ...things] : things;
}

interface Labelled {
  readonly index: number;
  readonly region: string;
  readonly indicator: readonly string[];
}

/** Names that stand below different groups, with the groups before them: 校车数 below 城区 is not 校车数 below 镇区. */
export function setApart<Labels extends Labelled>(
  labels: readonly Labels[],
  groups: ReadonlyMap<number, RowGroup>,
): readonly (Labels & { readonly isSetApart: boolean })[] {
  const above = new Map<string, Set<string>>();
  const groupOf = ({ index }: Labelled) => groups.get(index)?.text ?? '';
  for (const label of labels) {
    const name = label.indicator.join('/');
    above.set(name, (above.get(name) ?? new Set()).add(groupOf(label)));
  }
  return labels.map((label) => {
    const group = groupOf(label);
    const isRepeated = (above.get(label.indicator.join('/'))?.size ?? 0) > 1 && label.indicator.length > 0;
    const isSetApart = isRepeated && group !== '' && label.region === '' && label.indicator[0] !== group;
    return { ...label, isSetApart, indicator: isSetApart ? [group, ...label.indicator] : label.indicator };
  });
}
