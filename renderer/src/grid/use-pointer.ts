import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { columnAt, rowHeight } from './column-layout.ts';
import { stretch } from './fill.ts';
import type { GridSession } from './grid-session.ts';
import { type CellRange, clampPlace, holds, type Place, selectColumns, selectOne, selectRows } from './selection.ts';
import type { Geometry } from './selection-overlay.tsx';

type Drag =
  | { readonly kind: 'cells' | 'rows' | 'fill' }
  | { readonly kind: 'columns'; readonly first: number; readonly last: number }
  | { readonly kind: 'resize'; readonly column: number; readonly start: number; readonly width: number };

interface PointerOptions {
  readonly session: GridSession;
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly geometry: Geometry;
  readonly resize: (column: number, width: number) => void;
}

function within(element: HTMLElement, { clientX, clientY }: MouseEvent) {
  const rect = element.getBoundingClientRect();
  return { x: clientX - rect.left, y: clientY - rect.top };
}

function numberOf(target: Element | null, name: string): number | null {
  const value = target?.closest(`[${name}]`)?.getAttribute(name);
  return value === null || value === undefined || value === '' ? null : Number(value);
}

/** The mouse: selects by dragging over cells and headings, drags column borders and the fill handle. */
export function usePointer({ session, scroll, geometry, resize }: PointerOptions) {
  const drag = useRef<Drag | null>(null);
  const [fillTarget, setFillTarget] = useState<CellRange | null>(null);

  const placeAt = (event: MouseEvent): Place => {
    const element = scroll.current;
    if (element === null) return session.active;
    const { x, y } = within(element, event);
    const column = columnAt(geometry.edges, x - geometry.labelWidth + element.scrollLeft);
    const row = Math.floor((y - geometry.headerHeight + element.scrollTop) / rowHeight);
    return clampPlace({ row, column }, session.store.size);
  };

  const begin = (event: PointerEvent): Drag | null => {
    const element = scroll.current;
    const target = event.target instanceof Element ? event.target : null;
    if (element === null || target === null) return null;
    const { x, y } = within(element, event);
    if (x >= element.clientWidth || y >= element.clientHeight) return null;
    const border = numberOf(target, 'data-resize');
    if (border !== null) {
      const { edges } = geometry;
      const width = (edges[border + 1] ?? 0) - (edges[border] ?? 0);
      return { kind: 'resize', column: border, start: event.clientX, width };
    }
    if (target.closest('[data-fill]') !== null) return { kind: 'fill' };
    const first = numberOf(target, 'data-first-column');
    if (first !== null) return { kind: 'columns', first, last: numberOf(target, 'data-last-column') ?? first };
    if (target.closest('[role=rowheader]') !== null) return { kind: 'rows' };
    return target.closest('[role=gridcell]') === null ? null : { kind: 'cells' };
  };

  const select = (next: Drag, place: Place, isExtending: boolean) => {
    const { size } = session.store;
    if (next.kind === 'cells') {
      if (isExtending) session.extendTo(place);
      else session.select(selectOne(place));
    } else if (next.kind === 'rows') {
      session.select(selectRows(isExtending ? session.active.row : place.row, place.row, size), null);
    } else if (next.kind === 'columns') {
      const from = isExtending ? Math.min(session.active.column, next.first) : next.first;
      session.select(selectColumns(from, isExtending ? Math.max(place.column, next.last) : next.last, size), null);
    }
  };

  return {
    fillTarget,
    /** The pointer was captured by the first click, so that the event itself no longer knows its cell. */
    isOnCells: ({ clientX, clientY }: MouseEvent): boolean =>
      document.elementFromPoint(clientX, clientY)?.closest('[role=gridcell]') instanceof Element,
    /** Whether there are cells to show a menu for; a click beside the selection selects its cell first. */
    onMenu: (event: MouseEvent): boolean => {
      if (!(event.target instanceof Element) || event.target.closest('[role=gridcell]') === null) return false;
      const place = placeAt(event);
      if (!holds(session.range, place)) session.select(selectOne(place));
      return true;
    },
    /** Whether the pointer took hold of something. */
    onDown: (event: PointerEvent): boolean => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('.grid-corner')) {
        session.selectAll();
        return true;
      }
      const next = begin(event);
      drag.current = next;
      if (next === null) return false;
      scroll.current?.setPointerCapture(event.pointerId);
      select(next, placeAt(event), event.shiftKey);
      return true;
    },
    onMove: (event: PointerEvent): void => {
      const current = drag.current;
      if (current === null) return;
      if (current.kind === 'resize') resize(current.column, current.width + event.clientX - current.start);
      else if (current.kind === 'fill') setFillTarget(stretch(session.range, placeAt(event)));
      else if (current.kind === 'columns') {
        const { column } = placeAt(event);
        const isBack = column < current.first;
        const from = isBack ? current.last : current.first;
        session.select(selectColumns(from, isBack ? column : Math.max(column, current.last), session.store.size), null);
      } else select(current, placeAt(event), true);
    },
    onUp: (): void => {
      if (drag.current?.kind === 'fill' && fillTarget !== null) session.fillFrom(session.range, fillTarget);
      drag.current = null;
      setFillTarget(null);
    },
  };
}
