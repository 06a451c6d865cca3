import { Checkbox } from 'antd';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly review: ImportReview;
  readonly isBusy: boolean;
  readonly onChoose: (rules: readonly string[]) => void;
}

/** Rules that the headers suggest; those that are ticked are kept with the figures. */
export function ProposedRules({ review: { proposedRules, rules }, isBusy, onChoose }: Props) {
  if (proposedRules.length === 0) return null;
  return (
    <section className="import-card">
      <h2>{text.review.rules}</h2>
      <p className="import-soft">{text.review.rulesHint}</p>
      <Checkbox.Group
        className="import-rules"
        disabled={isBusy}
        options={proposedRules.map(({ formula }) => ({ label: formula, value: formula }))}
        value={[...rules]}
        onChange={onChoose}
      />
    </section>
  );
}
