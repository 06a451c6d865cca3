import { useMemo } from 'react';
import { useQuery } from '../../app/query.ts';
import { PreviewTable } from './preview-table.tsx';
import { importText as text } from './text.ts';

interface Props {
  readonly id: string;
  readonly first: { readonly sheet: number; readonly rows: number };
}

/** The beginning of the file, to be looked at while the rest is read. */
export function FirstRows({ id, first: { sheet, rows } }: Props) {
  const input = useMemo(() => ({ id, sheet, from: 0, count: rows }), [id, sheet, rows]);
  const query = useQuery('import.rows', input);
  if (query.status !== 'done') return null;
  return (
    <section className="import-first" aria-label={text.working.first}>
      <p className="import-soft">{text.working.first}</p>
      <PreviewTable rows={query.value} from={0} at={null} />
    </section>
  );
}
