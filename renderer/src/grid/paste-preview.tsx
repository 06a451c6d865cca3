import type { GridModel } from './grid-model.ts';
import { gridText } from './grid-text.ts';
import { listNames, type MatchedBlock, type NameMatch } from './match-headers.ts';
import type { Place } from './selection.ts';

interface PastePreviewProps {
  readonly matched: MatchedBlock;
  readonly model: GridModel;
  readonly isOpen: (place: Place) => boolean;
}

const shownRows = 8;
const shownColumns = 5;

function headingOf({ columns }: GridModel, [first]: readonly NameMatch[]): string {
  return columns[first?.at ?? -1]?.path[0] ?? '';
}

/** Which rows and columns of the clipboard go where, and which nowhere. */
export function PastePreview({ matched: { rows, columns, texts }, model, isOpen }: PastePreviewProps) {
  const words = gridText.preview;
  const open = texts.filter(({ place }) => isOpen(place));
  const openColumns = new Set(open.map(({ place }) => place.column));
  const found = columns.filter(({ at }) => at !== null && openColumns.has(at));
  const computed = columns.filter(({ at }) => at !== null && !openColumns.has(at));
  const neighbourly = found.filter(({ byNeighbours }) => byNeighbours === true);
  const foundRows = rows.filter(({ at }) => at !== null);
  const lostRows = rows.filter(({ at }) => at === null);
  const lostColumns = columns.filter(({ at }) => at === null);
  const textAt = new Map(texts.map(({ place, text }) => [`${place.row}:${place.column}`, text]));
  const sample = found.slice(0, shownColumns);
  return (
    <>
      <p>{words.summary(open.length, foundRows.length, found.length)}</p>
      <p className="grid-soft">{words.explanation}</p>
      {lostRows.length > 0 && <p className="grid-lost">{words.unmatchedRows(lostRows.length, listNames(lostRows))}</p>}
      {lostColumns.length > 0 && (
        <p className="grid-lost">{words.unmatchedColumns(lostColumns.length, listNames(lostColumns))}</p>
      )}
      {neighbourly.length > 0 && (
        <p className="grid-soft">{words.byNeighbours(listNames(neighbourly), headingOf(model, neighbourly))}</p>
      )}
      {computed.length > 0 && <p className="grid-soft">{words.computedColumns(listNames(computed))}</p>}
      <table className="grid-preview">
        <thead>
          <tr>
            <th scope="col">{model.corner}</th>
            {sample.map(({ at, from }) => (
              <th scope="col" key={from}>
                {model.columns[at ?? 0]?.path.join(' ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {foundRows.slice(0, shownRows).map(({ at: row, from }) => (
            <tr key={from}>
              <th scope="row">{model.rows[row ?? 0]?.label}</th>
              {sample.map(({ at: column, from: right }) => (
                <td key={right}>{textAt.get(`${row}:${column}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
