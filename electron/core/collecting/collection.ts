import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { Period } from '../../../shared/figures/period.ts';

/** Each unit fills in figures of its own, or one line for each of its members. */
export const collectionRowKinds = ['unit', 'members'] as const;
export type CollectionRows = (typeof collectionRowKinds)[number];

/** 收数: which figures are asked of which units, and for which period. */
export interface Collection {
  readonly id: number;
  /** 128 random bits as hex; every workbook of the collection carries it. */
  readonly token: string;
  readonly title: string;
  /** Label of the period. */
  readonly period: string;
  /** Codes, in the order of the columns. */
  readonly indicators: readonly string[];
  readonly rows: CollectionRows;
  readonly lastYear: boolean;
  readonly madeAt: string;
  readonly byWhom: string;
  readonly units: readonly CollectionUnit[];
}

/** One unit that was asked, and what came of it. */
export interface CollectionUnit {
  readonly regionId: number;
  readonly fileName: string;
  readonly returned: { readonly at: string; readonly sourceId: number | null } | null;
}

/** What a form is about, before it has a place in a sheet. */
export interface FormRequest {
  readonly token: string;
  readonly title: string;
  readonly period: Period;
  readonly unit: Region;
  /** Whom each line is about: the unit, or its members. */
  readonly members: readonly Region[];
  readonly indicators: readonly Indicator[];
  readonly lastYear: boolean;
}
