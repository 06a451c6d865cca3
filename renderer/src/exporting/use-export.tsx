import { App, Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { RequestError } from '../../../shared/api/client.ts';
import type { Output, ReportSummary } from '../../../shared/api/contract.ts';
import { downloadFile } from '../app/host.ts';
import { call, sentenceOf } from '../app/query.ts';
import { go } from '../app/route.ts';
import { text } from '../text.ts';

export type Format = 'docx' | 'pdf';
export type PaperFormat = 'docx' | 'xlsx';
export type Saving = Output<'app.info'>['saving'];
type RenderedFile = Output<'reports.export'>['file'];

export interface Exporter {
  /** What is being exported, as `<report>.<format>`, of a 数据底稿 `<report>.paper`; null when nothing is. */
  readonly busy: string | null;
  readonly start: (report: ReportSummary, format: Format) => void;
  /** Exports the 数据底稿 of a report. */
  readonly startPaper: (report: ReportSummary, format: PaperFormat) => void;
}

interface Rendered {
  readonly file: RenderedFile;
  /** Sentences a person should know of. */
  readonly notices: readonly string[];
}

/** One key for every message, so that the next takes the place of the last. */
const messageKey = 'export';
/** Seconds that a result stays; the pointer on it stops the clock. */
const duration = 8;

/** What a person should know, a line each. */
function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  return (
    <div className="export-done">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** That a file is being made, which a person may stop. */
function Busy({ kind }: { readonly kind: string }) {
  return (
    <>
      {text.exporting.busy(kind)}
      <Button type="link" size="small" onClick={() => void call('reports.stopExport', {})}>
        {text.exporting.stop}
      </Button>
    </>
  );
}

/** What a person chose in a dialog when it closes. */
class Choice {
  #isWanted = false;

  readonly choose = (isWanted: boolean): void => {
    this.#isWanted = isWanted;
  };

  get isWanted(): boolean {
    return this.#isWanted;
  }
}

interface DraftChoiceProps {
  readonly sentences: readonly string[];
  readonly onChoose: (isDraft: boolean) => void;
}

/** What is wrong with the report, and whether its pages are to say that it is a draft. */
function DraftChoice({ sentences, onChoose }: DraftChoiceProps) {
  return (
    <>
      <Sentences of={sentences} />
      <Checkbox onChange={({ target }) => onChoose(target.checked)}>{text.exporting.draft}</Checkbox>
    </>
  );
}

/** Null when the person closed the dialog without saving. */
export async function saveFile(file: RenderedFile, saving: Saving): Promise<string | null> {
  if (saving === 'dialog') {
    const { savedAs } = await call('files.save', { id: file.id });
    return savedAs === null ? null : text.exporting.saved(savedAs);
  }
  if (!(await downloadFile(file))) throw new RequestError('download-failed', text.exporting.downloadFailed(file.name));
  return text.exporting.downloaded(file.name);
}

/** Exports a report: asks about wrong and missing figures, shows the progress, saves the file and says where it is. */
export function useExport(saving: Saving, onHandle?: () => void): Exporter {
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState<string | null>(null);
  const isRunning = useRef(false);
  // A result belongs to the screen on which it was asked for; progress goes on being shown.
  useEffect(
    () => () => {
      if (!isRunning.current) message.destroy(messageKey);
    },
    [message],
  );
  const show = (type: 'loading' | 'info' | 'success' | 'error', content: ReactNode) =>
    void message.open({ key: messageKey, type, content, duration: type === 'loading' ? 0 : duration });

  const confirmBroken = (report: ReportSummary) => {
    const handle = () => {
      dialog.destroy();
      if (onHandle === undefined) go({ screen: 'report', id: report.id });
      else onHandle();
    };
    const missing = report.missing > 0 ? [`${text.exporting.confirmTitle(report.missing)}。`] : [];
    const draft = new Choice();
    const dialog = modal.confirm({
      title: text.report.broken(report.broken),
      content: <DraftChoice onChoose={draft.choose} sentences={[text.exporting.brokenHint, ...missing]} />,
      okText: text.exporting.anyway,
      okButtonProps: { type: 'default' },
      footer: (_, { OkBtn }) => (
        <>
          <OkBtn />
          <Button type="primary" autoFocus onClick={handle}>
            {text.exporting.handle}
          </Button>
        </>
      ),
    });
    return { dialog, draft };
  };

  const confirmGaps = (missing: number) => {
    const draft = new Choice();
    const dialog = modal.confirm({
      title: text.exporting.confirmTitle(missing),
      content: <DraftChoice onChoose={draft.choose} sentences={[text.exporting.confirmHint]} />,
      okText: text.exporting.anyway,
      cancelText: text.exporting.cancel,
    });
    return { dialog, draft };
  };

  /** Whether 草稿 is printed across the pages; null when the person would rather not export. */
  const ask = async (report: ReportSummary): Promise<boolean | null> => {
    if (report.broken === 0 && report.missing === 0) return false;
    const { dialog, draft } = report.broken > 0 ? confirmBroken(report) : confirmGaps(report.missing);
    return (await dialog) ? draft.isWanted : null;
  };

  /** Has a file rendered, with progress, and saves it. */
  const render = async (key: string, kind: string, request: () => Promise<Rendered>) => {
    setBusy(key);
    isRunning.current = true;
    show('loading', <Busy kind={kind} />);
    try {
      const { file, notices } = await request();
      show('loading', text.exporting.saving);
      const saved = await saveFile(file, saving);
      if (saved === null) show('info', text.exporting.notSaved);
      else show('success', <Sentences of={[saved, ...notices]} />);
    } catch (error) {
      const isStopped = error instanceof RequestError && error.code === 'export-stopped';
      show(isStopped ? 'info' : 'error', sentenceOf(error));
    }
    isRunning.current = false;
    setBusy(null);
  };

  const exportReport = async (report: ReportSummary, format: Format) => {
    // What the last export said would lie over what is asked now.
    message.destroy(messageKey);
    const isDraft = await ask(report);
    if (isDraft === null) return;
    await render(`${report.id}.${format}`, text.exporting.file(format), () =>
      call('reports.export', { id: report.id, format, isDraft }),
    );
  };

  const exportPaper = ({ id }: ReportSummary, format: PaperFormat) =>
    render(`${id}.paper`, text.exporting.paper, () => call('reports.workingPaper', { id, format }));

  return {
    busy,
    start: (report, format) => void exportReport(report, format),
    startPaper: (report, format) => void exportPaper(report, format),
  };
}
