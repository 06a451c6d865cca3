import { useMemo, useState } from 'react';
import { columnEdges } from './column-layout.ts';
import type { GridModel } from './grid-model.ts';

const least = 48;

interface ColumnWidths {
  readonly edges: readonly number[];
  readonly resize: (column: number, width: number) => void;
}

/** Left edges of the columns; a width that a person dragged holds as long as there is a column of that id. */
export function useColumnWidths({ columns }: GridModel): ColumnWidths {
  const [own, setOwn] = useState<ReadonlyMap<string, number>>(new Map());
  const edges = useMemo(() => columnEdges(columns.map(({ id, width }) => own.get(id) ?? width)), [columns, own]);
  return {
    edges,
    resize: (column, width) => {
      const id = columns[column]?.id;
      if (id !== undefined) setOwn((widths) => new Map(widths).set(id, Math.max(width, least)));
    },
  };
}

/** Wide enough for the longest of the row labels, within reason. */
export function labelWidthOf({ rows, corner }: GridModel): number {
  const longest = rows.reduce((most, { label, indent }) => Math.max(most, label.length * 15 + indent * 16), 0);
  return Math.min(Math.max(longest, corner.length * 15, 84) + 28, 300);
}
