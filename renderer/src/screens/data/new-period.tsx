import { Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { parsePeriod } from '../../../../shared/figures/period.ts';
import { isComposing } from '../../ui/composing.ts';
import { text } from './text.ts';

interface DialogProps {
  readonly onOpen: (label: string) => void;
  readonly onClose: () => void;
}

/** Asks which period is to be filled; it exists from its first figure on. */
export function NewPeriodDialog({ onOpen, onClose }: DialogProps) {
  const [typed, setTyped] = useState('');
  const [isUnread, setUnread] = useState(false);
  const field = useRef<InputRef>(null);
  const submit = () => {
    const period = parsePeriod(typed);
    if (period === null) setUnread(true);
    else onOpen(period.label);
  };
  return (
    <Modal
      open
      title={text.newPeriodTitle}
      okText={text.open}
      cancelText={text.cancel}
      onOk={submit}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <label className="data-field" htmlFor="new-period">
        <span>{text.newPeriodLabel}</span>
        <Input
          id="new-period"
          ref={field}
          value={typed}
          maxLength={40}
          status={isUnread ? 'error' : ''}
          aria-invalid={isUnread}
          aria-describedby="new-period-hint"
          onChange={(event) => {
            setTyped(event.target.value);
            setUnread(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) submit();
          }}
        />
      </label>
      <p id="new-period-hint" className="data-field-hint" role={isUnread ? 'alert' : undefined}>
        {isUnread ? text.newPeriodUnread : text.newPeriodHint}
      </p>
    </Modal>
  );
}
