import { App } from 'antd';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GridHandle, GridPlace, GridSelection } from '../../grid/grid-model.ts';
import { StatisticsGrid } from '../../grid/statistics-grid.tsx';
import type { OpenTable } from './data-place.ts';
import { FindingsPanel, type PanelTab } from './findings-panel.tsx';
import { FirstUse } from './first-use.tsx';
import { hasUnsaved } from './kept-entries.ts';
import { undoKey } from './offer-undo.tsx';
import { readClipboard, watchPasteRequests } from './paste-request.ts';
import { ProgressLine } from './progress-line.tsx';
import { SaveStatus } from './save-status.tsx';
import type { TableEditor } from './table-editor.ts';
import { text } from './text.ts';

interface Props {
  readonly editor: TableEditor;
  readonly place: OpenTable;
  readonly isSample: boolean;
}

/** The table with what is to be judged beside it. */
export function Workbench({ editor, place, isSample }: Props) {
  const { message } = App.useApp();
  const state = useSyncExternalStore(editor.watch, editor.state);
  const grid = useRef<GridHandle>(null);
  const [active, setActive] = useState<GridPlace | null>(null);
  const select = useCallback((selection: GridSelection) => setActive(selection.active), []);
  const [tab, setTab] = useState<PanelTab>('findings');
  useEffect(() => {
    editor.open();
    return () => {
      editor.close();
      message.destroy(undoKey);
    };
  }, [editor, message]);
  useEffect(
    () =>
      watchPasteRequests(async () => {
        const clipboard = await readClipboard();
        if (clipboard === null) message.info(text.pasteHint);
        else grid.current?.paste(clipboard);
      }),
    [message],
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => hasUnsaved() && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  useEffect(() => {
    // Alt+F1 shows where a figure comes from, wherever the keyboard is.
    const show = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || !event.altKey) return;
      event.preventDefault();
      setTab('cell');
    };
    window.addEventListener('keydown', show);
    return () => window.removeEventListener('keydown', show);
  }, []);
  const focusCell = (cell: GridPlace) => grid.current?.focusCell(cell);
  return (
    <>
      <ProgressLine state={state} place={place} />
      {!state.table.hasData && state.pending.size === 0 && <FirstUse isSample={isSample} />}
      <div className="data-body">
        <div className="data-grid">
          <StatisticsGrid
            ref={grid}
            model={state.model}
            label={text.grid(place.group, place.period)}
            onEdit={editor.edit}
            onSelect={select}
            status={<SaveStatus editor={editor} state={state} />}
          />
        </div>
        <FindingsPanel editor={editor} state={state} active={active} tab={tab} onTab={setTab} onFocus={focusCell} />
      </div>
    </>
  );
}
