import { type MouseEvent, type PointerEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { CellEditor } from './cell-editor.tsx';
import { headerLevelHeight, rowHeight } from './column-layout.ts';
import type { GridSession, GridView } from './grid-session.ts';
import { GridTable } from './grid-table.tsx';
import { headerDepth } from './header-spans.ts';
import type { Clipboard } from './paste.ts';
import { rangeOf, selectOne } from './selection.ts';
import { boxOf, SelectionOverlay } from './selection-overlay.tsx';
import { labelWidthOf, useColumnWidths } from './use-column-widths.ts';
import { usePointer } from './use-pointer.ts';
import { reveal, useViewport } from './use-viewport.ts';

interface GridViewportProps {
  readonly session: GridSession;
  readonly view: GridView;
  readonly label: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onPaste: (clipboard: Clipboard) => void;
  readonly onMenu: (at: { readonly left: number; readonly top: number }) => void;
}

/** What scrolls: the table, the selection over it, the text field on the active cell. */
export function GridViewport({ session, view, label, field, onPaste, onMenu }: GridViewportProps) {
  const { store } = session;
  const { model } = store;
  const scroll = useRef<HTMLDivElement>(null);
  const { edges, resize } = useColumnWidths(model);
  const geometry = useMemo(() => {
    const depth = headerDepth(model.columns.map(({ path }) => path));
    return { edges, labelWidth: labelWidthOf(model), headerHeight: depth * headerLevelHeight };
  }, [model, edges]);
  const drawn = useViewport(scroll, geometry, model.rows.length);
  const pointer = usePointer({ session, scroll, geometry, resize });
  const box = boxOf(rangeOf(selectOne(view.selection.active)), geometry);

  const latestGeometry = useRef(geometry);
  useLayoutEffect(() => {
    latestGeometry.current = geometry;
  }, [geometry]);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    session.setPage(Math.floor((element.clientHeight - latestGeometry.current.headerHeight) / rowHeight));
    if (view.reveal !== null) reveal(view.reveal, element, latestGeometry.current);
  }, [view.reveal, session]);

  const onPointerDown = (event: PointerEvent) => {
    if (event.target === field.current || event.button !== 0) return;
    // An open composition is taken as it stands before the selection leaves.
    if (view.mode !== 'selecting') field.current?.blur();
    if (pointer.onDown(event)) field.current?.focus({ preventScroll: true });
  };
  const onContextMenu = (event: MouseEvent) => {
    if (event.target === field.current || !pointer.onMenu(event)) return;
    event.preventDefault();
    onMenu({ left: event.clientX, top: event.clientY });
  };
  const showMenuAtCell = () => {
    const rect = field.current?.getBoundingClientRect();
    if (rect !== undefined) onMenu({ left: rect.left + 12, top: rect.bottom });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the mouse alone; the keyboard is in the text field inside
    <div
      ref={scroll}
      className="grid-scroll"
      onPointerDown={onPointerDown}
      onPointerMove={pointer.onMove}
      onPointerUp={pointer.onUp}
      onLostPointerCapture={pointer.onUp}
      onMouseDown={(event) => event.target !== field.current && event.preventDefault()}
      onDoubleClick={(event) => pointer.isOnCells(event) && session.begin('editing')}
      onContextMenu={onContextMenu}
    >
      <GridTable store={store} label={label} geometry={geometry} drawn={drawn} />
      <SelectionOverlay
        range={session.range}
        fillTarget={pointer.fillTarget}
        geometry={geometry}
        notice={view.notice}
        noticeAt={box}
      />
      <CellEditor session={session} view={view} box={box} field={field} onPaste={onPaste} onMenu={showMenuAtCell} />
    </div>
  );
}
