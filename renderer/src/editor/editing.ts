import { Extension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { type Command, NodeSelection } from '@tiptap/pm/state';

/** What the keys of a word processor do. */

/** The level of the paragraphs in the selection: 0 is body text. */
export function setLevel(level: number): Command {
  return ({ doc, selection, tr }, dispatch) => {
    let isChanged = false;
    doc.nodesBetween(selection.from, selection.to, (node, position) => {
      if (node.type.name !== 'paragraph') return true;
      if (node.attrs.level !== level) {
        tr.setNodeAttribute(position, 'level', level);
        isChanged = true;
      }
      return false;
    });
    if (isChanged) dispatch?.(tr);
    return isChanged;
  };
}

/** A figure is not lost by one stroke: the first selects it, the second takes it away. */
function selectFigure(isBackward: boolean): Command {
  return ({ selection, tr }, dispatch) => {
    if (!selection.empty) return false;
    const { $from } = selection;
    const node = isBackward ? $from.nodeBefore : $from.nodeAfter;
    if (node === null || node.type.name !== 'figure') return false;
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, isBackward ? $from.pos - node.nodeSize : $from.pos)));
    return true;
  };
}

/** A heading made by Enter is none: what follows a heading is text. */
const breakHeading: Command = ({ selection, tr }, dispatch) => {
  const { $from, $to } = selection;
  if ($from.parent.type.name !== 'paragraph' || Number($from.parent.attrs.level) === 0) return false;
  const type = $from.parent.type;
  tr.deleteSelection().split(tr.mapping.map($from.pos), 1, [{ type, attrs: { level: 0 } }]);
  dispatch?.(tr.scrollIntoView());
  return $from.sameParent($to);
};

/** Backspace at the beginning of a heading makes text of it. */
const dissolveHeading: Command = ({ selection, tr }, dispatch) => {
  const { $from, empty } = selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'paragraph') return false;
  if (Number($from.parent.attrs.level) === 0) return false;
  dispatch?.(tr.setNodeAttribute($from.before(), 'level', 0));
  return true;
};

function either(...commands: readonly Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}

export const editing = Extension.create({
  name: 'editing',
  priority: 1000,
  addProseMirrorPlugins: () => [
    history(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      Backspace: either(selectFigure(true), dissolveHeading),
      Delete: selectFigure(false),
      Enter: breakHeading,
      'Mod-Alt-0': setLevel(0),
      'Mod-Alt-1': setLevel(1),
      'Mod-Alt-2': setLevel(2),
      'Mod-Alt-3': setLevel(3),
      'Mod-Alt-4': setLevel(4),
    }),
  ],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark('bold') };
  },
});
