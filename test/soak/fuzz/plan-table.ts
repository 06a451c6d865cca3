import { city, counties, figureOf, type PlannedCell, type Style, styles, type Truth } from './plan-values.ts';
import type { Random } from './random.ts';

/** A table of which every figure's meaning is known, as rows of a sheet; what adds to it carries the meaning along. */
export interface PlannedTable {
  readonly rows: readonly (readonly PlannedCell[])[];
  /** Of the person's answer: bare decimals of this file are shares. */
  readonly isShare: boolean;
  /** Nothing in the file says which year it is; the person names this one. */
  readonly undated: number | null;
}

interface Line {
  readonly name: string;
  readonly region: string;
  readonly figures: ReadonlyMap<string, number | null>;
  /** Its figures contradict those of a line of the same region, so that neither may land. */
  readonly isRefused: boolean;
}

interface Parts {
  readonly random: Random;
  readonly columns: readonly Style[];
  readonly years: readonly number[];
}

export const blank: PlannedCell = { show: null };

export function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}

function label(show: string, span?: PlannedCell['span']): PlannedCell {
  return span ? { show, span } : { show };
}

/** The lines of one year: counties in any order, one of them twice, a total that agrees or does not. */
function linesOf({ random, columns }: Parts): readonly Line[] {
  const figures = () =>
    new Map(columns.map(({ measure }) => [measure, random.below(15) === 0 ? null : figureOf(measure, random)]));
  const lines = shuffled(counties, random).map((name) => ({
    name,
    region: name,
    figures: figures(),
    isRefused: false,
  }));
  const [first] = lines;
  const twice = first && random.below(8) === 0 ? withTwin(lines, first, random) : lines;
  if (random.below(2) === 0) return twice;
  const total = {
    name: random.pick(['合计', '全市', city]),
    region: city,
    figures: sums(lines, random),
    isRefused: false,
  };
  return random.below(2) === 0 ? [total, ...twice] : [...twice, total];
}

function withTwin(lines: readonly Line[], first: Line, random: Random): readonly Line[] {
  if (random.below(2) === 0) return [...lines, first];
  // A blank contradicts nothing: both have every figure.
  const figures = new Map([...first.figures].map(([measure, figure]) => [measure, figure ?? 500]));
  const others = new Map([...figures].map(([measure, figure]) => [measure, figure + 100]));
  const refused = { ...first, figures, isRefused: true };
  return [refused, ...lines.slice(1), { ...refused, figures: others }];
}

function sums(lines: readonly Line[], random: Random): ReadonlyMap<string, number | null> {
  const measures = [...(lines[0]?.figures.keys() ?? [])];
  return new Map(
    measures.map((measure) => {
      if (measure === '公办就读比例') return [measure, 101 + random.below(9_800)];
      const sum = lines.reduce((total, { figures }) => total + (figures.get(measure) ?? 0), 0);
      return [measure, random.below(4) === 0 ? sum + 100 : sum];
    }),
  );
}

function cellOf(
  line: Line,
  style: Style,
  { year, random }: { readonly year: number; readonly random: Random },
): PlannedCell {
  const hundredths = line.figures.get(style.measure) ?? null;
  const known: Truth = { region: line.region, indicator: style.measure, year, hundredths };
  const truth = line.isRefused ? null : known;
  if (hundredths === null) return { show: random.pick(['—', '', '-', '/']), truth };
  return { ...style.show(hundredths, random), truth };
}

/** Regions in rows; measures in columns, of one year. */
function measuresInColumns(parts: Parts): readonly (readonly PlannedCell[])[] {
  const [year = 0] = parts.years;
  const body = linesOf(parts).map((line) => [
    label(line.name),
    ...parts.columns.map((style) => cellOf(line, style, { year, random: parts.random })),
  ]);
  return [[label('地区'), ...parts.columns.map(({ heading }) => label(heading))], ...body];
}

/** The same, turned. */
function measuresInRows(parts: Parts): readonly (readonly PlannedCell[])[] {
  const rows = measuresInColumns(parts);
  const turned = rows[0]?.map((_, column) => rows.map((cells) => cells[column] ?? blank)) ?? [];
  return turned.map((cells, at) => (at === 0 ? [label('指标'), ...cells.slice(1)] : cells));
}

