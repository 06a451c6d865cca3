import type { RuleFields, RuleView } from '../../../../../shared/api/catalogue.ts';
import { text } from '../text.ts';

/** A rule as `catalogue.saveRule` takes it. */
export function fieldsOf(rule: RuleView | null): RuleFields {
  if (rule === null) return blank;
  const { origin: _, problem: __, initials: ___, ...fields } = rule;
  return fields;
}

const blank: RuleFields = {
  code: null,
  name: '',
  family: text.rules.ownFamily,
  levels: null,
  periodKinds: null,
  applies: null,
  formula: '',
  severity: '核实',
  missing: '跳过任缺',
  tolerance: '0',
  message: '',
  enabled: true,
};
