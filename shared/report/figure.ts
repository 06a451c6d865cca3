import type { Place, Printed } from '../figures/format.ts';
import type { SourceRange, Value } from '../figures/quantity.ts';
import type { FigureAttributes, Inline } from './document.ts';

/** 数字: a figure of a report with the value it has now. Lives beside the document, never in it. */
export interface Figure {
  readonly attributes: FigureAttributes;
  readonly place: Place | 'chart';
  readonly value: Value;
  readonly printed: Printed;
  /** Of a figure that a person set by hand: what it would print. */
  readonly overridden?: string;
  readonly sources: readonly SourceRange[];
}

/** Every figure of a document, by id, in the order of the text. */
export type Figures = ReadonlyMap<string, Figure>;

/** What a node of a line prints by itself: a reference prints nothing until the captions are numbered. */
export function textOfNode(node: Inline, figures: Figures): string {
  if (node.type === 'text') return node.text;
  return node.type === 'figure' ? (figures.get(node.attrs.id)?.printed.text ?? '') : '';
}
