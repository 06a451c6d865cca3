import type { Output } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { inPlace } from '../../ui/in-place.ts';

export type Finding = Output<'reports.open'>['findings'][number];

interface Props {
  readonly findings: readonly Finding[];
  readonly onSelect: (figureId: string) => void;
}

/** What a person must look at before the report goes out; a click leads to the figure that it is about. */
export function FindingList({ findings, onSelect }: Props) {
  if (findings.length === 0) return null;
  return (
    <section className="panel-missing" aria-labelledby="panel-findings">
      <h3 id="panel-findings">{text.report.toCheck(findings.length)}</h3>
      <ul>
        {inPlace(findings).map(({ item: { figureId, message }, key }) => (
          <li key={key}>
            {figureId === null ? (
              <p className="finding">{message}</p>
            ) : (
              <button type="button" className="finding" onClick={() => onSelect(figureId)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
