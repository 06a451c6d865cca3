import { App, Button } from 'antd';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { addressOf } from '../../app/route.ts';
import { importText as text } from './text.ts';
import type { ImportProcess } from './use-import.ts';
import { whyNothing } from './why-nothing.ts';

interface Props {
  readonly review: ImportReview;
  readonly isBusy: boolean;
  /** Why the last step was not done. */
  readonly refusal: string | null;
  readonly process: ImportProcess;
}

/** Statuses whose cells are written. */
const written = ['new', 'changed', 'missing'] as const;

/** The file, what of it would be written, what stands in the way, and the two ways out. */
export function ImportBar({ review, isBusy, refusal, process }: Props) {
  const { modal } = App.useApp();
  const { writes, counts, given, locked } = review;
  const waiting = counts.asked ?? 0;
  const nothing = whyNothing(review);
  const leave = () => {
    if (given === 0) {
      process.cancel();
      return;
    }
    void modal.confirm({
      title: text.leave.title,
      content: text.leave.hint(given),
      okText: text.leave.ok,
      cancelText: text.leave.cancel,
      onOk: process.cancel,
    });
  };
  return (
    <>
      {locked.length > 0 && (
        <p className="import-notice" role="status">
          {text.review.locked(locked)}
          <a href={addressOf({ screen: 'settings', tab: 'periods' })}>{text.review.unlock}</a>
        </p>
      )}
      {refusal !== null && (
        <p className="import-notice refused" role="alert">
          {text.review.refused(refusal)}
        </p>
      )}
      <div className="import-bar">
        <strong className="import-file">{review.fileName}</strong>
        <span className="import-counts">
          {nothing ??
            written.flatMap((status) => {
              const count = counts[status] ?? 0;
              return count > 0 ? [`${text.status[status]} ${count}　`] : [];
            })}
        </span>
        {waiting > 0 && <span className="import-waiting">{text.review.waiting(waiting)}</span>}
        <Button onClick={leave}>{text.review.cancel}</Button>
        <Button type="primary" disabled={isBusy || writes === 0} onClick={process.commit}>
          {writes === 0 ? text.review.nothing : text.review.submit(writes)}
        </Button>
      </div>
    </>
  );
}
