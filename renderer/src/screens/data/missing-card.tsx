import { App, Button } from 'antd';
import type { GridPlace } from '../../grid/grid-model.ts';
import type { MissingGroup } from './missing-groups.ts';
import { offerUndo } from './offer-undo.tsx';
import type { Table } from './table-data.ts';
import type { TableEditor } from './table-editor.ts';
import { text } from './text.ts';

interface Props {
  readonly group: MissingGroup;
  readonly table: Table;
  readonly editor: TableEditor;
  readonly onFocus: (place: GridPlace) => void;
}

const mostNames = 3;

function regionsText({ regionIds }: MissingGroup, { rows, memberWord }: Table): string {
  const members = rows.filter(({ depth }) => depth > 0);
  const isEveryone = members.length > mostNames && members.length === regionIds.length;
  if (isEveryone) return text.panel.everyone(memberWord);
  const names = regionIds.slice(0, mostNames).flatMap((id) => rows.find(({ regionId }) => regionId === id)?.name ?? []);
  return text.panel.regions(names, regionIds.length);
}

/** Cells that are still to be filled, and what can be done about them. */
export function MissingCard({ group, table, editor, onFocus }: Props) {
  const { message } = App.useApp();
  const { indicators, regionIds } = group;
  const names = indicators.slice(0, mostNames).map(({ name }) => name);
  const cells = indicators.flatMap(({ code }) => regionIds.map((regionId) => ({ indicator: code, regionId })));
  const fill = () => {
    const [first] = cells;
    if (first !== undefined) onFocus({ rowId: String(first.regionId), columnId: first.indicator });
  };
  const notCounted = async () => {
    const done = await editor.write(cells.map((cell) => ({ ...cell, text: '无此项' })));
    if (done) offerUndo(message, text.panel.notCountedDone(cells.length), () => void editor.takeBack(cells));
  };
  const title = [regionsText(group, table), indicators.length === 1 ? indicators[0]?.name : null];
  return (
    <li className="data-card is-missing">
      <h3>{title.filter((part) => part !== null).join(' · ')}</h3>
      <p>{text.panel.notFilled(names, indicators.length)}</p>
      <div className="data-card-actions">
        <Button size="small" type="primary" onClick={fill}>
          {text.panel.fill}
        </Button>
        <Button size="small" onClick={() => void notCounted()}>
          {text.panel.notCounted}
        </Button>
      </div>
    </li>
  );
}
