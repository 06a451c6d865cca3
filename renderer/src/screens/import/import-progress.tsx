import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
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
      {all > 0 ? (
        <Progress percent={Math.floor((done / all) * 100)} status="active" aria-label={title} />
      ) : (
        <div className="import-moving" role="progressbar" aria-label={title} />
      )}
      <p>
        {all > 0 && text.working.count(done, all)}
        <Elapsed key={title} />
      </p>
      <Button onClick={onCancel}>{text.working.cancel}</Button>
    </section>
  );
}

/** Counts the seconds of a step whose length nobody knows, so that it is seen to go on. */
function Elapsed() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((past) => past + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds === 0 ? null : <span className="import-soft">{text.working.elapsed(seconds)}</span>;
}
