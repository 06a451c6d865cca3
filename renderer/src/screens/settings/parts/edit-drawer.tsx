import { Button, Drawer } from 'antd';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { isComposing } from '../../../ui/composing.ts';
import { text } from '../text.ts';
import type { Submit } from './use-submit.ts';

interface Props {
  readonly title: string;
  readonly submit: Submit;
  readonly submitText?: string;
  readonly canSubmit?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Further buttons, at the left of the foot. */
  readonly actions?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A form at the right edge; Enter saves, Escape leaves, a refusal stands above the buttons. */
export function EditDrawer({ title, submit, onSubmit, onClose, children, ...rest }: Props) {
  const { actions, canSubmit = true, submitText = text.save, width = 480 } = rest;
  const formId = useId();
  const ignoreComposing = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.stopPropagation();
  };
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
  // The drawer takes the focus itself when it opens; a person wants to type at once.
  const focusFirst = (isOpen: boolean) => {
    if (!isOpen) return;
    const fields = document.getElementById(formId)?.querySelectorAll<HTMLElement>('input, textarea') ?? [];
    [...fields].find((field) => field.checkVisibility() && !field.matches(':disabled'))?.focus();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit && !submit.isBusy) onSubmit();
  };
  const foot = (
    <div className="drawer-foot">
      <p role="alert" className="drawer-failure">
        {submit.failure}
      </p>
      <div className="drawer-buttons">
        <span className="drawer-actions">{actions}</span>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button type="primary" htmlType="submit" form={formId} disabled={!canSubmit} loading={submit.isBusy}>
          {submitText}
        </Button>
      </div>
    </div>
  );
  return (
    <Drawer
      open
      title={title}
      size={width}
      onClose={onClose}
      afterOpenChange={focusFirst}
      footer={foot}
      mask={{ closable: false }}
    >
      <form id={formId} className="drawer-form" onSubmit={send} onKeyDownCapture={ignoreComposing}>
        {children}
      </form>
    </Drawer>
  );
}
