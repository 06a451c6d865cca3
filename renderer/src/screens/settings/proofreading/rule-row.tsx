import { Switch, Tag } from 'antd';
import type { Output } from '../../../../../shared/api/contract.ts';
import { severityNames } from '../../../../../shared/proofreading/finding.ts';
import { text } from '../text.ts';
import { differenceOf } from './example-difference.ts';

export type RuleView = Output<'proofreading.options'>['rules'][number];

interface Props {
  readonly rule: RuleView;
  readonly isOff: boolean;
  readonly onTurn: (rule: RuleView, enabled: boolean) => void;
}

const severityTags = { E: 'tag-grave', W: 'tag-short', I: 'tag-plain' } as const;

/** A name as it stands within quotation marks. */
export function quotable(name: string): string {
  return name.replaceAll('“', '‘').replaceAll('”', '’');
}

/** A rule with its switch, and what it finds. */
export function RuleRow({ rule, isOff, onTurn }: Props) {
  return (
    <tr className={isOff ? 'is-off' : undefined}>
      <td className="cell-switch">
        <Switch
          size="small"
          checked={!isOff}
          aria-label={text.rules.enabled(quotable(rule.name))}
          onChange={(enabled) => onTurn(rule, enabled)}
        />
      </td>
      <th scope="row" className="proof-rule">
        <span className="proof-rule-name">{rule.name}</span>
        {isOff && <Tag className="tag-plain">{text.rules.off}</Tag>}
        <span className="proof-rule-id">{rule.id}</span>
      </th>
      <td className="proof-example is-bad">
        <Example shown={rule.bad} other={rule.good} />
      </td>
      <td className="proof-example is-good">
        <Example shown={rule.good} other={rule.bad} />
      </td>
      <td className="cell-actions">
        <Tag className={severityTags[rule.severity]}>{severityNames[rule.severity]}</Tag>
      </td>
    </tr>
  );
}

/** Word's break within a paragraph is no break to a browser. */
function printable(example: string): string {
  return example.replaceAll('\v', '\n');
}

function Example({ shown, other }: { readonly shown: string; readonly other: string }) {
  const { before, own, after } = differenceOf(printable(shown), printable(other));
  return (
    <>
      {before}
      {own !== '' && <mark>{own}</mark>}
      {after}
    </>
  );
}
