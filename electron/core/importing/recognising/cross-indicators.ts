import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { parsePeriod } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { Line, Naming } from '../recognised-table.ts';
import type { Known } from './draft.ts';
import { meaningful } from './indicator-names.ts';
import { nameIndicator } from './name-lines.ts';
import { relativePeriod } from './relative-period.ts';
import { ownWords } from './wholes.ts';

/** What pairs of a row and a column mean, by `crossKey`. */
export type CrossedIndicators = ReadonlyMap<string, Naming<Indicator>>;

export function crossKey(row: number, column: number): string {
  return `${row}:${column}`;
}

type Headed = Pick<Line, 'path' | 'region' | 'period'>;

/** The headings of a line that speak of its indicator: without those that name its region and period. */
function ownPath({ path, region, period }: Headed): readonly string[] {
  const isRegion = (text: string) => region !== null && text === foldName(region.text);
  const isPeriod = (text: string) =>
    period !== null && (parsePeriod(text) !== null || relativePeriod(text, null) !== null);
  return path.filter((text) => !isRegion(text) && !isPeriod(text));
}

export function wordsOf(line: Headed): readonly string[] {
  return ownPath(line)
    .map(meaningful)
    .filter((word) => word !== '');
}

interface Crossing {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly base: Indicator | null;
  readonly known: Known;
}

/**
 * In a table whose rows name items and whose columns name measures (学前教育 by 人次 and 金额) a figure is of both: what each
 * pair means. A pair of which only one side is known is unknown: the figure is not the whole of that side.
 */
export function crossIndicators(crossing: Crossing): CrossedIndicators {
  const crossed = new Map<string, Naming<Indicator>>();
  const cache = new Map<string, Naming<Indicator>>();
  for (const row of crossing.rows) {
    if (row.role !== 'data' || wordsOf(row).length === 0) continue;
    for (const column of crossing.columns) {
      if (column.role !== 'data' || column.path.length === 0) continue;
      const path = [...ownPath(row), ...columnPath(column, crossing)].join('/');
      const naming = cache.get(path) ?? namePair(row, column, crossing);
      cache.set(path, naming);
      crossed.set(crossKey(row.index, column.index), naming);
    }
  }
  return crossed;
}

function wholeColumn({ partOf }: Line, { columns }: Pick<Crossing, 'columns'>): Line | undefined {
  return partOf === null ? undefined : columns.find(({ index }) => index === partOf);
}

/** 其中女 may stand behind several wholes, and is then called by them. */
function columnPath(column: Line, { columns }: Pick<Crossing, 'columns'>): readonly string[] {
  const path = ownPath(column);
  const whole = wholeColumn(column, { columns });
  const isRepeated = () => columns.some((each) => each !== column && ownPath(each).join('/') === path.join('/'));
  return whole && isRepeated() ? [...ownPath(whole), ...path] : path;
}

function namePair(row: Line, column: Line, crossing: Crossing): Naming<Indicator> {
  const { base, known } = crossing;
  const path = [...ownPath(row), ...columnPath(column, crossing)];
  const unknown: Naming<Indicator> = { kind: 'unknown', text: path.join('/') };
  const orders = [
    [...wordsOf(row), ...wordsOf(column)],
    [...wordsOf(column), ...wordsOf(row)],
  ];
  const named = orders.map((words) => nameIndicator({ path, words }, base, known));
  const said = named.find(
    ({ naming }) => naming.kind === 'left-out' || (naming.kind === 'known' && naming.by === 'answer'),
  );
  if (said) return said.naming;
  const whole = wholeColumn(column, crossing);
  // 其中女 behind 学生数 is, in the row of 小学, of the pupils there.
  if (whole) return partOf(namePair(row, whole, crossing), ownWords(column.path.join('/')), { unknown, known });
  const found = named.find(({ naming, isLoose }) => naming.kind === 'known' && !isLoose);
  return found?.naming ?? partOf(column.indicator, wordsOf(row), { unknown, known });
}

/** The part of an indicator that the words name by its dimensions, and no indicator of that name alone. */
function partOf(
  of: Naming<Indicator> | null,
  words: readonly string[],
  { unknown, known }: { readonly unknown: Naming<Indicator>; readonly known: Known },
): Naming<Indicator> {
  if (of?.kind !== 'known') return unknown;
  const thing = known.names.indicators.part(of.thing, words);
  return thing && thing !== of.thing ? { kind: 'known', thing, text: unknown.text, by: 'dimensions' } : unknown;
}
