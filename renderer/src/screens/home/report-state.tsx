import { Tag } from 'antd';
import type { ReportSummary } from '../../../../shared/api/contract.ts';
import { text } from '../../text.ts';

/** Whether a report can go out: what its data contradict, and what it lacks. */
export function ReportState({ report: { broken, missing } }: { readonly report: ReportSummary }) {
  if (broken === 0 && missing === 0) return <Tag className="tag-full">{text.home.complete}</Tag>;
  return (
    <>
      {broken > 0 && <Tag className="tag-broken">{text.home.broken(broken)}</Tag>}
      {missing > 0 && <Tag className="tag-short">{text.home.missing(missing)}</Tag>}
    </>
  );
}
