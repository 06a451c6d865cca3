import { App, Button, Tag } from 'antd';
import type { PeriodView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { describeMoment } from '../../../ui/moment.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';

interface Props {
  readonly period: PeriodView;
  readonly now: Date;
  readonly onUnlock: () => void;
}

const words = text.periods;

/** One period: its tables beside what the year before held, and whether it is closed. */
export function PeriodCard({ period, now, onUnlock }: Props) {
  const { label, tables, events } = period;
  return (
    <li className="period">
      <div className="period-head">
        <h2>{label}</h2>
        <span className="cell-soft">{period.isEmpty ? words.holdsNothing : words.holds(period.observations)}</span>
        {period.isLocked && <Tag className="tag-full">{words.locked}</Tag>}
        <span>
          <PeriodActions period={period} onUnlock={onUnlock} />
        </span>
      </div>
      {tables.length > 0 && (
        <ul className="period-tables" aria-label={words.tables(label)}>
          {tables.map(({ group, filled, lastYear }) => (
            <li key={group}>
              {group === '' ? words.noGroup : group}{' '}
              <span className="period-count">
                {words.filled} {filled} · {words.lastYear} {lastYear}
              </span>
            </li>
          ))}
        </ul>
      )}
      {events.length > 0 && (
        <ol className="period-history" aria-label={words.history}>
          {events.map(({ kind, reason, byWhom, at }) => (
            <li key={at}>
              {words.event(describeMoment(at, now), byWhom, kind)}
              {reason !== '' && words.because(reason)}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function PeriodActions({ period, onUnlock }: Omit<Props, 'now'>) {
  const { modal } = App.useApp();
  const toast = useToast();
  const { label } = period;
  const drop = () =>
    void toast.attempt(
      () => call('catalogue.dropPeriod', { label }),
      () => toast.offerUndo(words.dropped(label), () => call('catalogue.openPeriod', { label })),
    );
  const lock = () =>
    void modal.confirm({
      title: words.lockTitle(label),
      content: words.lockHint,
      okText: words.lock,
      cancelText: text.cancel,
      onOk: () =>
        toast.attempt(
          () => call('catalogue.lockPeriod', { label }),
          () => toast.tell(words.lockDone(label)),
        ),
    });
  if (period.isLocked) {
    return (
      <Button aria-label={words.unlockNamed(label)} onClick={onUnlock}>
        {words.unlock}
      </Button>
    );
  }
  return period.isEmpty ? (
    <Button aria-label={words.dropNamed(label)} onClick={drop}>
      {words.drop}
    </Button>
  ) : (
    <Button aria-label={words.lockNamed(label)} onClick={lock}>
      {words.lock}
    </Button>
  );
}
