import { useEffect, useImperativeHandle, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { GapMenu, type MenuPlace } from './gap-menu.tsx';
import type { GridModel, GridSelection, StatisticsGridProps } from './grid-model.ts';
import { GridViewport } from './grid-viewport.tsx';
import { type Clipboard, type PasteQuestion, paste } from './paste.ts';
import { PasteDialog } from './paste-dialog.tsx';
import type { PastePlan } from './plan-paste.ts';
import { rangeOf, type Selection, selectOne } from './selection.ts';
import { StatusBar } from './status-bar.tsx';
import { useSession } from './use-session.ts';
import './grid.css';
import './grid-dialogs.css';

/** The statistics grid: typed, pasted and filled like a worksheet; frozen headings, a status bar below. */
export function StatisticsGrid({ model, label, onEdit, onSelect, onPasteOutside, status, ref }: StatisticsGridProps) {
  const session = useSession(model, onEdit);
  const { store } = session;
  const view = useSyncExternalStore(session.subscribe, session.view);
  const version = useSyncExternalStore(store.subscribe, store.version);
  const [question, setQuestion] = useState<PasteQuestion | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const takeKeyboard = () => field.current?.focus({ preventScroll: true });
  const takePaste = (clipboard: Clipboard) => setQuestion(paste(clipboard, session));
  const closeQuestion = (pasted: PastePlan | null) => {
    // As long as the dialog stands, nothing outside it can take the keyboard.
    flushSync(() => setQuestion(null));
    takeKeyboard();
    if (pasted?.beyond) onPasteOutside?.(pasted.beyond);
  };

  const { selection } = view;
  useEffect(() => onSelect?.(describeSelected(store.model, selection)), [selection, store, onSelect]);

  useImperativeHandle(ref, () => ({
    focusCell({ rowId, columnId }) {
      const place = store.find(rowId, columnId);
      if (place !== null) session.select(selectOne(place));
      takeKeyboard();
    },
    scrollTo({ rowId, columnId }) {
      const place = store.find(rowId, columnId);
      if (place !== null) session.reveal(place);
    },
    undo: () => session.undo(),
    redo: () => session.redo(),
    paste: takePaste,
  }));

  return (
    <div className="grid">
      <GridViewport session={session} view={view} label={label} field={field} onPaste={takePaste} onMenu={setMenu} />
      <StatusBar store={store} selection={selection} version={version} status={status} />
      <div role="status" className="grid-said">
        {view.notice}
      </div>
      {menu !== null && (
        <GapMenu
          session={session}
          at={menu}
          onClose={() => {
            setMenu(null);
            takeKeyboard();
          }}
        />
      )}
      {question !== null && (
        <PasteDialog
          key={question.kind}
          session={session}
          question={question}
          canAddRows={onPasteOutside !== undefined}
          onClose={closeQuestion}
          onAskBeyond={(plan) => setQuestion({ kind: 'beyond', plan })}
        />
      )}
    </div>
  );
}

function describeSelected({ rows, columns }: GridModel, selection: Selection): GridSelection {
  const { top, bottom, left, right } = rangeOf(selection);
  const { active } = selection;
  return {
    active: { rowId: rows[active.row]?.id ?? '', columnId: columns[active.column]?.id ?? '' },
    rowIds: rows.slice(top, bottom + 1).map(({ id }) => id),
    columnIds: columns.slice(left, right + 1).map(({ id }) => id),
  };
}
