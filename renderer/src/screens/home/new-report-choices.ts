import type { Output } from '../../../../shared/api/contract.ts';

export type Template = Output<'templates.list'>[number];
export type Region = Output<'regions.list'>[number];
export type Period = Output<'periods.list'>[number];

export interface Catalogue {
  readonly templates: readonly Template[];
  readonly regions: readonly Region[];
  readonly periods: readonly Period[];
}

export interface Choice {
  readonly template: string;
  readonly region: string | null;
  readonly period: string | null;
}

/** Regions of the level that the template speaks of, those that have ended last; all where it names none. */
export function regionsFor(template: Template, { regions }: Catalogue): readonly Region[] {
  const meant = regions.filter((region) => template.regionLevel === null || region.level === template.regionLevel);
  return [...meant.filter(({ hasEnded }) => !hasEnded), ...meant.filter(({ hasEnded }) => hasEnded)];
}

/** How a region is named in a request: by what it belongs to as well, where another bears its name. */
export function requestName({ id, name, parent }: Region, regions: readonly Region[]): string {
  const isShared = regions.some((other) => other.id !== id && other.name === name);
  return isShared ? `${parent ?? ''}${name}` : name;
}

/** Periods of the kind that the template speaks of that hold data, newest first; all where it names none. */
export function periodsFor(template: Template, { periods }: Catalogue): readonly Period[] {
  return periods.filter(
    (period) => period.hasData && (template.periodKind === null || period.kind === template.periodKind),
  );
}

/** The bureau's own region where the template speaks of its level, else the only one to choose. */
function likelyRegion(regions: readonly Region[]): Region | undefined {
  return regions.find(({ isHome }) => isHome) ?? (regions.length === 1 ? regions[0] : undefined);
}

/** A choice for another template: what was chosen stays where it still fits, else the likely region and the newest period. */
export function chooseTemplate(template: Template, catalogue: Catalogue, before: Choice | null): Choice {
  const regions = regionsFor(template, catalogue);
  const named = (region: Region) => requestName(region, catalogue.regions);
  const likely = likelyRegion(regions);
  const periods = periodsFor(template, catalogue).map((period) => period.label);
  const keep = (names: readonly string[], chosen: string | null | undefined) =>
    names.find((name) => name === chosen) ?? null;
  return {
    template: template.name,
    region: keep(regions.map(named), before?.region) ?? (likely === undefined ? null : named(likely)),
    period: keep(periods, before?.period) ?? periods[0] ?? null,
  };
}

/** What stands chosen at first: of the templates the first one that fits what the person comes from. */
export function firstChoice(
  catalogue: Catalogue,
  wish: { readonly region: number; readonly period: string } | null,
): Choice | null {
  const [first] = catalogue.templates;
  if (first === undefined) return null;
  const region = catalogue.regions.find(({ id }) => id === wish?.region);
  const wanted = region === undefined ? null : requestName(region, catalogue.regions);
  const choices = catalogue.templates.map((template) =>
    chooseTemplate(template, catalogue, { template: template.name, region: wanted, period: wish?.period ?? null }),
  );
  const fits = choices.find((choice) => wanted !== null && choice.region === wanted && choice.period === wish?.period);
  const [start = null] = choices;
  // Another period than the one wished for would be taken for it.
  return fits ?? (start !== null && wish !== null && start.period !== wish.period ? { ...start, period: null } : start);
}
