// biome-ignore-all lint/a11y/useSemanticElements: cells of a virtual table are placed, which table elements cannot be
import type { DrawnCells } from './column-layout.ts';
import { rowHeight } from './column-layout.ts';
import { GridHeader } from './grid-header.tsx';
import { GridRowView } from './grid-row.tsx';
import type { GridStore } from './grid-store.ts';
import { headerDepth } from './header-spans.ts';
import type { Geometry } from './selection-overlay.tsx';

interface GridTableProps {
  readonly store: GridStore;
  readonly label: string;
  readonly geometry: Geometry;
  readonly drawn: DrawnCells;
}

/** The table as a screen reader meets it: all rows and columns counted, those in sight present. */
export function GridTable({ store, label, geometry, drawn }: GridTableProps) {
  const { model, size } = store;
  const { edges, labelWidth, headerHeight } = geometry;
  const { firstRow, endRow, firstColumn, endColumn } = drawn;
  const depth = headerDepth(model.columns.map(({ path }) => path));
  const columns = { edges, labelWidth, firstColumn, endColumn };
  const width = labelWidth + (edges.at(-1) ?? 0);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={depth + size.rows}
      aria-colcount={size.columns + 1}
      className="grid-cells"
      style={{ width, height: headerHeight + size.rows * rowHeight }}
    >
      <GridHeader model={model} {...columns} />
      {model.rows.slice(firstRow, endRow).map(({ id }, offset) => (
        <GridRowView
          key={id}
          store={store}
          at={firstRow + offset}
          version={store.rowVersion(firstRow + offset)}
          headingRows={depth}
          {...columns}
        />
      ))}
    </div>
  );
}
