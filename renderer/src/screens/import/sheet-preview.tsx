import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/importing.ts';
import { useQuery } from '../../app/query.ts';
import { columnLetters } from './column-letters.ts';
import { HeaderRows } from './header-rows.tsx';
import { roleOf, spreadMerges } from './preview-cells.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly id: string;
  readonly review: ImportReview;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
}

/** Rows shown at first, and more each time. */
const step = 50;

/** The file as it looks, coloured by what its rows were taken for. */
export function SheetPreview({ id, review, isBusy, onAnswer }: Props) {
  const read = review.sheets.flatMap((sheet, index) => (sheet.isRead ? [index] : []));
  const [sheet, setSheet] = useState(read[0] ?? 0);
  const [count, setCount] = useState(step);
  const input = useMemo(() => ({ id, sheet, from: 0, count: Math.min(count, 200) }), [id, sheet, count]);
  const query = useQuery('import.rows', input);
  const info = review.sheets[sheet];
  if (info === undefined || query.status === 'waiting') return <div className="import-sheet" aria-busy="true" />;
  if (query.status === 'failed') return <p role="alert">{query.message}</p>;
  const tables = review.tables.filter((table) => table.sheet === sheet);
  const { rows, merges } = query.value;
  const cells = spreadMerges(rows, merges);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return (
    <>
      {read.length > 1 && (
        <Segmented
          className="import-sheets"
          value={sheet}
          onChange={setSheet}
          options={read.map((index) => ({ value: index, label: review.sheets[index]?.name ?? '' }))}
        />
      )}
      <HeaderRows
        key={`${sheet} ${JSON.stringify(tables[0]?.header)}`}
        review={review}
        sheet={sheet}
        isBusy={isBusy}
        onAnswer={onAnswer}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="import-sheet" tabIndex={0} aria-label={text.review.preview}>
        <table>
          <thead>
            <tr>
              <td />
              {Array.from({ length: width }, (_, column) => (
                <th key={columnLetters(column)} scope="col">
                  {columnLetters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is its number
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {row.map((cell) => (
                  <td
                    key={cell.column}
                    rowSpan={cell.rows}
                    colSpan={cell.columns}
                    className={roleOf(tables, index, cell.column)}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {info.rows > rows.length && count < 200 && (
          <Button type="link" onClick={() => setCount(count + step)}>
            {text.review.moreRows}
          </Button>
        )}
      </section>
    </>
  );
}