/** A column of years beside the regions. */
function yearsInRows(parts: Parts): readonly (readonly PlannedCell[])[] {
  const { columns, random } = parts;
  const asText = random.below(2) === 0;
  const body = parts.years.flatMap((year) =>
    linesOf(parts).map((line) => [
      label(line.name),
      { show: asText ? `${year}年` : year },
      ...columns.map((style) => cellOf(line, style, { year, random })),
    ]),
  );
  return [[label('地区'), label('年份'), ...columns.map(({ heading }) => label(heading))], ...body];
}

/** Years above the measures, merged or repeated. */
function yearsAbove(parts: Parts): readonly (readonly PlannedCell[])[] {
  const { columns, years, random } = parts;
  const byYear = years.map((year) => ({ year, lines: linesOf({ ...parts }) }));
  const names = [...counties];
  const isMerged = random.below(2) === 0;
  const above = years.flatMap((year) =>
    columns.map((_, at) => {
      if (!isMerged) return label(`${year}年`);
      return at === 0 ? label(`${year}年`, { down: 0, right: columns.length - 1 }) : blank;
    }),
  );
  const below = years.flatMap(() => columns.map(({ heading }) => label(heading)));
  const body = names.map((name) => [
    label(name),
    ...byYear.flatMap(({ year, lines }) => {
      const line = lines.find((each) => each.name === name && !each.isRefused);
      return columns.map((style) => (line ? cellOf(line, style, { year, random }) : blank));
    }),
  ]);
  return [[label('地区', { down: 1, right: 0 }), ...above], [blank, ...below], ...body];
}

/** Years in columns, of the one measure that the title names. */
function yearsInColumns(parts: Parts): readonly (readonly PlannedCell[])[] {
  const { years, random } = parts;
  const [style] = parts.columns;
  if (!style) return [];
  const ordered = random.below(2) === 0 ? years : years.toReversed();
  const asNumber = random.below(2) === 0;
  const byYear = new Map(years.map((year) => [year, linesOf({ ...parts, columns: [style] })]));
  const body = counties.map((name) => [
    label(name),
    ...ordered.map((year) => {
      const line = byYear.get(year)?.find((each) => each.name === name && !each.isRefused);
      return line ? cellOf(line, style, { year, random }) : blank;
    }),
  ]);
  const heads = ordered.map((year) => ({ show: asNumber ? year : `${year}年` }));
  return [[label(`各区县${style.heading}`)], [label('地区'), ...heads], ...body];
}

const layouts = [
  { build: measuresInColumns, isDated: false },
  { build: measuresInColumns, isDated: false },
  { build: measuresInRows, isDated: false },
  { build: yearsInRows, isDated: true },
  { build: yearsAbove, isDated: true },
  { build: yearsInColumns, isDated: true },
] as const;

/** One table, or two below each other that say different years. */
export function planTables(random: Random): PlannedTable {
  const one = planTable(random, 2015);
  if (random.below(6) !== 0) return one;
  const other = planTable(random, 2020);
  if (one.undated !== null || other.undated !== null || one.isShare !== other.isShare) return one;
  return { ...one, rows: [...one.rows, [], ...other.rows] };
}

function planTable(random: Random, earliest: number): PlannedTable {
  const columns = shuffled(
    styles.map((each) => random.pick(each)),
    random,
  ).slice(0, 1 + random.below(3));
  const { build, isDated } = random.pick(layouts);
  const first = earliest + random.below(3);
  const years = isDated ? Array.from({ length: 2 + random.below(2) }, (_, at) => first + at) : [first];
  const rows = build({ random, columns, years });
  const isShare = columns.some((style) => style.isShare === true);
  if (isDated) return { rows, isShare, undated: null };
  const title = random.pick([`${first}年随迁子女情况统计表`, `湖州市${first}年教育情况`, '随迁子女情况统计表', '']);
  const isStated = title.includes(String(first));
  const wide = Math.max(...rows.map((cells) => cells.length)) - 1;
  const titled = random.below(2) === 0 ? label(title, { down: 0, right: wide }) : label(title);
  return { rows: title === '' ? rows : [[titled], ...rows], isShare, undated: isStated ? null : first };
}
