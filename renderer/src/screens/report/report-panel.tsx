import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { text } from '../../text.ts';

export type PanelTab = 'figures' | 'proofreading';

const tabs: readonly PanelTab[] = ['figures', 'proofreading'];

interface Props {
  /** The part that scrolls. */
  readonly body: RefObject<HTMLDivElement | null>;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  /** Errors and doubts. */
  readonly findings: number;
  readonly children: ReactNode;
}

/** The right-hand side of a report: the figures, or what proofreading found. */
export function ReportPanel({ body, tab, onTab, findings, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const press = ({ key }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = tab === 'figures' ? 'proofreading' : 'figures';
    onTab(other);
    list.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return (
    <aside className="panel" aria-label={text.report.panels}>
      <div className="panel-tabs" role="tablist" aria-label={text.proofreading.tabs} ref={list} onKeyDown={press}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            className="panel-tab"
            aria-selected={each === tab}
            aria-controls="panel-body"
            tabIndex={each === tab ? 0 : -1}
            onClick={() => onTab(each)}
          >
            {each === 'figures' ? text.report.panel : text.proofreading.tab}
            {each === 'proofreading' && findings > 0 && <span className="tab-count">{findings}</span>}
          </button>
        ))}
      </div>
      <div className="panel-body" role="tabpanel" id="panel-body" aria-labelledby={`tab-${tab}`} ref={body}>
        {children}
      </div>
    </aside>
  );
}
