import { App } from 'antd';
import { useMemo } from 'react';
import type { FindingView } from '../../../../shared/api/data.ts';
import { sentenceOf } from '../../app/query.ts';
import type { GridPlace } from '../../grid/grid-model.ts';
import { CellDetails } from './cell-details.tsx';
import { FindingCard } from './finding-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { type MissingGroup, missingGroups, type WholeSum, wholeSums } from './missing-groups.ts';
import { SumsCard } from './sums-card.tsx';
import type { EditorState, TableEditor } from './table-editor.ts';
import { text } from './text.ts';

export type PanelTab = 'findings' | 'cell';

interface Props {
  readonly editor: TableEditor;
  readonly state: EditorState;
  readonly active: GridPlace | null;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onFocus: (place: GridPlace) => void;
}

/** More cards than these nobody works through at once. */
const mostCards = 30;

/** Beside the table: what is to be judged, or what stands behind one cell. */
export function FindingsPanel({ editor, state, active, tab, onTab, onFocus }: Props) {
  const open = state.findings.filter(({ waiver }) => waiver === null);
  const groups = useMemo(() => missingGroups(state.table), [state.table]);
  const sums = useMemo(() => wholeSums(state.table), [state.table]);
  const count = open.length + state.moreFindings + groups.length + (sums.length > 0 ? 1 : 0);
  return (
    <aside className="data-panel" aria-label={text.panel.label}>
      <div className="data-tabs" role="tablist">
        <PanelTabButton
          label={count === 0 && state.isChecking ? text.checking : text.panel.findings(count)}
          isOpen={tab === 'findings'}
          onOpen={() => onTab('findings')}
        />
        <PanelTabButton label={text.panel.cell} isOpen={tab === 'cell'} onOpen={() => onTab('cell')} />
      </div>
      <div
        className="data-panel-body"
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        aria-label={tab === 'cell' ? text.panel.cell : text.panel.label}
      >
        {tab === 'cell' ? (
          <CellDetails active={active} table={state.table} />
        ) : (
          <Cards editor={editor} state={state} groups={groups} sums={sums} onFocus={onFocus} />
        )}
      </div>
    </aside>
  );
}

interface TabProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function PanelTabButton({ label, isOpen, onOpen }: TabProps) {
  return (
    <button type="button" role="tab" aria-selected={isOpen} onClick={onOpen}>
      {label}
    </button>
  );
}

interface CardsProps extends Pick<Props, 'editor' | 'state' | 'onFocus'> {
  readonly groups: readonly MissingGroup[];
  readonly sums: readonly WholeSum[];
}

function Cards({ editor, state, groups, sums, onFocus }: CardsProps) {
  const { message } = App.useApp();
  const { table, findings, moreFindings, isChecking } = state;
  const open = findings.filter(({ waiver }) => waiver === null);
  const waived = findings.filter(({ waiver }) => waiver !== null);
  const hidden = moreFindings + Math.max(0, open.length - mostCards) + Math.max(0, groups.length - mostCards);
  const fix = ({ places, period }: FindingView) => {
    const place = places.find(
      (each) => each.period === period && table.columns.some(({ indicator }) => indicator === each.indicator),
    );
    if (place !== undefined) onFocus({ rowId: String(place.regionId), columnId: place.indicator });
  };
  const judge = (change: Promise<void>) => {
    change.catch((error: unknown) => message.error(sentenceOf(error)));
  };
  if (open.length + groups.length + sums.length + waived.length === 0) {
    return <p className="data-nothing">{isChecking ? text.checking : text.panel.nothing}</p>;
  }
  return (
    <>
      <ul className="data-cards">
        {open.slice(0, mostCards).map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            isLocked={table.isLocked}
            onFix={() => fix(finding)}
            onWaive={(reason) => judge(editor.findings.waive(finding, reason))}
            onUnwaive={() => judge(editor.findings.unwaive(finding))}
          />
        ))}
        {sums.length > 0 && <SumsCard sums={sums} table={table} editor={editor} />}
        {groups.slice(0, mostCards).map((group) => (
          <MissingCard
            key={`${group.regionIds[0]} ${group.indicators[0]?.code} ${group.cells}`}
            group={group}
            table={table}
            editor={editor}
            onFocus={onFocus}
          />
        ))}
      </ul>
      {hidden > 0 && <p className="data-nothing">{text.panel.more(hidden)}</p>}
      {waived.length > 0 && (
        <details className="data-waived">
          <summary>{text.panel.waived(waived.length)}</summary>
          <ul className="data-cards">
            {waived.map((finding) => (
              <FindingCard
                key={finding.key}
                finding={finding}
                isLocked={table.isLocked}
                onFix={() => fix(finding)}
                onWaive={(reason) => judge(editor.findings.waive(finding, reason))}
                onUnwaive={() => judge(editor.findings.unwaive(finding))}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
