import type { Region } from '../figures/catalogue.ts';
import type { DataView } from '../figures/data-view.ts';
import type { FormulaLanguage } from '../figures/formula/language.ts';
import { type Period, parsePeriod } from '../figures/period.ts';
import type { Scope } from './document.ts';

/** What a report is about, and the data it is computed from. */
export interface ReportScope {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly region: Region;
  readonly period: Period;
}

/** The place a figure is evaluated at; null when the region or period it names is not in the catalogue any more. */
export function placeOf(scope: Scope | null, report: ReportScope): { region: Region; period: Period } | null {
  const region = scope?.region === undefined ? report.region : report.language.regions.get(scope.region);
  const period = scope?.period === undefined ? report.period : parsePeriod(scope.period);
  return region === undefined || period === null ? null : { region, period };
}
