import { readSampleRegions, readShippedIndicators } from '../../../electron/core/services/shipped-data.ts';
import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { type Period, parsePeriod } from '../../../shared/figures/period.ts';
import type { ExpectedFile } from './expected-schema.ts';

export interface ExpectedContext {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly period: Period | null;
  readonly home: Region | null;
}
type Stated = ExpectedFile['context'];

function shippedIndicators(): Stated['indicators'] {
  return readShippedIndicators().map((entry) => ({
    name: entry.名称,
    aliases: entry.别名,
    unit: entry.单位,
    decimals: entry.小数位,
    timing: entry.时点时期,
    aggregation: entry.汇总,
    base: entry.基础指标 ?? null,
    dimensions: entry.维度 ?? {},
    formula: entry.算式,
  }));
}

function shippedRegions(): Stated['regions'] {
  const entries = readSampleRegions();
  const names = new Map(entries.map(({ 代码, 名称 }) => [代码, 名称]));
  return entries.map((entry) => ({
    name: entry.名称,
    code: entry.代码,
    level: entry.级别,
    parent: entry.上级 === null ? null : (names.get(entry.上级) ?? null),
    aliases: entry.别名,
    inTotal: true,
    validFrom: null,
    validTo: null,
  }));
}

/** Index of a name, from 1, as the id of the thing; a name that is not there is a mistake of the expectations. */
function idOf(things: readonly { readonly name: string }[], name: string): number {
  const index = things.findIndex((thing) => thing.name === name);
  if (index < 0) throw new Error(`“${name}” is not in the context`);
  return index + 1;
}

function makeIndicators(entries: Stated['indicators']): readonly Indicator[] {
  return entries.map(({ decimals, base, dimensions, ...entry }, index) => ({
    ...entry,
    id: index + 1,
    code: `i${index + 1}`,
    scale: decimals,
    shownDecimals: decimals,
    better: null,
    definition: '',
    group: '',
    part: base === null ? null : { baseId: idOf(entries, base), dimensions },
  }));
}

function makeRegions(entries: Stated['regions']): readonly Region[] {
  return entries.map(({ parent, ...entry }, index) => ({
    ...entry,
    id: index + 1,
    sort: index + 1,
    kind: '行政区',
    parentId: parent === null ? null : idOf(entries, parent),
  }));
}

function makePeriod(label: string): Period {
  const period = parsePeriod(label);
  if (period?.label !== label) throw new Error(`“${label}” is no period's full name`);
  return period;
}

/** The catalogue that a file is read against, with ids by order. */
export function makeContext(stated: Stated): ExpectedContext {
  const shipped = stated.catalogue !== undefined;
  const regions = makeRegions([...(shipped ? shippedRegions() : []), ...stated.regions]);
  return {
    indicators: makeIndicators([...(shipped ? shippedIndicators() : []), ...stated.indicators]),
    regions,
    period: stated.period === null ? null : makePeriod(stated.period),
    home: stated.home === null ? null : (regions[idOf(regions, stated.home) - 1] ?? null),
  };
}
