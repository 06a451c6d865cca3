import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FigureView } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';
import { inPlace } from '../../ui/in-place.ts';

interface Props {
  readonly figure: FigureView;
  readonly onClose: () => void;
}

type Source = FigureView['sources'][number];

function SourceItem({ source }: { readonly source: Source }) {
  return (
    <li className="source">
      <p className="source-line">
        <strong>{source.value ?? text.report.noValue}</strong>
        <span>{source.indicator}</span>
      </p>
      <p className="source-where">
        {source.region} · {source.period}
      </p>
      <p className="source-where">{source.source ?? text.report.noSource}</p>
    </li>
  );
}

/** A figure taken apart: its text, the formula, what it was computed from. */
export function FigureDetails({ figure, onClose }: Props) {
  const { value, unit, missing, sources } = figure;
  return (
    <section className="details" aria-live="polite">
      <div className="details-head">
        <p className={missing === null ? 'details-text' : 'details-text is-missing'}>{figure.text}</p>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={text.report.close} onClick={onClose} />
      </div>
      {missing !== null && <p className="details-gap">{missing}</p>}
      <dl>
        <dt>{text.report.formula}</dt>
        <dd className="details-formula">{figure.formula}</dd>
        {value !== null && `${value}${unit ?? ''}` !== figure.text && (
          <>
            <dt>{text.report.exact}</dt>
            <dd className="details-value">
              {value}
              {unit}
            </dd>
          </>
        )}
      </dl>
      <h3>{text.report.sources}</h3>
      {sources.length === 0 ? (
        <p className="source-where">{text.report.noSources}</p>
      ) : (
        <ul className="sources">
          {inPlace(sources).map(({ item, key }) => (
            <SourceItem key={key} source={item} />
          ))}
        </ul>
      )}
    </section>
  );
}
