import type { Region } from '../../../../shared/figures/catalogue.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { nameText, writtenText } from './cell-sense.ts';
import type { UsedColumn } from './column-uses.ts';
import { type Draft, isFigureRow, type Known } from './draft.ts';
import type { StatedPeriod } from './heading-parts.ts';
import { unitInHeading } from './indicator-names.ts';
import { innermostLast } from './region-columns.ts';
import { headOf, type RegionHead, withinHead } from './region-heads.ts';
import { relativePeriod } from './relative-period.ts';
import { inGroup, type RowGroup, rowGroups, setApart } from './row-groups.ts';
import { numbered, plainLabel, rowMarks } from './row-text.ts';
import { periodOf } from './stated-periods.ts';
import { includedWord } from './words.ts';

/** What the columns beside the figures say of a row, as written. */
export interface RowLabels {
  readonly index: number;
  /** Name of the region, without 其中 and a number before it; empty where none is written. */
  readonly region: string;
  /** 区县 of a school: what the outer columns of regions name, or the row that heads its group. */
  readonly within: Region | null;
  readonly code: string | null;
  /** Names of the indicator, outermost first, folded. */
  readonly indicator: readonly string[];
  readonly period: RowPeriod | null;
  readonly unit: string | null;
  /** An 其中 of the row that stands before. */
  readonly isIncluded: boolean;
  /** Its first name is only that of its group, without which another row is named alike. */
  readonly isSetApart: boolean;
}
type ReadLabels = Omit<RowLabels, 'isSetApart'>;

/** What a row says of its period. */
export interface RowPeriod {
  readonly text: string;
  /** Null where it names none, or none yet. */
  readonly period: Period | null;
  /** It is named by its distance from that of the table: 上年. */
  readonly isRelative: boolean;
}

/** The labels of every row of figures. A blank beside a label stands for the label above it. */
export function rowLabels(
  draft: Draft,
  uses: readonly UsedColumn[],
  { known, stated }: { readonly known: Known; readonly stated: StatedPeriod },
): readonly RowLabels[] {
  const written = uses.filter(({ use }) => use === 'region' || use === 'indicator' || use === 'period');
  const naming = innermostLast(written, draft, known);
  const carried = new Map<number, string>();
  const groups = rowGroups(draft, { naming: written, known });
  const labels: ReadLabels[] = [];
  let before: readonly string[] = [];
  let head: RegionHead | null = null;
  for (let row = draft.block.body.first; row <= draft.block.body.last; row += 1) {
    if (!isFigureRow(draft, row)) continue;
    const texts = labelTexts(draft, row, { naming, carried });
    const alone = readLabels({ draft, row, texts, uses }, { known, stated, before, group: groups.get(row) ?? null });
    const read = { ...alone, within: alone.within ?? withinHead(alone.region, head, known) };
    head = headOf(read.region, { isBlank: draft.block.kinds[row] === 'named', head, known });
    if (!read.isIncluded) before = read.indicator;
    labels.push(read);
  }
  return setApart(labels, groups);
}

interface Label {
  readonly column: UsedColumn;
  readonly text: string;
}

function labelTexts(
  { view }: Draft,
  row: number,
  { naming, carried }: { readonly naming: readonly UsedColumn[]; readonly carried: Map<number, string> },
): readonly Label[] {
  const own = naming.map((column) => ({ column, text: writtenText(view.at(row, column.column)) }));
  const last = own.findLastIndex(({ text }) => text !== '');
  return own.map(({ column, text }, at) => {
    // A new outer label ends what was carried in the columns right of it.
    if (text !== '') for (const { column: inner } of own.slice(at + 1)) carried.delete(inner.column);
    if (text !== '') carried.set(column.column, text);
    return { column, text: text === '' && at < last ? (carried.get(column.column) ?? '') : text };
  });
}

