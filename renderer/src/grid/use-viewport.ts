import { type RefObject, useLayoutEffect, useState } from 'react';
import { type DrawnCells, drawnCells, rowHeight, sameCells, scrollToShow } from './column-layout.ts';
import type { Place } from './selection.ts';
import type { Geometry } from './selection-overlay.tsx';

const nothingDrawn: DrawnCells = { firstRow: 0, endRow: 0, firstColumn: 0, endColumn: 0 };

/** The cells in sight, which change only when a row or a few columns come in or go out. */
export function useViewport(scroll: RefObject<HTMLDivElement | null>, geometry: Geometry, rows: number): DrawnCells {
  const [drawn, setDrawn] = useState(nothingDrawn);
  const { edges, labelWidth, headerHeight } = geometry;
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const measure = () => {
      const view = {
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth - labelWidth,
        height: element.clientHeight - headerHeight,
      };
      const next = drawnCells(view, edges, rows);
      setDrawn((last) => (sameCells(last, next) ? last : next));
    };
    // Observing measures at once, too.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroll, edges, labelWidth, headerHeight, rows]);
  return drawn;
}

/** Scrolls no farther than needed for the place to be seen beside the frozen headings. */
export function reveal({ row, column }: Place, element: HTMLElement, geometry: Geometry): void {
  const { edges, labelWidth, headerHeight } = geometry;
  element.scrollTop = scrollToShow(row * rowHeight, (row + 1) * rowHeight, {
    start: element.scrollTop,
    size: element.clientHeight - headerHeight,
  });
  element.scrollLeft = scrollToShow(edges[column] ?? 0, edges[column + 1] ?? 0, {
    start: element.scrollLeft,
    size: element.clientWidth - labelWidth,
  });
}
