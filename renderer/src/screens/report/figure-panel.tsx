import type { RefObject } from 'react';
import type { FigureView } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { FigureDetails } from './figure-details.tsx';
import { type Finding, FindingList } from './finding-list.tsx';
import { GapList } from './gap-list.tsx';
import { GapSums } from './gap-sums.tsx';
import { gapsOf } from './gaps.ts';

interface Props {
  /** The part that scrolls. */
  readonly body: RefObject<HTMLDivElement | null>;
  readonly reportId: number;
  readonly findings: readonly Finding[];
  readonly figures: readonly FigureView[];
  readonly selected: string | null;
  readonly onSelect: (figureId: string) => void;
  readonly onClose: () => void;
}

/** The right-hand panel: the chosen figure, then what must be checked and what is still missing. */
export function FigurePanel({ body, reportId, findings, figures, selected, onSelect, onClose }: Props) {
  const figure = figures.find(({ id }) => id === selected);
  return (
    <aside className="panel" aria-label={text.report.panel}>
      <h2 className="panel-tab">{text.report.panel}</h2>
      <div className="panel-body" ref={body}>
        {figure ? (
          <FigureDetails reportId={reportId} figure={figure} onSelect={onSelect} onClose={onClose} />
        ) : (
          <p className="panel-hint">{text.report.hint}</p>
        )}
        <FindingList findings={findings} onSelect={onSelect} />
        <GapSums reportId={reportId} />
        <GapList gaps={gapsOf(figures)} selected={selected} onSelect={onSelect} />
      </div>
    </aside>
  );
}
