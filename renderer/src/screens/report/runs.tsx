import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { inPlace } from '../../ui/in-place.ts';
import { FigureChip } from './figure-chip.tsx';

export interface FigureSelection {
  readonly selected: string | null;
  /** Figures that rest on data which break a 强制 rule. */
  readonly broken: ReadonlySet<string>;
  readonly onSelect: (figureId: string) => void;
}

interface Props extends FigureSelection {
  readonly runs: readonly PrintedRun[];
  /** Class of the runs that belong to a run-in heading. */
  readonly leadClass?: string;
}

function lookOf(run: PrintedRun, leadClass: string): string {
  return [run.lead ? leadClass : '', run.bold ? 'is-bold' : ''].filter((name) => name !== '').join(' ');
}

/** Text with its figures as chips. */
export function Runs({ runs, leadClass = '', selected, broken, onSelect }: Props) {
  return inPlace(runs).map(({ item: run, key }) => {
    const look = lookOf(run, leadClass);
    if (run.figureId === null) {
      return (
        <span key={key} className={look}>
          {run.text}
        </span>
      );
    }
    return (
      <FigureChip
        key={key}
        run={run}
        figureId={run.figureId}
        look={look}
        isSelected={run.figureId === selected}
        isBroken={broken.has(run.figureId)}
        onSelect={onSelect}
      />
    );
  });
}
