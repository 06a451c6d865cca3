import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { MouseEvent } from 'react';
import { text } from '../text.ts';

interface Props {
  readonly name: string;
  readonly onDelete: () => void;
}

/** Takes a row away. The keyboard goes on from the row beside it, after the last one from what is above the list. */
export function DeleteButton({ name, onDelete }: Props) {
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const row = currentTarget.closest('tr');
    const beside = [row?.nextElementSibling, row?.previousElementSibling]
      .map((each) => each?.querySelector<HTMLElement>('.row-delete'))
      .find((button) => button != null);
    (beside ?? document.querySelector<HTMLElement>('.list-actions button'))?.focus();
    onDelete();
  };
  return (
    <Button
      className="row-delete"
      type="text"
      size="small"
      icon={<DeleteOutlined aria-hidden="true" />}
      aria-label={text.proofreading.deleteNamed(name)}
      title={text.remove}
      onClick={remove}
    />
  );
}
