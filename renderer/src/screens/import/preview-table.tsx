import { useMemo } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { columnLetters } from './column-letters.ts';
import { isFigure, type PreviewCell, spreadCells } from './preview-cells.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly rows: Output<'import.rows'>;
  /** Number of the first row shown, from 0. */
  readonly from: number;
  /** The cell that is asked about; kept in view. */
  readonly at: { readonly row: number; readonly column: number } | null;
  /** Grows each time the person wants to see it. */
  readonly look?: number;
}

function bringIntoView(cell: HTMLTableCellElement | null): void {
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Rows of the file as they look, coloured by what they were taken for. */
export function PreviewTable({ rows, from, at, look = 0 }: Props) {
  const lines = useMemo(() => spreadCells(rows, from), [rows, from]);
  const width = Math.max(0, ...rows.rows.map((row) => row.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className="import-sheet" tabIndex={0} aria-label={text.review.preview}>
      <table>
        <thead>
          <tr>
            <td className="import-corner" />
            {Array.from({ length: width }, (_, column) => (
              <th key={columnLetters(column)} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is its number
            <tr key={index}>
              <th scope="row">{from + index + 1}</th>
              {cells.map((cell) => {
                const isAsked = at !== null && covers(cell, from + index, at);
                return (
                  <td
                    key={isAsked ? `${cell.column} ${look}` : cell.column}
                    ref={isAsked ? bringIntoView : undefined}
                    rowSpan={cell.rows}
                    colSpan={cell.columns}
                    className={classOf(cell, isAsked)}
                    title={cell.text.length > 12 ? cell.text : undefined}
                  >
                    {cell.text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function covers(cell: PreviewCell, top: number, { row, column }: { readonly row: number; readonly column: number }) {
  const isRow = row >= top && row < top + cell.rows;
  return isRow && column >= cell.column && column < cell.column + cell.columns;
}

function classOf({ role, text: shown }: PreviewCell, isAsked: boolean): string {
  const isNumber = role !== 'header' && role !== 'name' && isFigure(shown);
  return [`role-${role}`, ...(isNumber ? ['is-number'] : []), ...(isAsked ? ['asked'] : [])].join(' ');
}
