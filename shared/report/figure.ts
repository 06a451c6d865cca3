import type { Place, Printed } from '../figures/format.ts';
import type { SourceRange, Value } from '../figures/quantity.ts';
import type { FigureAttributes } from './document.ts';

/** 数字: a figure of a report with the value it has now. Lives beside the document, never in it. */
export interface Figure {
  readonly attributes: FigureAttributes;
  readonly place: Place | 'chart';
  readonly value: Value;
  readonly printed: Printed;
  readonly sources: readonly SourceRange[];
}

/** Every figure of a document, by id, in the order of the text. */
export type Figures = ReadonlyMap<string, Figure>;
