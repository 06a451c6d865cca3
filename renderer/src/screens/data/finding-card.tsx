import { Button, Input } from 'antd';
import { useState } from 'react';
import type { FindingView } from '../../../../shared/api/data.ts';
import { isComposing } from '../../ui/composing.ts';
import { text } from './text.ts';

interface Props {
  readonly finding: FindingView;
  /** The period is 定稿: nothing can be done about it here. */
  readonly isLocked: boolean;
  readonly onFix: () => void;
  readonly onWaive: (reason: string) => void;
  readonly onUnwaive: () => void;
}

const looks = { 强制: 'is-wrong', 核实: 'is-suspicious', 提示: 'is-remark' } as const;

/** What a rule noticed, and the two answers to it. */
export function FindingCard({ finding, isLocked, onFix, onWaive, onUnwaive }: Props) {
  const { severity, region, ruleName, message, hint, waiver } = finding;
  const [isAsking, setAsking] = useState(false);
  const sentence = message.includes(hint.replace(/。$/, '')) ? null : hint;
  return (
    <li className={`data-card ${looks[severity]}`}>
      <h3>
        {region} · {ruleName}
        <span className="data-severity">{text.panel.severity[severity]}</span>
      </h3>
      <p>{message}。</p>
      {sentence !== null && <p className="data-card-hint">{sentence}</p>}
      {waiver !== null && <p className="data-card-waiver">{text.panel.waiver(waiver.reason, waiver.byWhom)}</p>}
      {isLocked ? null : isAsking ? (
        <ReasonForm
          onKeep={(reason) => {
            onWaive(reason);
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div className="data-card-actions">
          <Button size="small" type={waiver === null ? 'primary' : 'default'} onClick={onFix}>
            {text.panel.fix}
          </Button>
          {waiver === null ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {text.panel.right}
            </Button>
          ) : (
            <Button size="small" onClick={onUnwaive}>
              {text.panel.takeBack}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface ReasonProps {
  readonly onKeep: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ onKeep, onCancel }: ReasonProps) {
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  return (
    <form
      className="data-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onKeep(reason);
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        aria-label={text.panel.reason}
        placeholder={text.panel.reasonHint}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          if (!isEmpty) onKeep(reason);
        }}
      />
      <div className="data-card-actions">
        <Button size="small" type="primary" htmlType="submit" disabled={isEmpty}>
          {text.panel.keep}
        </Button>
        <Button size="small" onClick={onCancel}>
          {text.panel.cancel}
        </Button>
      </div>
    </form>
  );
}
