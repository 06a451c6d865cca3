import type { Node as ReportNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { PrintedRun } from '../../../shared/report/printed.ts';
import { figureElementId } from '../screens/report/element-ids.ts';

/** What a figure shows now; its value lives in the data, never in the text. */
export interface ChipFigure {
  readonly text: string;
  readonly gap: PrintedRun['gap'];
  /** Of a figure that a person set by hand: what it would print. */
  readonly overrides?: string | undefined;
  /** The name of a region or period: words to a reader. */
  readonly isWord: boolean;
}

/** What the atoms of a text print. */
export interface Atoms {
  readonly figures: ReadonlyMap<string, ChipFigure>;
  /** 表1, by the label that a reference names. */
  readonly references: ReadonlyMap<string, string>;
}

export interface ChipStates extends Atoms {
  readonly broken: ReadonlySet<string>;
  readonly selected: string | null;
  readonly brokenHint: string;
  readonly onSelect: (figureId: string) => void;
}

/** Characters of a number with its unit, such as 1234567.89元/人次; what is longer is a phrase. */
const longestNumber = 14;

function idOf(node: ReportNode): string {
  return String(node.attrs.id);
}

class FigureChip implements NodeView {
  readonly dom: HTMLElement;
  #node: ReportNode;
  #onSelect: ((figureId: string) => void) | null = null;

  constructor(node: ReportNode, document: Document) {
    this.#node = node;
    this.dom = document.createElement('span');
    // An atom: what the input method writes never lands in it.
    this.dom.contentEditable = 'false';
    this.dom.addEventListener('click', () => this.#onSelect?.(idOf(this.#node)));
  }

  update(node: ReportNode): boolean {
    if (node.type !== this.#node.type || idOf(node) !== idOf(this.#node)) return false;
    this.#node = node;
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  show(states: ChipStates): void {
    if (this.#node.type.name === 'reference') {
      this.dom.textContent = states.references.get(String(this.#node.attrs.label)) ?? '';
    } else this.#showFigure(states);
  }

  #showFigure({ figures, broken, selected, brokenHint, onSelect }: ChipStates): void {
    const id = idOf(this.#node);
    const { text, gap, isWord } = figures.get(id) ?? { text: '', gap: null, isWord: false };
    if (this.dom.textContent !== text) this.dom.textContent = text;
    if (isWord) return;
    const isGap = gap !== null;
    const isBroken = broken.has(id);
    const names = ['figure', isGap ? 'figure-gap' : '', isBroken ? 'figure-broken' : ''];
    if (!isGap && text.length <= longestNumber) names.push('figure-number');
    this.dom.className = names.filter((name) => name !== '').join(' ');
    this.dom.id = figureElementId(id);
    this.dom.setAttribute('role', 'button');
    this.dom.setAttribute('aria-pressed', String(id === selected));
    if (isBroken) this.dom.title = brokenHint;
    else this.dom.removeAttribute('title');
    this.#onSelect = onSelect;
  }
}

/** The chips of one editor. They are written to as long as nobody is composing, and once composing has ended. */
export class FigureChips {
  readonly #chips = new Set<FigureChip>();
  #states: ChipStates;

  constructor(states: ChipStates) {
    this.#states = states;
  }

  readonly view = (node: ReportNode, document: Document): NodeView => {
    const chip = new FigureChip(node, document);
    this.#chips.add(chip);
    chip.show(this.#states);
    return Object.assign(chip, { destroy: () => void this.#chips.delete(chip) });
  };

  show(states: ChipStates): void {
    this.#states = states;
    for (const chip of this.#chips) chip.show(states);
  }
}
