import { Input } from 'antd';
import { useState } from 'react';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { longestWord, refuseLaw, tidyLaw } from './own-lists.ts';
import type { PartProps } from './part-props.ts';
import { useCheckedSubmit } from './use-checked-submit.ts';

interface Props extends Pick<PartProps, 'options' | 'put'> {
  /** Null for a new one. */
  readonly law: string | null;
  readonly onClose: () => void;
}

const words = text.proofreading.titles;

/** Writes down a law that the built-in list does not have, or changes it. */
export function LawForm({ options, put, law, onClose }: Props) {
  const [typed, setTyped] = useState(law ?? '');
  const submit = useCheckedSubmit();
  const toast = useToast();
  const name = tidyLaw(typed);
  const save = async () => {
    const others = options.laws.filter((each) => each !== law);
    const laws = law === null ? [name, ...others] : options.laws.map((each) => (each === law ? name : each));
    if (!(await submit.check(refuseLaw(name, others), () => put({ ...options, laws })))) return;
    toast.tell(text.saved(name));
    onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={law === null ? words.addLaw : text.editNamed(law)}
      canSubmit={name !== ''}
      onSubmit={() => void save()}
    >
      <Field id="law-name" label={words.law} hint={words.lawHint}>
        <Input id="law-name" maxLength={longestWord} value={typed} onChange={({ target }) => setTyped(target.value)} />
      </Field>
    </EditDrawer>
  );
}
