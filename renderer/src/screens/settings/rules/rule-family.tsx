import { Button, Switch, Tag } from 'antd';
import type { RuleView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { fieldsOf } from './rule-fields.ts';

interface Props {
  readonly family: string;
  readonly rules: readonly RuleView[];
  readonly onEdit: (rule: RuleView) => void;
}

const words = text.rules;
const severityTags = { 强制: 'tag-grave', 核实: 'tag-short', 提示: 'tag-plain' } as const;

/** A family's heading and its rules, each with its switch. */
export function RuleFamily({ family, rules, onEdit }: Props) {
  const toast = useToast();
  const turn = (rule: RuleView, enabled: boolean) => {
    const put = (value: boolean) => call('catalogue.saveRule', { ...fieldsOf(rule), enabled: value });
    const done = enabled ? words.switchedOn(rule.name) : words.switchedOff(rule.name);
    void toast.attempt(
      () => put(enabled),
      () => toast.offerUndo(done, () => put(!enabled)),
    );
  };
  const off = rules.filter(({ enabled }) => !enabled).length;
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={4} className="group-name">
          {family}
          <span className="group-count">{words.count(rules.length, off)}</span>
        </th>
      </tr>
      {rules.map((rule) => (
        <tr key={rule.code}>
          <td className="cell-switch">
            <Switch
              size="small"
              checked={rule.enabled}
              aria-label={words.enabled(rule.name)}
              onChange={(enabled) => turn(rule, enabled)}
            />
          </td>
          <th scope="row" className="cell-name">
            <Button type="link" onClick={() => onEdit(rule)}>
              {rule.name}
            </Button>
            {rule.origin === 'own' && <Tag className="tag-short">{words.own}</Tag>}
            {rule.origin === 'changed' && rule.enabled && <Tag className="tag-plain">{words.changed}</Tag>}
            {!rule.enabled && <Tag className="tag-plain">{words.off}</Tag>}
          </th>
          <td className="cell-soft">
            {rule.formula}
            {rule.problem !== null && (
              <p className="formula-bad">
                {words.broken}：{rule.problem}
              </p>
            )}
          </td>
          <td className="cell-actions">
            <Tag className={severityTags[rule.severity]}>{rule.severity}</Tag>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
