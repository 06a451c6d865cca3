import type { PrintedBlock, PrintedCell, PrintedRow } from '../../../../shared/report/printed.ts';
import { text } from '../../text.ts';
import { inPlace } from '../../ui/in-place.ts';
import { type FigureSelection, Runs } from './runs.tsx';

interface Props extends FigureSelection {
  readonly table: Extract<PrintedBlock, { kind: 'table' }>;
}

interface RowProps extends FigureSelection {
  readonly row: PrintedRow;
}

function TableCell({ cell, isHeader, ...selection }: FigureSelection & { cell: PrintedCell; isHeader: boolean }) {
  const Cell = isHeader ? 'th' : 'td';
  return (
    <Cell
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      scope={isHeader ? 'col' : undefined}
      className={cell.numeric ? 'is-numeric' : cell.isSentence ? 'is-sentence' : undefined}
    >
      <Runs runs={cell.runs} {...selection} />
    </Cell>
  );
}

function TableRow({ row, ...selection }: RowProps) {
  return (
    <tr className={row.role === 'total' ? 'is-total' : undefined}>
      {inPlace(row.cells).map(({ item, key }) => (
        <TableCell key={key} cell={item} isHeader={row.role === 'header'} {...selection} />
      ))}
    </tr>
  );
}

/** 表: caption above, its unit to the right, then the cells. */
export function ReportTable({ table, ...selection }: Props) {
  const rows = (isHeader: boolean) =>
    inPlace(table.rows.filter((row) => (row.role === 'header') === isHeader)).map(({ item, key }) => (
      <TableRow key={key} row={item} {...selection} />
    ));
  return (
    <figure className="report-table">
      <table>
        <caption>
          <span className="block-caption">{table.caption}</span>
          {table.unit !== null && <span className="block-unit">{text.report.unit(table.unit)}</span>}
        </caption>
        <thead>{rows(true)}</thead>
        <tbody>{rows(false)}</tbody>
      </table>
    </figure>
  );
}
