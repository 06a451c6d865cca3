import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { useQuery } from '../../app/query.ts';
import { importText as text } from './text.ts';
import { statusName } from './why-nothing.ts';

interface Props {
  readonly id: string;
  readonly review: ImportReview;
}

/** Cells shown at first, and more each time. */
const step = 100;
const most = 500;

/** Every cell with what becomes of it and why. */
export function StagedList({ id, review }: Props) {
  const [status, setStatus] = useState('');
  const [count, setCount] = useState(step);
  const { counts } = review;
  const wanted = status === '' ? null : status;
  const input = useMemo(
    () => ({ id, status: wanted, from: 0, count, review: review.version }),
    [id, wanted, count, review.version],
  );
  const query = useQuery('import.cells', input);
  // What waits for the person comes first.
  const statuses = Object.entries(counts).toSorted(([one], [other]) => rank(one) - rank(other));
  return (
    <section className="import-staged" aria-label={text.review.staged}>
      <Segmented
        aria-label={text.review.columns.status}
        value={status}
        onChange={(next) => {
          setStatus(next);
          setCount(step);
        }}
        options={[
          { value: '', label: text.review.all },
          ...statuses.map(([name, cells]) => ({ value: name, label: `${statusName(name)} ${cells}` })),
        ]}
      />
      {query.status === 'failed' && <p role="alert">{query.message}</p>}
      {query.status === 'done' && query.value.cells.length === 0 && <p>{text.review.noCells}</p>}
      {query.status === 'done' && query.value.cells.length > 0 && (
        <>
          <StagedTable cells={query.value.cells} />
          {query.value.all > count && count < most && (
            <Button type="link" onClick={() => setCount(Math.min(most, count + step))}>
              {text.review.more(query.value.all - count)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function rank(status: string): number {
  return status === 'asked' ? 0 : 1;
}

type Cells = Output<'import.cells'>['cells'];

function StagedTable({ cells }: { readonly cells: Cells }) {
  const { columns } = text.review;
  return (
    <table className="import-cells">
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell.cell} className={`status-${cell.status}`}>
            <td>{cell.cell}</td>
            <td>{cell.region}</td>
            <td>{cell.indicator}</td>
            <td>{cell.period}</td>
            <td className="import-number">
              {cell.value ?? cell.text}
              {cell.before !== null && <span className="import-soft">{text.review.before(cell.before)}</span>}
            </td>
            <td>{statusName(cell.status)}</td>
            <td>{cell.problem ?? cell.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
