import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { ImportContext } from '../import-context.ts';
import type { ImportMapping } from '../mapping.ts';
import { type ProvisionalThings, provisionalThings } from '../provisional-things.ts';
import type { Line, Naming, RecognisedTable } from '../recognised-table.ts';

/** The tables with the regions and indicators that the person wants to be added in the place of unknown names. */
export function nameNewThings(
  tables: readonly RecognisedTable[],
  context: ImportContext,
  mapping: ImportMapping,
): readonly RecognisedTable[] {
  const things = provisionalThings(mapping, context);
  if (things.regions.size + things.indicators.size === 0) return tables;
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((line) => named(line, things)),
    columns: table.columns.map((line) => named(line, things)),
    crossed: new Map([...table.crossed].map(([key, naming]) => [key, namedPair(naming, things)])),
  }));
}

function named(line: Line, { regions, indicators }: ProvisionalThings): Line {
  const region = line.region?.kind === 'unknown' ? regions.get(`region:${foldName(line.region.text)}`) : undefined;
  const indicator =
    line.indicator?.kind === 'unknown'
      ? (indicators.get(`indicator:${line.path.join('/')}`) ??
        indicators.get(`indicator:${foldName(line.indicator.text)}`))
      : undefined;
  if (!region && !indicator) return line;
  return {
    ...line,
    region: answered<Region>(line.region, region),
    indicator: answered<Indicator>(line.indicator, indicator),
  };
}

function namedPair(naming: Naming<Indicator>, { indicators }: ProvisionalThings): Naming<Indicator> {
  const thing = naming.kind === 'unknown' ? indicators.get(`indicator:${naming.text}`) : undefined;
  return thing ? { kind: 'known', thing, text: naming.text, by: 'answer' } : naming;
}

function answered<Thing>(naming: Naming<Thing> | null, thing: Thing | undefined): Naming<Thing> | null {
  if (thing === undefined || naming === null) return naming;
  return { kind: 'known', thing, text: naming.text, by: 'answer' };
}
