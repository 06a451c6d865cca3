import { Checkbox } from 'antd';
import type { ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly review: ImportReview;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
}

/** Which sheets are read; hidden ones only when the person says so. */
export function SheetSwitches({ review, isBusy, onAnswer }: Props) {
  const { sheets, mapping } = review;
  if (sheets.length < 2) return null;
  return (
    <section className="import-card">
      <h2>{text.review.sheets}</h2>
      <ul className="import-sentences">
        {sheets.map(({ name, visibility, isRead }) => (
          <li key={name}>
            <Checkbox
              checked={isRead}
              disabled={isBusy}
              onChange={(event) =>
                onAnswer({ ...mapping, sheets: { ...mapping.sheets, [name]: event.target.checked } })
              }
            >
              {name}
              {visibility !== 'visible' && text.review.hidden}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
