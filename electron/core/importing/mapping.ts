import type { z } from 'zod';
import type { NewIndicator, NewRegion } from '../../../shared/api/import-mapping.ts';

export { emptyMapping, ImportAnswer, ImportMapping } from '../../../shared/api/import-mapping.ts';

/** What the recogniser needs to know and must not guess. Ids are the same in every file of the same layout. */
export type ImportQuestion =
  | {
      readonly kind: 'period';
      readonly id: string;
      readonly table: string;
      readonly candidates: readonly string[];
      /** The word by which the titles say that the figures are planned: 计划. Absent where none does. */
      readonly plan?: string;
    }
  | { readonly kind: 'table-region'; readonly id: string; readonly table: string }
  | { readonly kind: 'table-indicator'; readonly id: string; readonly table: string; readonly texts: readonly string[] }
  /** `suggestions`: names of the catalogue, the likeliest first. */
  | {
      readonly kind: 'region';
      readonly id: string;
      readonly text: string;
      readonly suggestions: readonly string[];
      readonly proposal: z.infer<typeof NewRegion> | null;
    }
  | {
      readonly kind: 'indicator';
      readonly id: string;
      readonly text: string;
      readonly suggestions: readonly string[];
      readonly proposal: z.infer<typeof NewIndicator> | null;
    }
  /** Shares written as 0.856, 85.6 and 85.6% in one column. */
  | {
      readonly kind: 'mixed-percent';
      readonly id: string;
      readonly text: string;
      readonly samples: readonly { readonly cell: string; readonly text: string }[];
    }
  | {
      readonly kind: 'unit';
      readonly id: string;
      readonly text: string;
      readonly indicator: string;
      readonly found: string;
      readonly expected: string;
    }
  | {
      readonly kind: 'total';
      readonly id: string;
      readonly cell: string;
      readonly text: string;
      readonly stated: string;
      readonly sum: string;
      /** What the sum adds up. */
      readonly of: 'rows' | 'columns';
      /** The sum in the other direction, where the cell ends both a column and a row of parts. */
      readonly other: string | null;
      /** Why they may differ: cells of text that Excel leaves out of a sum, and parts without a number. */
      readonly hint: string | null;
    }
  | { readonly kind: 'formula'; readonly id: string; readonly cell: string; readonly formula: string };
