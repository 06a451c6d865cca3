import { Button, Modal } from 'antd';
import type { IndicatorView, UnitPreview } from '../../../../../shared/api/catalogue.ts';
import { text } from '../text.ts';
import type { SaveRequest } from './indicator-draft.ts';

/** What is to become of the figures that are there under another unit. */
export interface UnitQuestion {
  readonly indicator: IndicatorView;
  readonly unit: string;
  /** Null where the units do not follow from each other. */
  readonly preview: UnitPreview | null;
}

interface Props {
  readonly question: UnitQuestion;
  /** Null leaves everything as it is. */
  readonly onAnswer: (change: Partial<SaveRequest> | null) => void;
}

const words = text.indicators;

/** Asks whether the numbers stay or are told in the new unit, which an example shows. */
export function UnitQuestionDialog({ question, onAnswer }: Props) {
  const { indicator, unit, preview } = question;
  const offer = preview?.problem === null ? preview : null;
  const convert = ({ decimals, shownDecimals }: UnitPreview) =>
    onAnswer({ unitChange: 'convert', decimals, shownDecimals });
  const buttons = (
    <>
      <Button onClick={() => onAnswer(null)}>{text.cancel}</Button>
      <Button type={offer === null ? 'primary' : 'default'} onClick={() => onAnswer({ unitChange: 'rename' })}>
        {words.unitKeep}
      </Button>
      {offer !== null && (
        <Button type="primary" onClick={() => convert(offer)}>
          {words.unitConvert(offer.factor)}
        </Button>
      )}
    </>
  );
  return (
    <Modal
      open
      title={words.unitTitle(indicator.observations, indicator.unit, unit)}
      footer={buttons}
      mask={{ closable: false }}
      onCancel={() => onAnswer(null)}
    >
      {offer !== null && <Offer preview={offer} />}
      <p>{words.unitWarning}</p>
      {offer === null && <p>{preview?.problem ?? words.unitElse}</p>}
    </Modal>
  );
}

function Offer({ preview: { factor, count, decimals, example } }: { readonly preview: UnitPreview }) {
  return (
    <>
      <p>{words.unitConvertHint(factor, count, decimals)}</p>
      {example !== null && (
        <p>
          {words.unitExample(example.region, example.period)}：{example.before} → <strong>{example.after}</strong>
        </p>
      )}
    </>
  );
}