/** What is known when a row is read. */
interface Above {
  readonly known: Known;
  readonly stated: StatedPeriod;
  /** What the nearest row above that is no 其中 names. */
  readonly before: readonly string[];
  /** The text that stands alone above the rows of its group. */
  readonly group: RowGroup | null;
}

function readLabels(
  {
    draft,
    row,
    texts,
    uses,
  }: {
    readonly draft: Draft;
    readonly row: number;
    readonly texts: readonly Label[];
    readonly uses: readonly UsedColumn[];
  },
  { known, stated, before, group }: Above,
): ReadLabels {
  const of = (use: UsedColumn['use']) => texts.filter(({ column, text }) => column.use === use && text !== '');
  const beside = (use: UsedColumn['use']) =>
    uses.flatMap((each) => (each.use === use ? nameText(draft.view.at(row, each.column)) || [] : []));
  const places = of('region').map(({ text }) => text);
  const named = of('indicator').map(({ text }) => plainLabel(text));
  // `上年` below 学生数 names when, not what.
  const isWhen = (text: string) => relativePeriod(text, stated.period) !== null;
  const own = named.filter((text) => !isWhen(text));
  const label = foldName(places.at(-1) ?? '');
  const isIncluded = (includedWord(label) ?? includedWord(own.at(-1) ?? '')) !== null;
  const things = inGroup(own, {
    // An 其中 is of the row above it, and of the group only where there is none.
    group: isIncluded && group?.isFirst !== true ? null : group,
    before: named.some(isWhen) ? before : [],
    known,
    isRegion: places.length > 0,
  });
  const inside = places.slice(0, -1).flatMap((text) => known.names.regions.find(text)?.region ?? []);
  return {
    index: row,
    region: plainRegion(places.at(-1) ?? '', known),
    within: inside.at(-1) ?? null,
    code: beside('code')[0] ?? null,
    indicator: isIncluded ? belowRow(things, before) : things,
    period: periodLabel([...of('period').map(periodText), ...named.filter(isWhen)], stated),
    unit: beside('unit')[0] ?? things.map((text) => unitInHeading(text, known.names.indicators)).at(-1) ?? null,
    isIncluded,
  };
}

/** `其中：女` speaks of a part of what the row above it names, unless that stands below another outer label. */
function belowRow(things: readonly string[], before: readonly string[]): readonly string[] {
  const isBelow = things.slice(0, -1).every((text, at) => text === before[at]);
  return isBelow && things.length > 0 ? [...before, ...things.slice(-1)] : things;
}

function plainRegion(text: string, { names }: Known): string {
  if (names.regions.find(text)) return text;
  const word = includedWord(foldName(text));
  const plain = (word === null || word === '' ? text : word).replace(numbered, '').trim();
  const unmarked = plain.replaceAll(rowMarks, '').trim();
  return names.regions.find(plain) === null && names.regions.find(unmarked) !== null ? unmarked : plain;
}

/** `2023-2024` below 学年 is one. */
function periodText({ column, text }: Label): string {
  const folded = foldName(text);
  const isSchoolYear = /学年度?$/.test(column.path.at(-1) ?? '') && /^\d{4}[-—–~～/]\d{4}$/.test(folded);
  return isSchoolYear ? `${folded.replace(/[-—–~～/]/, '—')}学年` : folded;
}

/** `2021` and `上半年` in two columns are one period. */
function periodLabel(texts: readonly string[], stated: StatedPeriod): RowPeriod | null {
  if (texts.length === 0) return null;
  const text = texts.join('');
  const relative = texts.map((each) => relativePeriod(each, stated.period)).find((each) => each !== null);
  if (relative) return { text, period: relative.period, isRelative: true };
  const own = texts.map((each) => periodOf(each, null)).find((period) => period !== null) ?? null;
  const within = own?.kind === '自然年' ? own.year : stated.year;
  const inner = texts
    .map((each) => (periodOf(each, null) ? null : periodOf(each, within)))
    .find((each) => each !== null);
  return { text, period: inner ?? own, isRelative: false };
}
