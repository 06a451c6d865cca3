import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReportSummary } from '../../../../shared/api/contract.ts';
import { go } from '../../app/route.ts';
import type { Exporter } from '../../exporting/use-export.tsx';
import { text } from '../../text.ts';
import { describeMoment } from '../../ui/moment.ts';
import { FilledBar } from './filled-bar.tsx';

interface Props {
  readonly report: ReportSummary;
  readonly exporter: Exporter;
  readonly now: Date;
}

/** The report that was touched last, large, because it is what most visits are for. */
export function LatestReport({ report, exporter, now }: Props) {
  const problems = [
    ...(report.broken > 0 ? [text.report.broken(report.broken)] : []),
    ...(report.missing > 0 ? [text.home.missing(report.missing)] : []),
  ];
  const state = problems.length > 0 ? problems.join('，') : text.home.allFilled(report.figures);
  return (
    <section className="latest" aria-labelledby="latest-title">
      <div className="latest-text">
        <p>{text.home.latest(describeMoment(report.updatedAt, now))}</p>
        <h2 id="latest-title">{report.title}</h2>
        <div className="latest-state">
          <FilledBar figures={report.figures} missing={report.unfilled} onBlue />
          <span>{state}</span>
        </div>
      </div>
      <Button
        size="large"
        id="open-latest"
        className="latest-open"
        onClick={() => go({ screen: 'report', id: report.id })}
      >
        {text.home.open}
      </Button>
      <Button
        size="large"
        ghost
        icon={<DownloadOutlined />}
        loading={exporter.busy === `${report.id}.docx`}
        onClick={() => exporter.start(report, 'docx')}
      >
        {text.exporting.word}
      </Button>
    </section>
  );
}
