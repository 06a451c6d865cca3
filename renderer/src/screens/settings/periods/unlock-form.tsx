import { Input } from 'antd';
import { useState } from 'react';
import type { PeriodView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';

interface Props {
  readonly period: PeriodView;
  readonly onClose: () => void;
}

const words = text.periods;

/** 取消定稿, which wants a reason. */
export function UnlockForm({ period: { label }, onClose }: Props) {
  const [reason, setReason] = useState('');
  const submit = useSubmit();
  const toast = useToast();
  const unlock = async () => {
    if (!(await submit.run(() => call('catalogue.unlockPeriod', { label, reason })))) return;
    toast.tell(words.unlockDone(label));
    onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={words.unlockTitle(label)}
      submitText={words.unlock}
      canSubmit={reason.trim() !== ''}
      onSubmit={() => void unlock()}
    >
      <Field id="unlock-reason" label={words.reason}>
        <Input id="unlock-reason" value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </EditDrawer>
  );
}
