import type { FigureView } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { type Broken, BrokenList } from './broken-list.tsx';
import { FigureDetails } from './figure-details.tsx';
import { type Finding, FindingList } from './finding-list.tsx';
import { type Gap, GapList } from './gap-list.tsx';
import { GapSums } from './gap-sums.tsx';

interface Props {
  readonly reportId: number;
  readonly broken: readonly Broken[];
  readonly brokenFigures: number;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly figures: readonly FigureView[];
  readonly selected: string | null;
  readonly onSelect: (figureId: string) => void;
  readonly onClose: () => void;
}

/** The chosen figure, then what must be checked and what is still missing. */
export function FigurePanel({ reportId, figures, selected, onSelect, onClose, ...lists }: Props) {
  const { broken, brokenFigures, findings, gaps } = lists;
  const figure = figures.find(({ id }) => id === selected);
  return (
    <>
      {figure ? (
        <FigureDetails
          reportId={reportId}
          figure={figure}
          broken={broken.filter(({ figureIds }) => figureIds.includes(figure.id))}
          onSelect={onSelect}
          onClose={onClose}
        />
      ) : (
        <p className="panel-hint">{text.report.hint}</p>
      )}
      <BrokenList broken={broken} figures={brokenFigures} selected={selected} onSelect={onSelect} />
      <FindingList findings={findings} onSelect={onSelect} />
      <GapSums reportId={reportId} />
      <GapList gaps={gaps} selected={selected} onSelect={onSelect} />
    </>
  );
}
