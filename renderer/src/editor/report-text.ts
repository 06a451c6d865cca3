import { Editor, Extension, type Extensions } from '@tiptap/core';
import type { Node as ReportNode } from '@tiptap/pm/model';
import { type Command, type EditorState, Plugin } from '@tiptap/pm/state';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { type ComputedLines, computedLines, withComputedLines } from './computed-lines.ts';
import { storedDocument } from './document.ts';
import { editing } from './editing.ts';
import type { FigureChips } from './figure-chips.ts';
import { numbers } from './numbers.ts';
import type { PrintedViews } from './printed-views.ts';
import { printedTypes, reportNodes, reportSchema } from './schema.ts';

/** What an editor draws with and tells of. */
export interface ReportTextOptions {
  readonly element: HTMLElement;
  readonly document: ReportDocument;
  readonly label: string;
  readonly chips: FigureChips;
  readonly views: PrintedViews;
  /** After every step of the text, and never while an input method composes. */
  readonly onChange: (document: ReportDocument) => void;
  /** The caret stands on a figure. */
  readonly onFigure: (figureId: string) => void;
}

/** A copied figure is another figure: it takes an id of its own. */
function renumberFigures({ doc, tr }: EditorState) {
  const known = new Set<string>();
  let last = 0;
  doc.descendants((node) => {
    const number = /^f(\d+)$/.exec(String(node.attrs.id))?.[1];
    last = Math.max(last, Number(number ?? 0));
  });
  doc.descendants((node, position) => {
    if (node.type.name !== 'figure') return;
    const id = String(node.attrs.id);
    if (known.has(id)) {
      last += 1;
      tr.setNodeAttribute(position, 'id', `f${last}`);
    }
    known.add(id);
  });
  return tr.docChanged ? tr : null;
}

const ownFigures = Extension.create({
  name: 'ownFigures',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, state) =>
        transactions.some(({ docChanged }) => docChanged) ? renumberFigures(state) : null,
    }),
  ],
});

function nodeViews({ chips, views }: Pick<ReportTextOptions, 'chips' | 'views'>): Extensions {
  const printed: NodeViewConstructor = (node, view, getPos) => views.view(node, view.dom.ownerDocument, getPos);
  const figure: NodeViewConstructor = (node, view) => chips.view(node, view.dom.ownerDocument);
  return [
    Extension.create({
      name: 'views',
      addProseMirrorPlugins: () => [
        new Plugin({
          props: {
            nodeViews: {
              figure,
              reference: figure,
              ...Object.fromEntries(printedTypes.map((type) => [type, printed])),
            },
          },
        }),
      ],
    }),
  ];
}

/** Milliseconds between two looks at whether composing has ended. */
const composingPause = 100;

/** The text of a report in an editor. */
export class ReportText {
  readonly #editor: Editor;
  readonly #options: ReportTextOptions;
  /** What the caller was told of last, or gave. */
  #told: ReportNode;
  #later: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor(options: ReportTextOptions) {
    this.#options = options;
    this.#editor = new Editor({
      element: options.element,
      extensions: [...reportNodes, editing, numbers, computedLines, ownFigures, ...nodeViews(options)],
      content: reportSchema.nodeFromJSON(options.document).toJSON(),
      injectCSS: false,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.label } },
      onTransaction: () => this.#tell(),
      onSelectionUpdate: ({ editor }) => {
        const { selection } = editor.state;
        if ('node' in selection && (selection.node as ReportNode).type.name === 'figure') {
          options.onFigure(String((selection.node as ReportNode).attrs.id));
        }
      },
    });
    this.#told = this.#editor.state.doc;
  }

  #tell(): void {
    clearTimeout(this.#later);
    if (this.#editor.isDestroyed || this.#told === undefined) return;
    if (this.#editor.view.composing) {
      // Not every input method says that it has ended.
      this.#later = setTimeout(() => this.#tell(), composingPause);
      return;
    }
    const { doc } = this.#editor.state;
    if (doc === this.#told || doc.eq(this.#told)) return;
    this.#told = doc;
    this.#options.onChange(storedDocument(doc.toJSON()));
  }

  get isComposing(): boolean {
    return this.#editor.view.composing;
  }

  get editor(): Editor {
    return this.#editor;
  }

  get document(): ReportDocument {
    return storedDocument(this.#editor.state.doc.toJSON());
  }

  /** Takes over a text that was changed outside, as one step that can be undone. */
  replace(document: ReportDocument): void {
    const { state, view, schema } = this.#editor;
    const wanted = schema.nodeFromJSON(document);
    const start = state.doc.content.findDiffStart(wanted.content);
    const end = state.doc.content.findDiffEnd(wanted.content);
    this.#told = wanted;
    if (start === null || end === null) return;
    // Where the difference is a repetition the two ends would cross.
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    view.dispatch(state.tr.replace(start, end.a + overlap, wanted.slice(start, end.b + overlap)));
    this.#told = this.#editor.state.doc;
  }

  /** Runs a command as a person's own step, with the caret back in the text. */
  run(command: Command): void {
    const { state, view } = this.#editor;
    command(state, view.dispatch, view);
    view.focus();
  }

  setComputedLines(lines: ComputedLines): void {
    this.#editor.view.dispatch(withComputedLines(this.#editor.state.tr, lines));
  }

  destroy(): void {
    clearTimeout(this.#later);
    this.#editor.destroy();
  }
}
