import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { isComposing } from '../ui/composing.ts';
import { shownText } from './cell-content.ts';
import { copy } from './copy.ts';
import type { GridSession, GridView } from './grid-session.ts';
import { gridText } from './grid-text.ts';
import type { Clipboard } from './paste.ts';
import { type Key, readKey } from './read-key.ts';
import { runCommand } from './run-command.ts';

interface CellEditorProps {
  readonly session: GridSession;
  readonly view: GridView;
  /** Where the active cell lies. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onPaste: (clipboard: Clipboard) => void;
  readonly onMenu: () => void;
}

/**
 * The one real text field, always on the active cell and always empty until somebody types: an input method composes
 * straight into it, so that not even the first letter of a 拼音 syllable is lost. Its text is its own while it is edited.
 */
export function CellEditor({ session, view, box, field, onPaste, onMenu }: CellEditorProps) {
  const { mode } = view;
  useLayoutEffect(() => {
    if (mode === 'selecting') write(field.current, '');
    if (mode === 'editing') write(field.current, session.draft);
  }, [mode, session, field]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (session.whyReadOnly(session.active) !== null && isTyping(event)) session.begin('typing');
    if (isComposing(event)) return;
    if (mode === 'selecting' ? selectKey(event, session, onMenu) : editKey(event, session)) event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (mode !== 'selecting') return;
    event.preventDefault();
    copy(session, event.clipboardData);
    if (event.type === 'cut') session.clear(true);
  };
  return (
    <textarea
      ref={field}
      className={mode === 'selecting' ? 'grid-editor' : 'grid-editor grid-editor-open'}
      style={{ left: box.left, top: box.top, minWidth: box.width, height: box.height }}
      aria-label={nameOf(session)}
      readOnly={session.whyReadOnly(session.active) !== null}
      rows={1}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onCompositionStart={() => session.type('')}
      onChange={(event) => session.type(event.target.value)}
      onBlur={() => session.finish()}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={(event) => {
        if (mode !== 'selecting') return;
        event.preventDefault();
        onPaste({ html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') });
      }}
    />
  );
}

/** Replaces the text, the caret behind it. */
function write(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.value = text;
  field.setSelectionRange(text.length, text.length);
}

function isTyping(event: KeyboardEvent): boolean {
  return isComposing(event) || (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey);
}

/** Whether the key was the grid's. */
function selectKey(event: Key, session: GridSession, onMenu: () => void): boolean {
  const command = readKey(event);
  if (command !== null) runCommand(command, session, onMenu);
  return command !== null;
}

/** While a cell is edited: only what ends it. The arrows belong to the text once it was opened with F2. */
function editKey(event: Key, session: GridSession): boolean {
  const command = readKey(event);
  if (command === null) return false;
  const isArrow = command.kind === 'move' && command.move.reach === 'one' && !command.extend;
  if (command.kind === 'collapse') session.cancel();
  else if (command.kind === 'fill-range') session.finish(true);
  else if (command.kind === 'enter') session.enter(command.back);
  else if (command.kind === 'tab') session.tab(command.back);
  else if (isArrow && session.view().mode === 'typing') session.move(command.move, false);
  else return false;
  return true;
}

/** 列名，行名，值: what a screen reader says of the active cell. */
function nameOf({ store, active, range }: GridSession): string {
  const cell = store.cell(active);
  const column = store.column(active.column)?.path.join(' ') ?? '';
  const name = gridText.cell(column, store.row(active.row)?.label ?? '', shownText(cell) || gridText.blank);
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  const selected = cells === 1 ? name : `${name}，${gridText.status.selected(cells)}`;
  return cell.note === null ? selected : gridText.withNote(selected, cell.note);
}
