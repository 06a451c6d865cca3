import { Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';

const words = text.periods;

/** Adds any period by its name. */
export function OpenPeriodForm({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const submit = useSubmit();
  const toast = useToast();
  const open = async () => {
    const done = await submit.run(async () => {
      const { label } = await call('catalogue.openPeriod', { label: typed });
      toast.offerUndo(words.opened(label), () => call('catalogue.dropPeriod', { label }));
    });
    if (done) onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={words.otherTitle}
      submitText={words.submit}
      canSubmit={typed.trim() !== ''}
      onSubmit={() => void open()}
    >
      <Field id="period-label" label={words.otherLabel} hint={words.otherHint}>
        <Input id="period-label" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </Field>
    </EditDrawer>
  );
}
