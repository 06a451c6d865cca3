import { Switch } from 'antd';
import { useMemo } from 'react';
import { go } from '../../app/route.ts';
import type { OpenTable } from './data-place.ts';
import { progressOf } from './table-data.ts';
import type { EditorState } from './table-editor.ts';
import { text } from './text.ts';

interface Props {
  readonly state: EditorState;
  readonly place: OpenTable;
}

const familiesOfMovement = ['同比异动', '量级'];

/** How full the table is and what catches the eye, in one line. */
export function ProgressLine({ state, place }: Props) {
  const { table, findings } = state;
  const { filled, missing } = useMemo(() => progressOf(table), [table]);
  const moved = new Set(
    findings
      .filter(({ family, waiver }) => waiver === null && familiesOfMovement.includes(family))
      .map(({ places, key }) => (places[0] === undefined ? key : `${places[0].regionId} ${places[0].indicator}`)),
  ).size;
  const cells = filled + missing;
  const hasComputed = table.columns.some(({ kind }) => kind === 'computed');
  const ordinary = hasComputed ? text.hint : null;
  const hint = table.isLocked ? text.locked(table.period) : ordinary;
  return (
    <div className="data-line">
      <span className="data-progress" aria-hidden="true">
        <span style={{ width: cells === 0 ? '0' : `${Math.floor((filled / cells) * 100)}%` }} />
      </span>
      <span className="data-filled">{cells === 0 ? text.nothingExpected : text.filledOf(filled, cells)}</span>
      {table.isLocked && <span className="chip chip-locked">{text.lockedShort}</span>}
      {missing > 0 && cells > 0 && !table.isLocked && (
        <span className="chip chip-missing">{text.missing(missing)}</span>
      )}
      {moved > 0 && <span className="chip chip-moved">{text.moved(moved)}</span>}
      {hint !== null && <span className="data-hint">{hint}</span>}
      <label className="data-last-year" htmlFor="data-last-year">
        <Switch
          id="data-last-year"
          size="small"
          checked={place.lastYear}
          onChange={(lastYear) => go({ screen: 'data', place: { ...place, lastYear } })}
        />
        {text.lastYear}
      </label>
      <span className="data-keys" aria-hidden="true">
        {text.keys.map(([key, what]) => (
          <span key={key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))}
      </span>
    </div>
  );
}
