import { Button } from 'antd';
import type { MessageInstance } from 'antd/es/message/interface.js';
import { text } from './text.ts';

let offers = 0;

/** Says what was done, and for a while how to take it back. */
export function offerUndo(message: MessageInstance, done: string, undo: () => void): void {
  offers += 1;
  const key = `data-undo-${offers}`;
  const takeBack = () => {
    message.destroy(key);
    undo();
  };
  message.success({
    key,
    duration: 8,
    content: (
      <>
        {done}
        <Button type="link" size="small" onClick={takeBack}>
          {text.panel.undo}
        </Button>
      </>
    ),
  });
}
