import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { inPlace } from '../../../ui/in-place.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { type PastedTerm, readTerms, refuseMany } from './own-lists.ts';
import type { PartProps } from './part-props.ts';
import { useCheckedSubmit } from './use-checked-submit.ts';

interface Props extends Pick<PartProps, 'options' | 'put'> {
  readonly onClose: () => void;
}

const words = text.proofreading.terms;

/** 粘贴多行: many words at once, looked at before they are kept. */
export function PasteTerms({ options, put, onClose }: Props) {
  const [pasted, setPasted] = useState('');
  const submit = useCheckedSubmit();
  const toast = useToast();
  const read = useMemo(() => readTerms(pasted, options.terms), [pasted, options.terms]);
  const added = read.filter(({ status }) => status === 'new').map(({ wrong, right }) => ({ wrong, right }));
  const save = async () => {
    const change = () => put({ ...options, terms: [...added, ...options.terms] });
    if (!(await submit.check(refuseMany(added.length, options.terms), change))) return;
    toast.offerUndo(words.added(added.length), () => put(options));
    onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={words.pasteTitle}
      width={560}
      submitText={words.submit(added.length)}
      canSubmit={added.length > 0}
      onSubmit={() => void save()}
    >
      <p className="drawer-lead">{words.pasteHint}</p>
      <Field id="pasted-terms" label={words.pasteLabel}>
        <Input.TextArea
          id="pasted-terms"
          autoSize={{ minRows: 6, maxRows: 12 }}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
      </Field>
      {read.length > 0 && <PastedTable read={read} />}
    </EditDrawer>
  );
}

function PastedTable({ read }: { readonly read: readonly PastedTerm[] }) {
  const columns = [words.columns.wrong, words.columns.right, words.status];
  return (
    <table className="preview" aria-label={words.pasteTitle}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className="preview-cell">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inPlace(read).map(({ item: { wrong, right, status }, key }) => (
          <tr key={key} className={status === 'new' ? '' : 'is-problem'}>
            <td className="preview-cell">{wrong}</td>
            <td className="preview-cell">{right ?? words.byHand}</td>
            <td className="preview-cell">{words.statuses[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
