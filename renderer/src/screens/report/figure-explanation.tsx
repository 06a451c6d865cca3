import type { Output } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { inPlace } from '../../ui/in-place.ts';
import { FigureSteps } from './figure-steps.tsx';
import { ObservationItem } from './observation-item.tsx';
import { OtherPlaces } from './other-places.tsx';

interface Props {
  readonly explanation: Output<'figures.explain'>;
  readonly now: Date;
  readonly onSelect: (figureId: string) => void;
}

/** What stands behind a figure: the working, the years before, the other places, the data. */
export function FigureExplanation({ explanation, now, onSelect }: Props) {
  const { steps, years, places, observations, moreObservations, region, period, formula } = explanation;
  return (
    <>
      <FigureSteps steps={steps} />
      <dl>
        <dt>{text.report.formula}</dt>
        <dd>{formula}</dd>
        <dt>{text.report.scope}</dt>
        <dd>
          {region} · {period}
        </dd>
        {years.length > 0 && (
          <>
            <dt>{text.report.years}</dt>
            <dd>
              <ul className="years">
                {years.map((year) => (
                  <li key={year.period}>
                    <span>{year.period}</span>
                    <span>{year.text}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {places.length > 0 && <OtherPlaces places={places} onSelect={onSelect} />}
      <h3>{text.report.sources}</h3>
      {observations.length === 0 ? (
        <p className="source-where">{text.report.noSources}</p>
      ) : (
        <ul className="sources">
          {inPlace(observations).map(({ item, key }) => (
            <ObservationItem key={key} facts={item} now={now} />
          ))}
        </ul>
      )}
      {moreObservations > 0 && <p className="source-where">{text.report.moreSources(moreObservations)}</p>}
    </>
  );
}
