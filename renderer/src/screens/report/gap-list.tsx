import { text } from '../../text.ts';
import type { Gap } from './gaps.ts';

interface Props {
  readonly gaps: readonly Gap[];
  readonly selected: string | null;
  readonly onSelect: (figureId: string) => void;
}

/** What is still missing; a click leads to the first place that needs it, the next click to the next one. */
export function GapList({ gaps, selected, onSelect }: Props) {
  const choose = ({ figureIds }: Gap) => {
    const current = selected === null ? -1 : figureIds.indexOf(selected);
    onSelect(figureIds[(current + 1) % figureIds.length] ?? figureIds[0]);
  };
  return (
    <section className="panel-missing" aria-labelledby="panel-missing">
      <h3 id="panel-missing">{gaps.length > 0 ? text.report.toFill(gaps.length) : text.report.nothingToFill}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.missing}>
            <button
              type="button"
              aria-current={selected !== null && gap.figureIds.includes(selected)}
              onClick={() => choose(gap)}
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
