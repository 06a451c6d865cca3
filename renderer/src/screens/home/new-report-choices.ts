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

/** Regions of the level that the template speaks of; all where it names none. */
export function regionsFor(template: Template, { regions }: Catalogue): readonly Region[] {
  return regions.filter((region) => template.regionLevel === null || region.level === template.regionLevel);
}

/** Periods of the kind that the template speaks of, newest first; all where it names none. */
export function periodsFor(template: Template, { periods }: Catalogue): readonly Period[] {
  return periods.filter((period) => template.periodKind === null || period.kind === template.periodKind);
}

/** A choice for another template: what was chosen stays where it still fits, else the newest period, the only region. */
export function chooseTemplate(template: Template, catalogue: Catalogue, before: Choice | null): Choice {
  const regions = regionsFor(template, catalogue).map((region) => region.name);
  const periods = periodsFor(template, catalogue).map((period) => period.label);
  const keeps = (names: readonly string[], name: string | null | undefined) =>
    name !== null && name !== undefined && names.includes(name) ? name : null;
  return {
    template: template.name,
    region: keeps(regions, before?.region) ?? (regions.length === 1 ? (regions[0] ?? null) : null),
    period: keeps(periods, before?.period) ?? periods[0] ?? null,
  };
}
