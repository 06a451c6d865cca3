import { Input } from 'antd';
import { useState } from 'react';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { type KnownDocument, longestTitle, longestWord, refuseDocument, tidyNumber, tidyTitle } from './own-lists.ts';
import type { PartProps } from './part-props.ts';
import { useCheckedSubmit } from './use-checked-submit.ts';

interface Props extends Pick<PartProps, 'options' | 'put'> {
  /** Null for a new one. */
  readonly document: KnownDocument | null;
  readonly onClose: () => void;
}

const words = text.proofreading.titles;

/** Writes down a document and the number that it was issued under, or changes it. */
export function DocumentForm({ options, put, document, onClose }: Props) {
  const [typed, setTyped] = useState({ number: document?.number ?? '', title: document?.title ?? '' });
  const submit = useCheckedSubmit();
  const toast = useToast();
  const title = tidyTitle(typed.title);
  const save = async () => {
    const others = options.documents.filter(({ number }) => number !== document?.number);
    const number = tidyNumber(typed.number);
    const next: KnownDocument = { number: number ?? '', title };
    const documents =
      document === null
        ? [next, ...others]
        : options.documents.map((each) => (each.number === document.number ? next : each));
    const refusal = number === null ? words.badNumber : refuseDocument(next, others);
    if (!(await submit.check(refusal, () => put({ ...options, documents })))) return;
    toast.tell(text.saved(title));
    onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={document === null ? words.addDocument : words.editDocument}
      width={560}
      canSubmit={title !== '' && typed.number.trim() !== ''}
      onSubmit={() => void save()}
    >
      <Field id="document-number" label={words.number} hint={words.numberHint}>
        <Input
          id="document-number"
          maxLength={longestWord}
          value={typed.number}
          onChange={({ target }) => setTyped({ ...typed, number: target.value })}
        />
      </Field>
      <Field id="document-title" label={words.title} hint={words.titleHint}>
        <Input.TextArea
          id="document-title"
          maxLength={longestTitle}
          autoSize={{ minRows: 2, maxRows: 5 }}
          value={typed.title}
          onChange={({ target }) => setTyped({ ...typed, title: target.value })}
        />
      </Field>
    </EditDrawer>
  );
}
