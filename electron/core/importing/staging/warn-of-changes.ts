import { parsePeriod, yearEarlier } from '../../../../shared/figures/period.ts';
import { tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import type { ImportContext } from '../import-context.ts';
import type { StagedCell } from '../staged-import.ts';

/** A file that changes more of a period than this many in a hundred is likelier to be a wrong file than a correction. */
const mostChanged = 30;
/** Fewer figures than this are the same as a year ago by chance. */
const fewestAlike = 5;

/** What a person should stop at before so much is written, as sentences. */
export function warnOfChanges(cells: readonly StagedCell[], context: ImportContext): readonly string[] {
  const periods = Map.groupBy(cells, ({ period }) => period);
  return [...periods].flatMap(([period, each]) =>
    period === '' ? [] : [...warnOfMany(period, each, context), ...warnOfCopy(period, each, context)],
  );
}

function warnOfMany(
  period: string,
  cells: readonly StagedCell[],
  { indicators, view }: ImportContext,
): readonly string[] {
  const changed = cells.filter(({ status }) => status === 'changed').length;
  if (changed === 0) return [];
  const held = indicators.reduce((count, { id }) => count + view.column(id, period).size, 0);
  if (changed * 100 <= held * mostChanged) return [];
  return [
    `${period}已有 ${held} 个数，这次要改动其中 ${changed} 个（超过 ${mostChanged}%）。请确认文件和期没有弄错，导入后可以撤销。`,
  ];
}

/** Last year's file, sent once more under this year's title. */
function warnOfCopy(label: string, cells: readonly StagedCell[], { view }: ImportContext): readonly string[] {
  const period = parsePeriod(label);
  if (!period) return [];
  const before = yearEarlier(period).label;
  const values = new Set<string>();
  let alike = 0;
  for (const { status, value, regionId, indicatorId, write } of cells) {
    if (value === null || regionId === null || indicatorId === null) continue;
    if (status !== 'new' && status !== 'changed' && status !== 'same') continue;
    const earlier = view.column(indicatorId, before).get(regionId)?.cell;
    const present = write?.cell ?? view.column(indicatorId, label).get(regionId)?.cell;
    if (earlier?.kind !== 'value' || present?.kind !== 'value') continue;
    if (tidyDecimal(earlier.decimal) !== tidyDecimal(present.decimal)) return [];
    alike += 1;
    values.add(value);
  }
  if (alike < fewestAlike || values.size < 2) return [];
  return [`表里的数与${before}的完全相同（共 ${alike} 个）。请确认不是把去年的表当作${label}的报了上来。`];
}
