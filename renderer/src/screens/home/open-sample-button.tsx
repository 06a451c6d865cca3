import { App, Button } from 'antd';
import { useState } from 'react';
import { call, nothing, refresh, sentenceOf } from '../../app/query.ts';

interface Props {
  readonly label: string;
  readonly type: 'default' | 'text';
}

/** Opens the sample data, kept apart from the person's own. */
export function OpenSampleButton({ label, type }: Props) {
  const { message } = App.useApp();
  const [isOpening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    try {
      await call('workspace.openSample', nothing);
      refresh();
    } catch (error) {
      message.error(sentenceOf(error));
    }
    setOpening(false);
  };
  return (
    <Button type={type} size={type === 'text' ? 'middle' : 'large'} loading={isOpening} onClick={() => void open()}>
      {label}
    </Button>
  );
}
