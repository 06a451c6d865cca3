import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportQuestionView, ImportReview } from '../../../../shared/api/import-review.ts';
import { useQuery } from '../../app/query.ts';
import { HeaderRows } from './header-rows.tsx';
import { PreviewTable } from './preview-table.tsx';
import { importText as text } from './text.ts';

interface Props {
  readonly id: string;
  readonly review: ImportReview;
  /** The cell that is asked about. */
  readonly at: ImportQuestionView['at'];
  /** Grows each time the person wants to see it. */
  readonly look: number;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
}

/** Rows shown at a time. */
const step = 100;

interface Window {
  /** The asked cell that it was moved to, and the look that moved it. */
  readonly at: ImportQuestionView['at'];
  readonly look: number;
  readonly sheet: number;
  readonly from: number;
}

function windowAt(at: ImportQuestionView['at'], look: number, last: Window): Window {
  if (at === null) return { ...last, at, look };
  const isSeen = at.sheet === last.sheet && at.row >= last.from && at.row < last.from + step;
  return { at, look, sheet: at.sheet, from: isSeen ? last.from : Math.floor(at.row / step) * step };
}

function isSamePlace(one: ImportQuestionView['at'], other: ImportQuestionView['at']): boolean {
  return one?.sheet === other?.sheet && one?.row === other?.row && one?.column === other?.column;
}

/** The file as it looks, with what is asked about in view. */
export function SheetPreview({ id, review, at, look, isBusy, onAnswer }: Props) {
  const read = review.sheets.flatMap((sheet, index) => (sheet.isRead ? [index] : []));
  const [shown, setShown] = useState<Window>(() =>
    windowAt(at, look, { at: null, look, sheet: read[0] ?? 0, from: 0 }),
  );
  if (look !== shown.look || !isSamePlace(at, shown.at)) setShown(windowAt(at, look, shown));
  const { sheet, from } = shown;
  const rows = review.sheets[sheet]?.rows ?? 0;
  const tables = review.tables.filter((table) => table.sheet === sheet);
  return (
    <>
      {read.length > 1 && (
        <Segmented
          className="import-sheets"
          value={sheet}
          onChange={(chosen) => setShown({ at, look, sheet: chosen, from: 0 })}
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
      <WindowRows
        key={`${sheet} ${from}`}
        place={{ id, sheet, from, review: review.version }}
        at={at?.sheet === sheet ? at : null}
        look={look}
      />
      <div className="import-foot">
        <Legend />
        {rows > step && <Pages rows={rows} from={from} onMove={(next) => setShown({ at, look, sheet, from: next })} />}
      </div>
    </>
  );
}

interface WindowProps {
  readonly place: { readonly id: string; readonly sheet: number; readonly from: number; readonly review: number };
  readonly at: ImportQuestionView['at'];
  readonly look: number;
}

function WindowRows({ place: { id, sheet, from, review }, at, look }: WindowProps) {
  const input = useMemo(() => ({ id, sheet, from, count: step, review }), [id, sheet, from, review]);
  const query = useQuery('import.rows', input);
  if (query.status === 'waiting') return <div className="import-sheet" aria-busy="true" />;
  if (query.status === 'failed') return <p role="alert">{query.message}</p>;
  return <PreviewTable rows={query.value} from={from} at={at} look={look} />;
}

function Legend() {
  return (
    <ul className="import-legend" aria-label={text.review.legend}>
      {(['header', 'data', 'total', 'none'] as const).map((role) => (
        <li key={role}>
          <span className={`import-swatch role-${role}`} aria-hidden="true" />
          {text.role[role]}
        </li>
      ))}
    </ul>
  );
}

interface PagesProps {
  readonly rows: number;
  readonly from: number;
  readonly onMove: (from: number) => void;
}

function Pages({ rows, from, onMove }: PagesProps) {
  return (
    <div className="import-pages">
      <Button size="small" disabled={from === 0} onClick={() => onMove(Math.max(0, from - step))}>
        {text.review.earlier}
      </Button>
      <span>{text.review.window(from + 1, Math.min(rows, from + step), rows)}</span>
      <Button size="small" disabled={from + step >= rows} onClick={() => onMove(from + step)}>
        {text.review.later}
      </Button>
    </div>
  );
}
