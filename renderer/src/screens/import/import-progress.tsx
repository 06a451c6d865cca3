import { Button, Progress } from 'antd';
import { importText as text } from './text.ts';

interface Props {
  readonly title: string;
  readonly done: number;
  /** 0 while it is not known how much there is. */
  readonly all: number;
  readonly onCancel: () => void;
}

/** What is being done, how far it is, and the way out. */
export function ImportProgress({ title, done, all, onCancel }: Props) {
  return (
    <section className="import-card import-progress" aria-label={title} aria-busy="true">
      <h2 role="status">{title}</h2>
      <Progress
        percent={all > 0 ? Math.floor((done / all) * 100) : 100}
        status="active"
        showInfo={all > 0}
        aria-label={title}
      />
      {all > 0 && <p>{text.working.count(done, all)}</p>}
      <Button onClick={onCancel}>{text.working.cancel}</Button>
    </section>
  );
}
