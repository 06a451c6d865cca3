import { Button } from 'antd';
import type { EditorState, TableEditor } from './table-editor.ts';
import { text } from './text.ts';

interface Props {
  readonly editor: TableEditor;
  readonly state: EditorState;
}

function sentenceOf({ save }: EditorState): string {
  switch (save.kind) {
    case 'ready':
      return text.status.ready;
    case 'saving':
      return text.status.saving;
    case 'saved':
      return text.status.saved(save.time);
    case 'failed':
      return text.status.failed(save.sentence);
  }
}

/** Whether what was typed is safe. */
export function SaveStatus({ editor, state }: Props) {
  const { save, pending } = state;
  if (state.table.isLocked && save.kind === 'ready') {
    return <span className="save-status">{text.status.locked}</span>;
  }
  return (
    <span className={`save-status is-${save.kind}`}>
      <span role="status">
        {save.kind !== 'failed' && pending.size > 0 && `${text.status.refused(pending.size)} · `}
        {sentenceOf(state)}
      </span>
      {save.kind === 'failed' && (
        <Button size="small" onClick={() => void editor.retry()}>
          {text.status.retry}
        </Button>
      )}
    </span>
  );
}
