import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly review: ImportReview;
  /** Place of the sheet in the file. */
  readonly sheet: number;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
}

/** Which rows were taken for the header, and the way to say that others are. */
export function HeaderRows({ review, sheet, isBusy, onAnswer }: Props) {
  const name = review.sheets[sheet]?.name ?? '';
  const table = review.tables.find((each) => each.sheet === sheet);
  const [first, setFirst] = useState<number | null>((table?.header.first ?? 0) + 1);
  const [last, setLast] = useState<number | null>((table?.header.last ?? 0) + 1);
  const { headers } = review.mapping;
  const isSet = Object.hasOwn(headers, name);
  const send = () => {
    if (first === null || last === null || first > last) return;
    onAnswer({ ...review.mapping, headers: { ...headers, [name]: { first, last } } });
  };
  const reset = () => {
    const { [name]: _, ...others } = headers;
    onAnswer({ ...review.mapping, headers: others });
  };
  return (
    <div className="import-header-rows">
      <span>{table === undefined ? text.review.noTable : text.review.header}</span>
      <InputNumber size="small" min={1} aria-label={text.review.headerFirst} value={first} onChange={setFirst} />
      <span>{text.review.to}</span>
      <InputNumber size="small" min={1} aria-label={text.review.headerLast} value={last} onChange={setLast} />
      <span>{text.review.row}</span>
      <Button size="small" disabled={isBusy || first === null || last === null || first > last} onClick={send}>
        {text.review.applyHeader}
      </Button>
      {isSet && (
        <Button size="small" type="link" disabled={isBusy} onClick={reset}>
          {text.review.resetHeader}
        </Button>
      )}
    </div>
  );
}
