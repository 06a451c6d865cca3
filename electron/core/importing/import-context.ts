import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import type { Period } from '../../../shared/figures/period.ts';

/** What an import knows of the data file it goes into; recognising and staging read nothing else. */
export interface ImportContext {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly view: DataView;
  /** Given by the person for the whole file; null: the file says it, or a question asks. */
  readonly period: Period | null;
  /** The bureau's own region, of which a table that names no region is taken to speak; null when it is not known. */
  readonly home: Region | null;
}
