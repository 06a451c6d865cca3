import { Select } from 'antd';
import type { RuleFields } from '../../../../../shared/api/catalogue.ts';
import { regionLevels } from '../../../../../shared/figures/catalogue.ts';
import { periodKinds } from '../../../../../shared/figures/period.ts';
import { Field } from '../parts/field.tsx';
import { text } from '../text.ts';

interface Props {
  readonly draft: RuleFields;
  readonly isFixed: boolean;
  readonly onChange: (change: Partial<RuleFields>) => void;
}

const words = text.rules;
const levels = regionLevels.map((value) => ({ value, label: `${value}级` }));
const kinds = periodKinds.map((value) => ({ value, label: value }));

/** Nothing chosen, or all of it, sets no limit; in the order of the list, not of the clicks. */
function limitOf<Value>(all: readonly Value[], chosen: readonly Value[]): Value[] | null {
  return chosen.length === 0 || chosen.length === all.length ? null : all.filter((each) => chosen.includes(each));
}

/** Where and when a rule is judged. */
export function RulePlaces({ draft, isFixed, onChange }: Props) {
  return (
    <div className="field-pair">
      <Field id="rule-levels" label={words.levels} hint={words.levelsHint}>
        <Select
          id="rule-levels"
          mode="multiple"
          disabled={isFixed}
          placeholder={words.allLevels}
          value={draft.levels ?? []}
          options={levels}
          onChange={(chosen) => onChange({ levels: limitOf(regionLevels, chosen) })}
        />
      </Field>
      <Field id="rule-kinds" label={words.periodKinds} hint={words.periodKindsHint}>
        <Select
          id="rule-kinds"
          mode="multiple"
          disabled={isFixed}
          placeholder={words.allPeriodKinds}
          value={draft.periodKinds ?? []}
          options={kinds}
          onChange={(chosen) => onChange({ periodKinds: limitOf(periodKinds, chosen) })}
        />
      </Field>
    </div>
  );
}
