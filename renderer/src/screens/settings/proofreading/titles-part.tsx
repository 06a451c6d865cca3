import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProofreadingOptions } from '../../../../../shared/proofreading/own-lists.ts';
import { ListHead } from '../parts/list-head.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { DocumentForm } from './document-form.tsx';
import { LawForm } from './law-form.tsx';
import { type KnownDocument, tidyTitle } from './own-lists.ts';
import type { PartProps } from './part-props.ts';
import { RuleOffNotice } from './rule-off-notice.tsx';
import { TitleTable } from './title-table.tsx';

const words = text.proofreading.titles;

/** What the drawer shows; a law or a document that is null is a new one. */
type Edited =
  | { readonly kind: 'none' }
  | { readonly kind: 'law'; readonly law: string | null }
  | { readonly kind: 'document'; readonly document: KnownDocument | null };

/** 法律和文件: what the reports of the bureau name beyond the built-in lists. */
export function TitlesPart(props: PartProps) {
  const { options, put } = props;
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<Edited>({ kind: 'none' });
  const toast = useToast();
  const typed = tidyTitle(search);
  const laws = options.laws.filter((law) => law.includes(typed));
  const documents = options.documents.filter(({ number, title }) => number.includes(typed) || title.includes(typed));
  const remove = (next: Partial<ProofreadingOptions>, name: string) =>
    void toast.attempt(
      () => put({ ...options, ...next }),
      () => toast.offerUndo(text.deleted(name), () => put(options)),
    );
  const removeLaw = (gone: string) => remove({ laws: options.laws.filter((law) => law !== gone) }, gone);
  const removeDocument = (gone: KnownDocument) =>
    remove({ documents: options.documents.filter(({ number }) => number !== gone.number) }, gone.title);
  const close = () => setEdited({ kind: 'none' });
  const isNothingFound = typed !== '' && laws.length + documents.length === 0;
  return (
    <>
      <RuleOffNotice {...props} rule="W06" />
      <ListHead
        search={{ value: search, label: words.search, onChange: setSearch }}
        count={words.count(laws.length, documents.length)}
      >
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEdited({ kind: 'law', law: null })}>
          {words.addLaw}
        </Button>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => setEdited({ kind: 'document', document: null })}
        >
          {words.addDocument}
        </Button>
      </ListHead>
      <div className="settings-list">
        {isNothingFound ? (
          <p>{words.nothingFound}</p>
        ) : (
          <TitleTable
            {...{ laws, documents }}
            isSearching={typed !== ''}
            onEditLaw={(law) => setEdited({ kind: 'law', law })}
            onEditDocument={(document) => setEdited({ kind: 'document', document })}
            onDeleteLaw={removeLaw}
            onDeleteDocument={removeDocument}
          />
        )}
      </div>
      {edited.kind === 'law' && <LawForm {...{ options, put }} law={edited.law} onClose={close} />}
      {edited.kind === 'document' && <DocumentForm {...{ options, put }} document={edited.document} onClose={close} />}
    </>
  );
}
