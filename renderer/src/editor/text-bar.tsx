import { BoldOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { EditorState } from '@tiptap/pm/state';
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { text as words } from '../text.ts';
import { setLevel } from './editing.ts';
import type { ReportText } from './report-text.ts';

/** What the buttons show of the text. */
interface Look {
  /** Of the paragraph that the caret stands in; null where it stands in none. */
  readonly level: number | null;
  readonly isBold: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const blank: Look = { level: null, isBold: false, canUndo: false, canRedo: false };

function lookOf(state: EditorState): Look {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  const bold = state.schema.marks.bold;
  const marks = state.storedMarks ?? $from.marks();
  const isBold =
    bold !== undefined &&
    (empty ? bold.isInSet(marks) !== undefined : state.doc.rangeHasMark($from.pos, state.selection.to, bold));
  return {
    level: parent.type.name === 'paragraph' ? Number(parent.attrs.level) : null,
    isBold,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  };
}

function sameLook(one: Look, other: Look): boolean {
  return (
    one.level === other.level &&
    one.isBold === other.isBold &&
    one.canUndo === other.canUndo &&
    one.canRedo === other.canRedo
  );
}

function useLook(text: ReportText | null): Look {
  const [look, setLook] = useState(blank);
  useEffect(() => {
    if (text === null) return;
    const { editor } = text;
    const read = () => {
      const now = lookOf(editor.state);
      setLook((before) => (sameLook(before, now) ? before : now));
    };
    read();
    editor.on('transaction', read);
    return () => void editor.off('transaction', read);
  }, [text]);
  return look;
}

const levels = [0, 1, 2, 3, 4] as const;

/** 撤销、重做、样式、加粗 */
export function TextBar({ text }: { readonly text: ReportText | null }) {
  const { level, isBold, canUndo, canRedo } = useLook(text);
  const run = (command: Parameters<NonNullable<typeof text>['run']>[0]) => () => text?.run(command);
  return (
    <div className="text-bar" role="toolbar" aria-label={words.editor.toolbar}>
      <Button
        type="text"
        icon={<UndoOutlined />}
        title={words.editor.undo}
        aria-label={words.editor.undo}
        disabled={!canUndo}
        onClick={run(undo)}
      />
      <Button
        type="text"
        icon={<RedoOutlined />}
        title={words.editor.redo}
        aria-label={words.editor.redo}
        disabled={!canRedo}
        onClick={run(redo)}
      />
      <Select
        className="text-level"
        variant="borderless"
        aria-label={words.editor.style}
        value={level}
        placeholder={words.editor.style}
        disabled={level === null}
        options={levels.map((value) => ({ value, label: words.editor.levels[value] }))}
        onChange={(value) => text?.run(setLevel(value))}
      />
      <Button
        type={isBold ? 'primary' : 'text'}
        icon={<BoldOutlined />}
        title={words.editor.bold}
        aria-label={words.editor.bold}
        aria-pressed={isBold}
        disabled={level === null}
        onClick={() => text?.editor.chain().focus().toggleMark('bold').run()}
      />
    </div>
  );
}
