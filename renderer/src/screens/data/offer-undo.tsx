import { Button } from 'antd';
import type { MessageInstance } from 'antd/es/message/interface.js';
import { text } from './text.ts';

/** A new offer takes the place of the last; it goes with the table. */
export const undoKey = 'data-undo';

/** Says what was done, and for a while how to take it back. */
export function offerUndo(message: MessageInstance, done: string, undo: () => void): void {
  const takeBack = () => {
    message.destroy(undoKey);
    undo();
  };
  message.success({
    key: undoKey,
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
