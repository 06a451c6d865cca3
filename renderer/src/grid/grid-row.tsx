// biome-ignore-all lint/a11y/useSemanticElements: cells of a virtual table are placed, which table elements cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard is in the one text field beside the grid
import { memo } from 'react';
import { shownText } from './cell-content.ts';
import { rowHeight } from './column-layout.ts';
import type { GridCell, GridColumn } from './grid-model.ts';
import type { GridStore } from './grid-store.ts';

interface GridRowProps {
  readonly store: GridStore;
  readonly at: number;
  /** Of the row: a new one draws it again, and nothing else does while the columns stay. */
  readonly version: number;
  readonly headingRows: number;
  readonly edges: readonly number[];
  readonly labelWidth: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** One row: its frozen label and the cells that are to be seen. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { store, at, headingRows, edges, labelWidth, firstColumn, endColumn } = props;
  const row = store.row(at);
  if (row === undefined) return null;
  const width = labelWidth + (edges.at(-1) ?? 0);
  const cells = store.rowCells(at);
  return (
    <div
      role="row"
      aria-rowindex={headingRows + at + 1}
      className={row.kind === 'total' ? 'grid-row grid-row-total' : 'grid-row'}
      style={{ top: headingRows * rowHeight + at * rowHeight, width }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="grid-label"
        title={row.label}
        style={{ width: labelWidth, paddingLeft: 12 + row.indent * 16 }}
      >
        {row.label}
      </div>
      {store.model.columns.slice(firstColumn, endColumn).map((column, offset) => {
        const index = firstColumn + offset;
        const cell = cells[index];
        const left = edges[index] ?? 0;
        return (
          cell && (
            <div
              key={column.id}
              role="gridcell"
              aria-colindex={index + 2}
              className={cellClass(cell, column)}
              title={cell.note ?? undefined}
              style={{ left: labelWidth + left, width: (edges[index + 1] ?? 0) - left }}
            >
              {shownText(cell)}
            </div>
          )
        );
      })}
    </div>
  );
});

function cellClass({ content, mark, readOnly }: GridCell, { kind }: GridColumn): string {
  const names = ['grid-cell'];
  if (kind !== 'entry') names.push(`grid-cell-${kind}`);
  else if (readOnly !== null) names.push('grid-cell-locked');
  if (content.kind === 'gap' || content.kind === 'none') names.push('grid-cell-gap');
  if (mark !== null) names.push(`grid-cell-${mark}`);
  if (content.kind === 'none' && content.isSum === true) names.push('grid-cell-sum');
  return names.join(' ');
}
