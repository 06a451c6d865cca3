import { App } from 'antd';
import { useState } from 'react';
import { RequestError } from '../../../shared/api/client.ts';
import type { Output, ReportSummary } from '../../../shared/api/contract.ts';
import { downloadFile } from '../app/host.ts';
import { call, sentenceOf } from '../app/query.ts';
import { text } from '../text.ts';

export type Format = 'docx' | 'pdf';
export type Saving = Output<'app.info'>['saving'];
type RenderedFile = Output<'reports.export'>['file'];

export interface Exporter {
  /** What is being exported, as `<report>.<format>`; null when nothing is. */
  readonly busy: string | null;
  readonly start: (report: ReportSummary, format: Format) => void;
}

function NoticeList({ notices }: { readonly notices: readonly string[] }) {
  return (
    <details className="notices">
      <summary>{text.exporting.showNotices(notices.length)}</summary>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </details>
  );
}

/** Null when the person closed the dialog without saving. */
async function saveFile(file: RenderedFile, saving: Saving): Promise<string | null> {
  if (saving === 'dialog') {
    const { savedAs } = await call('files.save', { id: file.id });
    return savedAs === null ? null : text.exporting.saved(savedAs);
  }
  if (!(await downloadFile(file))) throw new RequestError('download-failed', text.exporting.downloadFailed(file.name));
  return text.exporting.downloaded(file.name);
}

/** Exports a report: asks about missing figures, shows the progress, saves the file and says where it is. */
export function useExport(saving: Saving): Exporter {
  const { message, modal, notification } = App.useApp();
  const [busy, setBusy] = useState<string | null>(null);

  const confirmGaps = (missing: number) =>
    modal.confirm({
      title: text.exporting.confirmTitle(missing),
      content: text.exporting.confirmHint,
      okText: text.exporting.anyway,
      cancelText: text.exporting.cancel,
    });

  const exportReport = async (report: ReportSummary, format: Format) => {
    if (report.missing > 0 && !(await confirmGaps(report.missing))) return;
    const key = `${report.id}.${format}`;
    const kind = text.exporting.kind[format];
    setBusy(key);
    void message.open({ key, type: 'loading', content: text.exporting.busy(kind), duration: 0 });
    try {
      const { file, notices } = await call('reports.export', { id: report.id, format });
      void message.open({ key, type: 'loading', content: text.exporting.saving, duration: 0 });
      const saved = await saveFile(file, saving);
      if (saved === null) void message.open({ key, type: 'info', content: text.exporting.notSaved });
      else void message.open({ key, type: 'success', content: saved, duration: 5 });
      if (notices.length > 0) {
        notification.info({
          title: text.exporting.notices,
          description: <NoticeList notices={notices} />,
          duration: 20,
        });
      }
    } catch (error) {
      void message.open({ key, type: 'error', content: sentenceOf(error), duration: 8 });
    }
    setBusy(null);
  };

  return { busy, start: (report, format) => void exportReport(report, format) };
}
