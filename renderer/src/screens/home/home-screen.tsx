import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Output, ReportSummary } from '../../../../shared/api/contract.ts';
import { FailedScreen } from '../../app/failed-screen.tsx';
import { nothing, useQuery } from '../../app/query.ts';
import { go, type ReportWish } from '../../app/route.ts';
import { type Saving, useExport } from '../../exporting/use-export.tsx';
import { text } from '../../text.ts';
import { EmptyHome } from './empty-home.tsx';
import { keepPlace } from './keep-place.ts';
import { LatestReport } from './latest-report.tsx';
import { NewReportDialog } from './new-report-dialog.tsx';
import { OpenSampleButton } from './open-sample-button.tsx';
import { ReportRow } from './report-row.tsx';

interface Props {
  readonly workspace: Output<'app.info'>['workspace'];
  readonly saving: Saving;
  /** A report that is to be made now. */
  readonly wish: ReportWish | null;
}

function newestFirst(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  return reports.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.id - a.id);
}

/** 报告: what was written, what it still lacks, and the way to a new one. */
export function HomeScreen({ workspace, saving, wish }: Props) {
  const query = useQuery('reports.list', nothing);
  const exporter = useExport(saving);
  const [now] = useState(() => new Date());
  const [isCreating, setCreating] = useState(false);
  const close = () => {
    setCreating(false);
    if (wish !== null) go({ screen: 'home' });
  };
  if (query.status === 'waiting') return <div className="home" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const reports = newestFirst(query.value);
  const [latest] = reports;
  return (
    <div className="home" ref={keepPlace}>
      <header className="home-head">
        <h1>{text.home.title}</h1>
        <span className="home-workspace">{text.home.workspace(workspace.name)}</span>
        {!workspace.isSample && reports.length > 0 && <OpenSampleButton label={text.sample.tour} type="text" />}
        {reports.length > 0 && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {text.home.create}
          </Button>
        )}
      </header>
      {latest === undefined ? (
        <EmptyHome isSample={workspace.isSample} onCreate={() => setCreating(true)} />
      ) : (
        <>
          <LatestReport report={latest} exporter={exporter} now={now} />
          <section className="card" aria-labelledby="all-reports">
            <div className="card-head">
              <h2 id="all-reports">{text.home.list}</h2>
              <span>{text.home.count(reports.length)}</span>
            </div>
            <ul className="report-list">
              {reports.map((report) => (
                <ReportRow key={report.id} report={report} exporter={exporter} now={now} />
              ))}
            </ul>
          </section>
        </>
      )}
      <p className="home-foot">{text.home.offline}</p>
      {(isCreating || wish !== null) && <NewReportDialog wish={wish} onClose={close} />}
    </div>
  );
}
