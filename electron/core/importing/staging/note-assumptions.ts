import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { RecognisedTable } from '../recognised-table.ts';
import { withoutUnit } from '../recognising/indicator-names.ts';
import { headings } from '../recognising/words.ts';
import type { StagedCell } from '../staged-import.ts';
import { known } from './place.ts';
import { shiftBetween } from './unit-scale.ts';

const mostNames = 5;

/** What the tables do not state and was assumed, as sentences. */
export function noteAssumptions(tables: readonly RecognisedTable[]): readonly string[] {
  const regions = new Set(tables.flatMap(({ region }) => assumedRegion(region) ?? []));
  const unstated = new Map(tables.flatMap(unstatedUnits).map((indicator) => [indicator.id, indicator]));
  const compared = tables.flatMap(comparedColumns);
  return [
    ...(compared.length === 0
      ? []
      : [`这些列只是把数相比，没有自己的指标，不导入：${[...new Set(compared)].slice(0, mostNames).join('、')}。`]),
    ...regions,
    ...(unstated.size === 0 ? [] : [`表里没有写单位，按指标目录里的单位导入：${listed([...unstated.values()])}。`]),
  ];
}

/** The bureau's own region, or that of the file's name. */
function assumedRegion(region: RecognisedTable['region']): string | null {
  if (region?.kind !== 'known' || region.by !== 'assumed') return null;
  const { name } = region.thing;
  return region.text === name
    ? `表里没有写地区，按本单位“${name}”的数据导入。`
    : `表里没有写地区，按文件名“${region.text}”当作“${name}”的数据导入。`;
}

/** Headings such as 比上年增减 and 占比, under which nothing is imported. */
function comparedColumns({ columns }: RecognisedTable): readonly string[] {
  return columns.flatMap(({ role, path }) => {
    const heading = path.at(-1) ?? '';
    return role === 'remark' && headings.comparison.test(withoutUnit(heading)) ? [`“${path.join('/')}”`] : [];
  });
}

/** Figures that a formula of ours gives otherwise than the file, as one sentence: they are not written, but something is wrong. */
export function noteDerived(cells: readonly StagedCell[]): readonly string[] {
  const differing = cells.filter(
    ({ status, problem, note }) => status === 'derived' && problem !== null && note !== null,
  );
  if (differing.length === 0) return [];
  const shown = differing.slice(0, mostNames).map(({ cell, indicator, note }) => `${cell}（${indicator}）${note}`);
  const rest = differing.length > mostNames ? '；……' : '';
  return [
    `有 ${differing.length} 格与按算式得出的数不同，这些数由算式得出、不导入，请核对：${shown.join('；')}${rest}。`,
  ];
}

function listed(indicators: readonly Indicator[]): string {
  const names = indicators.slice(0, mostNames).map(({ name, unit }) => `${name}（${unit}）`);
  return indicators.length > mostNames ? `${names.join('、')}等 ${indicators.length} 个指标` : names.join('、');
}

/** Indicators with a unit that neither a heading nor a title states. What a formula gives needs none. */
function unstatedUnits({ rows, columns, indicator, units }: RecognisedTable): readonly Indicator[] {
  const isStated = ({ unit }: Indicator) =>
    units.some((each) => foldName(each) === foldName(unit) || shiftBetween(each, unit) !== null);
  const lines = [...rows, ...columns];
  const ofTable = lines.some(({ unit }) => unit !== null) ? [] : [known(indicator)];
  const named = [...lines.map((line) => (line.unit === null ? known(line.indicator) : undefined)), ...ofTable].flatMap(
    (each) => each ?? [],
  );
  return named.filter((each) => each.unit !== '' && each.formula === null && !isStated(each));
}
