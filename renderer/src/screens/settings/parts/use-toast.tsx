import { App, Button } from 'antd';
import { refresh, sentenceOf } from '../../../app/query.ts';
import { text } from '../text.ts';

/** All toasts of 设置: a new one takes the place of the last. */
export const toastKey = 'settings';

/** Seconds: long enough to read the sentence and reach the button. */
const undoTime = 10;

/** Says what was done, where it helps with a button that takes it back. */
export function useToast() {
  const { message } = App.useApp();
  const tell = (sentence: string) => void message.success({ key: toastKey, content: sentence });
  const fail = (error: unknown) =>
    void message.error({ key: toastKey, content: sentenceOf(error), duration: undoTime });
  const offerUndo = (sentence: string, undo: () => Promise<unknown>) => {
    const takeBack = async () => {
      try {
        await undo();
        refresh();
        tell(text.undone);
      } catch (error) {
        fail(error);
      }
    };
    const content = (
      <span>
        {sentence}
        <Button type="link" size="small" onClick={() => void takeBack()}>
          {text.undo}
        </Button>
      </span>
    );
    void message.success({ key: toastKey, content, duration: undoTime });
  };
  /** A change made by one click, outside any form. */
  const attempt = async (change: () => Promise<unknown>, done: () => void) => {
    try {
      await change();
      refresh();
      done();
    } catch (error) {
      fail(error);
    }
  };
  return { tell, offerUndo, attempt };
}
