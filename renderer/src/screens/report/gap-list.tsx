import type { Output } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { nextOf } from './next-figure.ts';

export type Gap = Output<'reports.open'>['missing'][number];

interface Props {
  readonly gaps: readonly Gap[];
  readonly selected: string | null;
  readonly onSelect: (figureId: string) => void;
}

/** What is still missing; a click leads to the first place that needs it, the next click to the next one. */
export function GapList({ gaps, selected, onSelect }: Props) {
  return (
    <section className="panel-missing" aria-labelledby="panel-missing">
      <h3 id="panel-missing">{gaps.length > 0 ? text.report.toFill(gaps.length) : text.report.nothingToFill}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.missing}>
            <button
              type="button"
              aria-current={selected !== null && gap.figureIds.includes(selected)}
              onClick={() => onSelect(nextOf(gap.figureIds, selected))}
            >
              {gap.missing}
              {gap.figureIds.length > 1 && <small>{text.report.places(gap.figureIds.length)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
