import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { FigureView } from '../../../../shared/api/contract.ts';
import { useQuery } from '../../app/query.ts';
import { text } from '../../text.ts';
import type { Broken } from './broken-list.tsx';
import { FigureExplanation } from './figure-explanation.tsx';

interface Props {
  readonly reportId: number;
  readonly figure: FigureView;
  /** What its data break. */
  readonly broken: readonly Broken[];
  readonly onSelect: (figureId: string) => void;
  readonly onClose: () => void;
}

/**
 * A figure taken apart. Until the answer has come, the space of the one before stays as it is, empty, so that nothing
 * below it jumps and nothing of another figure stands beside this one's name.
 */
export function FigureDetails({ reportId, figure, broken, onSelect, onClose }: Props) {
  const input = useMemo(() => ({ reportId, figureId: figure.id }), [reportId, figure.id]);
  const [now] = useState(() => new Date());
  const query = useQuery('figures.explain', input);
  const isWaiting = query.status === 'waiting' || (query.status === 'done' && query.value.figureId !== figure.id);
  return (
    <section className="details" aria-busy={isWaiting}>
      <div className="details-head" aria-live="polite">
        <p className={figure.missing === null ? 'details-text' : 'details-text is-missing'}>{figure.text}</p>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={text.report.close} onClick={onClose} />
      </div>
      {broken.map(({ region, period, message }) => (
        <p className="details-broken" key={`${region} ${period} ${message}`}>
          {message}。
        </p>
      ))}
      <div className={isWaiting ? 'explained is-waiting' : 'explained'}>
        {isWaiting && <p className="explained-wait">{text.report.explaining}</p>}
        {query.status === 'failed' && (
          <p className="details-gap" role="alert">
            {query.message}
          </p>
        )}
        {query.status === 'done' && (
          <div className="explained-body">
            <FigureExplanation explanation={query.value} now={now} onSelect={onSelect} />
          </div>
        )}
      </div>
    </section>
  );
}
