import { rowHeight } from './column-layout.ts';
import type { CellRange } from './selection.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Geometry {
  readonly edges: readonly number[];
  readonly labelWidth: number;
  readonly headerHeight: number;
}

/** Where a range lies within the scrolled content. */
export function boxOf({ top, bottom, left, right }: CellRange, { edges, labelWidth, headerHeight }: Geometry): Box {
  const start = edges[left] ?? 0;
  return {
    left: labelWidth + start,
    top: headerHeight + top * rowHeight,
    width: (edges[right + 1] ?? start) - start,
    height: (bottom - top + 1) * rowHeight,
  };
}

interface SelectionOverlayProps {
  readonly range: CellRange;
  /** The range that the fill handle is being dragged to. */
  readonly fillTarget: CellRange | null;
  readonly geometry: Geometry;
  readonly notice: string | null;
  readonly noticeAt: Box;
}

/** The selection, drawn once over the cells, so that none of them has to be drawn again when it moves. */
export function SelectionOverlay({ range, fillTarget, geometry, notice, noticeAt }: SelectionOverlayProps) {
  const box = boxOf(range, geometry);
  return (
    <>
      <div className="grid-selection" style={box} />
      {fillTarget !== null && <div className="grid-fill-target" style={boxOf(fillTarget, geometry)} />}
      <i className="grid-fill" data-fill="" style={{ left: box.left + box.width, top: box.top + box.height }} />
      {notice !== null && (
        <div className="grid-notice" style={{ left: noticeAt.left, top: noticeAt.top + noticeAt.height + 4 }}>
          {notice}
        </div>
      )}
    </>
  );
}
