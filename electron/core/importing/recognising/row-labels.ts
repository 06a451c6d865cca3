import type { Region } from '../../../../shared/figures/catalogue.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { nameText, writtenText } from './cell-sense.ts';
import type { UsedColumn } from './column-uses.ts';
import { type Draft, isFigureRow, type Known } from './draft.ts';
import { unitInHeading } from './indicator-names.ts';
import { periodOf } from './stated-periods.ts';
import { includedWord } from './words.ts';

/** What the columns beside the figures say of a row, as written. */
export interface RowLabels {
  readonly index: number;
  /** Name of the region, without 其中 and a number before it; empty where none is written. */
  readonly region: string;
  /** 区县 of a school: what the outer columns of regions name. */
  readonly within: Region | null;
  readonly code: string | null;
  /** Names of the indicator, outermost first, folded. */
  readonly indicator: readonly string[];
  readonly period: { readonly text: string; readonly period: Period | null } | null;
  readonly unit: string | null;
  /** An 其中 of the row that stands before. */
  readonly isIncluded: boolean;
}

const numbered = /^([一二三四五六七八九十]+[、.]|\d+[.、](?!\d)|[(（][一二三四五六七八九十\d]+[)）]|[①-⑳])\s*/;

/** The labels of every row of figures. A blank beside a label stands for the label above it. */
export function rowLabels(
  draft: Draft,
  uses: readonly UsedColumn[],
  { known, year }: { readonly known: Known; readonly year: number | null },
): readonly RowLabels[] {
  const naming = uses.filter(({ use }) => use === 'region' || use === 'indicator' || use === 'period');
  const carried = new Map<number, string>();
  const labels: RowLabels[] = [];
  let before = '';
  for (let row = draft.block.body.first; row <= draft.block.body.last; row += 1) {
    if (!isFigureRow(draft, row)) continue;
    const texts = labelTexts(draft, row, { naming, carried });
    const read = readLabels({ draft, row, texts, uses }, { known, year, before });
    if (!read.isIncluded) before = read.indicator.at(-1) ?? '';
    labels.push(read);
  }
  return labels;
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
  { known, year, before }: { readonly known: Known; readonly year: number | null; readonly before: string },
): RowLabels {
  const of = (use: UsedColumn['use']) => texts.filter(({ column, text }) => column.use === use && text !== '');
  const beside = (use: UsedColumn['use']) =>
    uses.flatMap((each) => (each.use === use ? nameText(draft.view.at(row, each.column)) || [] : []));
  const places = of('region').map(({ text }) => text);
  const things = of('indicator').map(({ text }) => foldName(text.replace(numbered, '')).replace(/:$/, ''));
  const label = foldName(places.at(-1) ?? '');
  const isIncluded = (includedWord(label) ?? includedWord(things.at(-1) ?? '')) !== null;
  const inside = places.slice(0, -1).flatMap((text) => known.names.regions.find(text)?.region ?? []);
  return {
    index: row,
    region: plainRegion(places.at(-1) ?? '', known),
    within: inside.at(-1) ?? null,
    code: beside('code')[0] ?? null,
    // `其中：女` speaks of a part of what the row above it names.
    indicator: isIncluded && things.length === 1 && before !== '' ? [before, ...things] : things,
    period: periodLabel(
      of('period').map(({ text }) => foldName(text)),
      year,
    ),
    unit: beside('unit')[0] ?? things.map((text) => unitInHeading(text, known.names.indicators)).at(-1) ?? null,
    isIncluded,
  };
}

function plainRegion(text: string, { names }: Known): string {
  if (names.regions.find(text)) return text;
  const word = includedWord(foldName(text));
  return (word === null || word === '' ? text : word).replace(numbered, '').trim();
}

/** `2021` and `上半年` in two columns are one period. */
function periodLabel(texts: readonly string[], year: number | null): RowLabels['period'] {
  if (texts.length === 0) return null;
  const own = texts.map((text) => periodOf(text, null)).find((period) => period !== null) ?? null;
  const within = own?.kind === '自然年' ? own.year : year;
  const inner = texts
    .map((text) => (periodOf(text, null) ? null : periodOf(text, within)))
    .find((each) => each !== null);
  return { text: texts.join(''), period: inner ?? own };
}
