import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Indicator, Observation, Region } from '../../shared/figures/catalogue.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import type { Place } from '../../shared/figures/format.ts';
import type { FormulaProblem } from '../../shared/figures/formula/syntax.ts';
import { type Period, parsePeriod } from '../../shared/figures/period.ts';
import { type GoldenFacts, GoldenFile, observationGaps } from './golden-file.ts';

export interface GoldenCatalogue {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly sets: ReadonlyMap<string, readonly Region[]>;
}

/** What a case demands: the printed text, or a refusal whose message holds `part`. */
export type Expected =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'problem';
      readonly part: string;
      readonly code: FormulaProblem['code'];
      readonly at: readonly [start: number, end: number] | null;
    };

/** One golden case, ready to be evaluated: `facts` hold its group's data and its own, members written out. */
export interface GoldenCase {
  readonly group: string;
  readonly formula: string;
  readonly format: string | null;
  readonly place: Place;
  readonly region: Region;
  readonly period: Period;
  readonly facts: GoldenFacts;
  readonly expected: Expected;
}

export interface Golden {
  readonly catalogue: GoldenCatalogue;
  readonly cases: readonly GoldenCase[];
}

/** The region that stands for every member of 湖州市, with one entry for each in the catalogue's order. */
const everyMember = '各区县';

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const item = items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`the golden file knows no ${name}`);
  return item;
}

function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === null || period.label !== text) throw new Error(`not the full name of a period: ${text}`);
  return period;
}

function readCatalogue({ indicators, regions, sets }: GoldenFile['catalogue']): GoldenCatalogue {
  const idOf = (name: string) => regions.indexOf(named(regions, name)) + 1;
  const found = regions.map(({ name, aliases, level, parent, inTotal }, at): Region => {
    const parentId = parent === null ? null : idOf(parent);
    const always = { kind: '行政区', validFrom: null, validTo: null } as const;
    return { id: at + 1, code: `r${at + 1}`, name, aliases, level, parentId, ...always, inTotal, sort: at + 1 };
  });
  return {
    indicators: indicators.map(({ decimals, base, dimensions, ...row }, at) => ({
      ...row,
      group: '',
      part: base === null ? null : { baseId: indicators.indexOf(named(indicators, base)) + 1, dimensions },
      id: at + 1,
      code: `i${at + 1}`,
      aliases: [],
      scale: 6,
      shownDecimals: decimals,
      definition: '',
    })),
    regions: found,
    sets: new Map(Object.entries(sets).map(([name, members]) => [name, members.map((each) => named(found, each))])),
  };
}

/** Writes 各区县 out, and refuses a datum of an unknown indicator, region or period. */
function expandFacts(facts: GoldenFacts, { indicators, regions }: GoldenCatalogue): GoldenFacts {
  const home = named(regions, '湖州市');
  const members = regions.filter(({ parentId, inTotal }) => parentId === home.id && inTotal);
  const expanded = Object.entries(facts).flatMap(([key, text]) => {
    const [indicator = '', region = '', period = ''] = key.split('·');
    named(indicators, indicator);
    readPeriod(period);
    const entries = text.split(' ');
    const places = region === everyMember ? members : [named(regions, region)];
    if (entries.length !== places.length) throw new Error(`${key} needs ${places.length} entries`);
    return places.map(({ name }, at) => [`${indicator}·${name}·${period}`, entries[at] ?? ''] as const);
  });
  return Object.fromEntries(expanded);
}

/** Reads figures.yaml; throws with a reason when it is not in its form. */
export function readGolden(): Golden {
  const text = readFileSync(new URL('figures.yaml', import.meta.url), 'utf8');
  const file = GoldenFile.parse(parse(text, { schema: 'failsafe' }));
  const catalogue = readCatalogue(file.catalogue);
  const cases = file.groups.flatMap(({ title, data, cases: rows }) =>
    rows.map((row): GoldenCase => {
      const { formula, format, place } = row;
      const facts = { ...expandFacts(data, catalogue), ...expandFacts(row.data, catalogue) };
      const expected: Expected =
        'text' in row
          ? { kind: 'text', text: row.text }
          : { kind: 'problem', part: row.problem, code: row.code, at: row.at };
      const region = named(catalogue.regions, row.region);
      return { group: title, formula, format, place, region, period: readPeriod(row.period), facts, expected };
    }),
  );
  return { catalogue, cases };
}

function observationOf(text: string): Observation {
  const [decimal = '', asOf = null] = text.split('@');
  const reason = observationGaps.find((gap) => gap === decimal);
  return {
    cell: reason === undefined ? { kind: 'value', decimal } : { kind: 'missing', reason },
    asOf,
    source: { id: 1, kind: '示例', title: '示例（虚构）' },
    cellReference: null,
  };
}

/** The data that a case is evaluated over. */
export function viewOfCase({ facts }: GoldenCase, { indicators, regions, sets }: GoldenCatalogue): DataView {
  const columns = new Map<string, Map<number, Observation>>();
  for (const [key, text] of Object.entries(facts)) {
    const [indicator = '', region = '', period = ''] = key.split('·');
    const columnKey = `${named(indicators, indicator).id}/${period}`;
    const column = columns.get(columnKey) ?? new Map<number, Observation>();
    column.set(named(regions, region).id, observationOf(text));
    columns.set(columnKey, column);
  }
  return {
    indicators,
    regions,
    column: (id, period) => columns.get(`${id}/${period}`) ?? new Map(),
    namedSet: (name) => sets.get(name),
  };
}
