import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { ListHead } from '../parts/list-head.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { DeleteButton } from './delete-button.tsx';
import type { Term } from './own-lists.ts';
import type { PartProps } from './part-props.ts';
import { PasteTerms } from './paste-terms.tsx';
import { RuleOffNotice } from './rule-off-notice.tsx';
import { TermForm } from './term-form.tsx';

const words = text.proofreading.terms;

/** What the drawer shows. */
type Edited = 'none' | 'new' | 'many' | Term;

/** 本单位的用词: what the bureau does not write, and what it writes instead. */
export function TermsPart(props: PartProps) {
  const { options, put } = props;
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<Edited>('none');
  const toast = useToast();
  const typed = search.trim();
  const found = options.terms.filter(({ wrong, right }) => wrong.includes(typed) || right?.includes(typed));
  const remove = ({ wrong }: Term) =>
    void toast.attempt(
      () => put({ ...options, terms: options.terms.filter((term) => term.wrong !== wrong) }),
      () => toast.offerUndo(text.deleted(wrong), () => put(options)),
    );
  const close = () => setEdited('none');
  return (
    <>
      <RuleOffNotice {...props} rule="W04" />
      <ListHead search={{ value: search, label: words.search, onChange: setSearch }} count={words.count(found.length)}>
        <Button onClick={() => setEdited('many')}>{words.paste}</Button>
        <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      </ListHead>
      <div className="settings-list">
        {found.length > 0 && <TermTable terms={found} onEdit={setEdited} onDelete={remove} />}
        {options.terms.length === 0 && <p>{words.empty}</p>}
        {options.terms.length > 0 && found.length === 0 && <p>{words.nothingFound}</p>}
      </div>
      {edited === 'many' && <PasteTerms {...{ options, put }} onClose={close} />}
      {edited !== 'none' && edited !== 'many' && (
        <TermForm {...{ options, put }} term={edited === 'new' ? null : edited} onClose={close} />
      )}
    </>
  );
}

interface TableProps {
  readonly terms: readonly Term[];
  readonly onEdit: (term: Term) => void;
  readonly onDelete: (term: Term) => void;
}

function TermTable({ terms, onEdit, onDelete }: TableProps) {
  return (
    <table className="proof-terms" aria-label={text.proofreading.parts.terms}>
      <thead>
        <tr>
          {Object.values(words.columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.wrong}>
            <th scope="row" className="cell-name">
              <Button type="link" onClick={() => onEdit(term)}>
                {term.wrong}
              </Button>
            </th>
            <td className={term.right === null ? 'cell-soft' : undefined}>{term.right ?? words.byHand}</td>
            <td className="cell-actions">
              <DeleteButton name={term.wrong} onDelete={() => onDelete(term)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
