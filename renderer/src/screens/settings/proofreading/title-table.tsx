import { Button } from 'antd';
import type { ReactNode } from 'react';
import { knownDocuments, lawNames } from '../../../../../shared/proofreading/wording/titles-list.ts';
import { text } from '../text.ts';
import { DeleteButton } from './delete-button.tsx';
import type { KnownDocument } from './own-lists.ts';

interface Props {
  readonly laws: readonly string[];
  readonly documents: readonly KnownDocument[];
  readonly isSearching: boolean;
  readonly onEditLaw: (law: string) => void;
  readonly onEditDocument: (document: KnownDocument) => void;
  readonly onDeleteLaw: (law: string) => void;
  readonly onDeleteDocument: (document: KnownDocument) => void;
}

const words = text.proofreading.titles;

/** The bureau's laws, then its documents. */
export function TitleTable({ laws, documents, isSearching, ...act }: Props) {
  return (
    <table className="proof-titles" aria-label={text.proofreading.parts.titles}>
      <thead>
        <tr>
          {Object.values(words.columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <TitleGroup
        name={words.laws}
        count={words.builtInLaws(lawNames.length)}
        empty={isSearching ? null : words.noLaws}
      >
        {laws.map((law) => (
          <TitleRow key={law} title={law} onEdit={() => act.onEditLaw(law)} onDelete={() => act.onDeleteLaw(law)} />
        ))}
      </TitleGroup>
      <TitleGroup
        name={words.documents}
        count={words.builtInDocuments(knownDocuments.length)}
        empty={isSearching ? null : words.noDocuments}
      >
        {documents.map((document) => (
          <TitleRow
            key={document.number}
            title={document.title}
            number={document.number}
            onEdit={() => act.onEditDocument(document)}
            onDelete={() => act.onDeleteDocument(document)}
          />
        ))}
      </TitleGroup>
    </table>
  );
}

interface GroupProps {
  readonly name: string;
  readonly count: string;
  /** What to do where there is none; null where that is not the point. */
  readonly empty: string | null;
  readonly children: readonly ReactNode[];
}

function TitleGroup({ name, count, empty, children }: GroupProps) {
  if (children.length === 0 && empty === null) return null;
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={3} className="group-name">
          {name}
          <span className="group-count">{count}</span>
        </th>
      </tr>
      {children}
      {children.length === 0 && (
        <tr>
          <td colSpan={3} className="cell-soft">
            {empty}
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface RowProps {
  readonly title: string;
  readonly number?: string;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function TitleRow({ title, number, onEdit, onDelete }: RowProps) {
  return (
    <tr>
      <th scope="row" className="cell-name">
        <Button type="link" onClick={onEdit}>
          {words.book(title)}
        </Button>
      </th>
      <td className="proof-number">{number}</td>
      <td className="cell-actions">
        <DeleteButton name={title} onDelete={onDelete} />
      </td>
    </tr>
  );
}
