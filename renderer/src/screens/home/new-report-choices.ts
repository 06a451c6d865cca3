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

/** A choice for another template: what was chosen stays where it still fits, else what is the only one to choose. */
export function chooseTemplate(template: Template, catalogue: Catalogue, before: Choice | null): Choice {
  const regions = regionsFor(template, catalogue).map((region) => requestName(region, catalogue.regions));
  const periods = periodsFor(template, catalogue).map((period) => period.label);
  const choose = (names: readonly string[], chosen: string | null | undefined) => {
    if (chosen !== null && chosen !== undefined && names.includes(chosen)) return chosen;
    return names.length === 1 ? (names[0] ?? null) : null;
  };
  return {
    template: template.name,
    region: choose(regions, before?.region),
    period: choose(periods, before?.period),
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
  return fits ?? choices[0] ?? null;
}
