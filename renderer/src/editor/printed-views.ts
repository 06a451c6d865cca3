import type { Node as ReportNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';

/** Blocks that the page shows as they print and that are not typed in: tables, charts, 版头, 署名 and the like. */

interface Place {
  readonly element: HTMLElement;
  readonly type: string;
  readonly position: () => number | undefined;
}

/** Where such a block is to be drawn: the how-manieth of its type it is. */
export interface PrintedPlace {
  readonly element: HTMLElement;
  readonly type: string;
  readonly ordinal: number;
}

export class PrintedViews {
  readonly #places = new Set<Place>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  readonly view = (node: ReportNode, document: Document, position: () => number | undefined): NodeView => {
    const element = document.createElement('div');
    element.className = 'printed-block';
    element.contentEditable = 'false';
    const place = { element, type: node.type.name, position };
    this.#places.add(place);
    this.#changed();
    return {
      dom: element,
      update: (other) => other.type === node.type,
      ignoreMutation: () => true,
      // A click in it selects a figure, not the block.
      stopEvent: (event) => event.type !== 'dragstart',
      destroy: () => {
        this.#places.delete(place);
        this.#changed();
      },
    };
  };

  /** In the order of the text. */
  get places(): readonly PrintedPlace[] {
    const counts = new Map<string, number>();
    return [...this.#places]
      .toSorted((a, b) => (a.position() ?? 0) - (b.position() ?? 0))
      .map(({ element, type }) => {
        const ordinal = counts.get(type) ?? 0;
        counts.set(type, ordinal + 1);
        return { element, type, ordinal };
      });
  }
}
