import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { PeriodView } from '../../../../../shared/api/catalogue.ts';
import { FailedScreen } from '../../../app/failed-screen.tsx';
import { call, nothing, useQuery } from '../../../app/query.ts';
import { ListHead } from '../parts/list-head.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { OpenPeriodForm } from './open-period-form.tsx';
import { PeriodCard } from './period-card.tsx';
import { UnlockForm } from './unlock-form.tsx';

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unlock'; readonly period: PeriodView };

const words = text.periods;

/** 期: what each holds, the next one, and 定稿. */
export function PeriodsTab() {
  const query = useQuery('catalogue.periods', nothing);
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const [now] = useState(() => new Date());
  const toast = useToast();
  if (query.status === 'waiting') return <div className="settings-list" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const { periods, next } = query.value;
  const close = () => setShown({ kind: 'nothing' });
  const open = (label: string) =>
    void toast.attempt(
      () => call('catalogue.openPeriod', { label }),
      () => toast.offerUndo(words.opened(label), () => call('catalogue.dropPeriod', { label })),
    );
  return (
    <>
      <ListHead search={null} count={words.count(periods.length)}>
        <Button onClick={() => setShown({ kind: 'open' })}>{words.other}</Button>
        {next !== null && (
          <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => open(next)}>
            {words.next(next)}
          </Button>
        )}
      </ListHead>
      {periods.length === 0 ? (
        <div className="settings-list">
          <p>{words.empty}</p>
        </div>
      ) : (
        <ul className="period-list">
          {periods.map((period) => (
            <PeriodCard
              key={period.label}
              period={period}
              now={now}
              onUnlock={() => setShown({ kind: 'unlock', period })}
            />
          ))}
        </ul>
      )}
      {shown.kind === 'open' && <OpenPeriodForm onClose={close} />}
      {shown.kind === 'unlock' && <UnlockForm period={shown.period} onClose={close} />}
    </>
  );
}
