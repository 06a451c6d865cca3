import { Button } from 'antd';
import type { ReportSummary } from '../../../../shared/api/contract.ts';
import { go } from '../../app/route.ts';
import type { Exporter, Format } from '../../exporting/use-export.tsx';
import { text } from '../../text.ts';
import { describeMoment } from '../../ui/moment.ts';
import { FilledBar } from './filled-bar.tsx';
import { ReportState } from './report-state.tsx';

interface Props {
  readonly report: ReportSummary;
  readonly exporter: Exporter;
  readonly now: Date;
}

/** One report of the list. */
export function ReportRow({ report, exporter, now }: Props) {
  const { figures, unfilled } = report;
  const exportButton = (format: Format, label: string) => (
    <Button
      aria-label={text.exporting.named(label, report.title)}
      loading={exporter.busy === `${report.id}.${format}`}
      onClick={() => exporter.start(report, format)}
    >
      {label}
    </Button>
  );
  return (
    <li className="report-row">
      <span className="report-icon" aria-hidden="true">
        W
      </span>
      <div className="report-name">
        <h3>{report.title}</h3>
        <p>
          {report.region} · {report.period} · {text.home.updated(describeMoment(report.updatedAt, now))} ·{' '}
          {text.home.number(report.id)}
        </p>
      </div>
      <div className="report-figures">
        <p>
          <span>{text.home.filled}</span>
          <span>
            {figures - unfilled}/{figures}
          </span>
        </p>
        <FilledBar figures={figures} missing={unfilled} />
      </div>
      <div className="report-state">
        <ReportState report={report} />
      </div>
      <div className="report-actions">
        <Button
          id={`open-${report.id}`}
          aria-label={text.home.openNamed(report.title)}
          onClick={() => go({ screen: 'report', id: report.id })}
        >
          {text.home.open}
        </Button>
        {exportButton('docx', text.exporting.word)}
        {exportButton('pdf', text.exporting.pdf)}
      </div>
    </li>
  );
}
