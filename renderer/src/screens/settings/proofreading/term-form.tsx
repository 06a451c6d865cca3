import { Input } from 'antd';
import { useState } from 'react';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { longestWord, readRight, refuseTerm, type Term } from './own-lists.ts';
import type { PartProps } from './part-props.ts';
import { useCheckedSubmit } from './use-checked-submit.ts';

interface Props extends Pick<PartProps, 'options' | 'put'> {
  /** Null for a new one. */
  readonly term: Term | null;
  readonly onClose: () => void;
}

const words = text.proofreading.terms;

/** Writes down a word of the bureau's, or changes it. */
export function TermForm({ options, put, term, onClose }: Props) {
  const [wrong, setWrong] = useState(term?.wrong ?? '');
  const [right, setRight] = useState(term?.right ?? '');
  const submit = useCheckedSubmit();
  const toast = useToast();
  const save = async () => {
    const next: Term = { wrong: wrong.trim(), right: readRight(right) };
    const others = options.terms.filter((each) => each.wrong !== term?.wrong);
    const terms =
      term === null ? [next, ...others] : options.terms.map((each) => (each.wrong === term.wrong ? next : each));
    if (!(await submit.check(refuseTerm(next, others), () => put({ ...options, terms })))) return;
    toast.tell(text.saved(next.wrong));
    onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={term === null ? words.add : text.editNamed(term.wrong)}
      canSubmit={wrong.trim() !== ''}
      onSubmit={() => void save()}
    >
      <Field id="term-wrong" label={words.columns.wrong}>
        <Input
          id="term-wrong"
          maxLength={longestWord}
          value={wrong}
          onChange={({ target }) => setWrong(target.value)}
        />
      </Field>
      <Field id="term-right" label={words.columns.right} hint={words.rightHint}>
        <Input
          id="term-right"
          maxLength={longestWord}
          value={right}
          onChange={({ target }) => setRight(target.value)}
        />
      </Field>
    </EditDrawer>
  );
}
