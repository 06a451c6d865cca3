import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { text } from '../../../text.ts';
import type { ReportFinding } from './find-range.ts';

const words = text.proofreading;

export interface FindingActions {
  readonly onShow: (finding: ReportFinding) => void;
  readonly onCorrect: (finding: ReportFinding) => void;
  readonly onIgnore: (finding: ReportFinding) => void;
  readonly onSwitchOff: (finding: ReportFinding) => void;
}

interface Props extends FindingActions {
  readonly finding: ReportFinding;
  readonly isCurrent: boolean;
}

/** Characters of a remedy that are certain to fit on a button. */
const longestOnButton = 8;

/** One finding: what it is, where it stands, what to do. */
export function FindingCard({ finding, isCurrent, onShow, onCorrect, onIgnore, onSwitchOff }: Props) {
  const { severity, before, after, message, remedy, replacement } = finding;
  const shown = finding.text === '' ? finding.message : finding.text;
  const label =
    replacement !== null && replacement.length <= longestOnButton ? words.correctAs(replacement) : words.correct;
  return (
    <li className={`finding-card is-${severity}`} aria-current={isCurrent}>
      <button type="button" className="finding-place" title={words.show(shown)} onClick={() => onShow(finding)}>
        <b>{words.severities[severity]}</b>
        <span className="finding-quote">
          {before}
          <mark>{finding.text}</mark>
          {after}
        </span>
      </button>
      <p>{message}</p>
      <p className="finding-remedy">{remedy}</p>
      <div className="finding-actions">
        {replacement !== null && (
          <Button size="small" type="primary" onClick={() => onCorrect(finding)}>
            {label}
          </Button>
        )}
        <Button size="small" onClick={() => onIgnore(finding)}>
          {words.ignore}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{ items: [{ key: 'off', label: words.switchOff }], onClick: () => onSwitchOff(finding) }}
        >
          <Button size="small" type="text" icon={<EllipsisOutlined />} aria-label={words.more} />
        </Dropdown>
      </div>
    </li>
  );
}
