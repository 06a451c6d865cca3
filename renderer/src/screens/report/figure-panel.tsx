import type { FigureView } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { FigureDetails } from './figure-details.tsx';

interface Props {
  readonly figures: readonly FigureView[];
  readonly selected: string | null;
  readonly onSelect: (figureId: string) => void;
  readonly onClose: () => void;
}

/** The right-hand panel: the chosen figure, then everything that is still missing. */
export function FigurePanel({ figures, selected, onSelect, onClose }: Props) {
  const figure = figures.find(({ id }) => id === selected);
  const missing = figures.filter((candidate) => candidate.missing !== null);
  return (
    <aside className="panel" aria-label={text.report.panel}>
      <h2 className="panel-tab">{text.report.panel}</h2>
      <div className="panel-body">
        {figure ? (
          <FigureDetails figure={figure} onClose={onClose} />
        ) : (
          <p className="panel-hint">{text.report.hint}</p>
        )}
        <section className="panel-missing" aria-labelledby="panel-missing">
          <h3 id="panel-missing">
            {missing.length > 0 ? text.report.toFill(missing.length) : text.report.nothingToFill}
          </h3>
          <ul>
            {missing.map((gap) => (
              <li key={gap.id}>
                <button type="button" aria-current={gap.id === selected} onClick={() => onSelect(gap.id)}>
                  {gap.missing}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </aside>
  );
}
