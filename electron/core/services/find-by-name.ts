import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { NameIndex, normalizeSigns } from '../../../shared/figures/name-index.ts';
import { type Period, parsePeriod } from '../../../shared/figures/period.ts';
import { regionNames } from '../../../shared/figures/region-names.ts';
import { suggestNames } from '../../../shared/figures/suggest.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

type Named = Indicator | Region;

/** By name first, then by alias or code. */
function find<Item extends Named>(items: readonly Item[], text: string): Item | undefined {
  const wanted = normalizeSigns(text).trim();
  const matches = (name: string) => normalizeSigns(name) === wanted;
  return (
    items.find((item) => matches(item.name)) ?? items.find((item) => item.code === wanted || item.aliases.some(matches))
  );
}

function near(items: readonly Named[], text: string): readonly string[] {
  return suggestNames(
    text,
    items.map(({ name }) => name),
  );
}

/** A name that two existing regions share is refused: the name of what it belongs to must go before it. */
export function findRegion(regions: readonly Region[], name: string): Result<Region, Failure> {
  const wanted = normalizeSigns(name).trim();
  const namesakes = regions.filter((each) => each.validTo === null && each.name === wanted);
  if (namesakes.length > 1) {
    const nameOf = (id: number | null) => regions.find((each) => each.id === id)?.name ?? '';
    return fail({
      code: 'region-ambiguous',
      name,
      choices: namesakes.map((each) => nameOf(each.parentId) + each.name),
    });
  }
  const region = new NameIndex(regionNames(regions)).get(name);
  return region ? succeed(region) : fail({ code: 'region-unknown', name, suggestions: near(regions, name) });
}

export function findIndicator(indicators: readonly Indicator[], name: string): Result<Indicator, Failure> {
  const indicator = find(indicators, name);
  if (indicator) return succeed(indicator);
  return fail({ code: 'indicator-unknown', name, suggestions: near(indicators, name) });
}

export function findPeriod(name: string): Result<Period, Failure> {
  const period = parsePeriod(name);
  return period ? succeed(period) : fail({ code: 'period-unknown', name });
}

/** A period for a report: one whose year the data file holds something of; a report of any other would be all gaps. */
export function findReportPeriod(periods: readonly Period[], name: string): Result<Period, Failure> {
  const period = findPeriod(name);
  if (!period.ok || periods.some(({ year }) => year === period.value.year)) return period;
  return fail({ code: 'period-without-data', period: period.value.label });
}
