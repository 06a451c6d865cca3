import type { Output } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';

interface Props {
  readonly places: Output<'figures.explain'>['places'];
  readonly onSelect: (figureId: string) => void;
}

/** Where else the same figure stands; a click leads there. */
export function OtherPlaces({ places, onSelect }: Props) {
  return (
    <>
      <h3>{text.report.otherPlaces(places.length)}</h3>
      <ul className="other-places">
        {places.map(({ figureId, heading, before, text: printed, after }) => (
          <li key={figureId}>
            <button type="button" onClick={() => onSelect(figureId)}>
              {heading !== null && <small>{heading}</small>}
              <span>
                {before}
                <strong>{printed}</strong>
                {after}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
