import { App, Button } from 'antd';
import type { WholeSum } from './missing-groups.ts';
import { offerUndo } from './offer-undo.tsx';
import type { Table } from './table-data.ts';
import type { TableEditor } from './table-editor.ts';
import { text } from './text.ts';

interface Props {
  readonly sums: readonly WholeSum[];
  readonly table: Table;
  readonly editor: TableEditor;
}

const mostNames = 3;

/** The region's own figures that follow from its members': all of the table at once. */
export function SumsCard({ sums, table, editor }: Props) {
  const { message } = App.useApp();
  const regionId = table.rows.at(-1)?.regionId ?? 0;
  const names = sums.slice(0, mostNames).map(({ indicator }) => {
    return table.columns.find((column) => column.indicator === indicator)?.name ?? indicator;
  });
  const fill = async () => {
    const cells = sums.map(({ indicator, decimal }) => ({ indicator, regionId, text: decimal }));
    const done = await editor.write(cells, text.panel.fillBySum);
    if (done) offerUndo(message, text.panel.sumsDone(cells.length), () => void editor.takeBack(cells));
  };
  return (
    <li className="data-card is-missing">
      <h3>{text.panel.sumsTitle(table.region)}</h3>
      <p>{text.panel.sums(names, sums.length, table.memberWord)}</p>
      <div className="data-card-actions">
        <Button size="small" type="primary" onClick={() => void fill()}>
          {sums.length === 1 ? text.panel.fillBySum : text.panel.fillAllBySum}
        </Button>
      </div>
    </li>
  );
}
