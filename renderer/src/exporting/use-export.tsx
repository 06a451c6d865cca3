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
/** What a person wants to put right before an export: data that break a rule, or what proofreading found. */
export type HandledKind = 'broken' | 'findings';

export interface Exporter {
  /** What is being exported: `<report>.<format>`, `<report>.paper` (数据底稿), `<report>.findings`; null when nothing is. */
  readonly busy: string | null;
  readonly start: (report: ReportSummary, format: Format) => void;
  /** Exports the 数据底稿 of a report. */
  readonly startPaper: (report: ReportSummary, format: PaperFormat) => void;
  /** Exports what proofreading found in a report, as a Word list. */
  readonly startFindings: (report: ReportSummary) => void;
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

interface Found {
  readonly errors: number;
  readonly doubts: number;
}

async function foundIn(id: number): Promise<Found> {
  const { findings } = await call('proofreading.read', { id });
  const count = (wanted: 'E' | 'W') => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: count('E'), doubts: count('W') };
}

interface ToHandle {
  readonly kind: HandledKind;
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What is worst about a report, with the rest in sentences below; null when nothing is. */
function whatToHandle({ broken, missing }: ReportSummary, { errors, doubts }: Found): ToHandle | null {
  const words = text.proofreading;
  const gaps = missing > 0 ? [`${text.exporting.confirmTitle(missing)}。`] : [];
  const found = errors + doubts > 0 ? words.beforeExport(errors, doubts) : null;
  if (broken > 0) {
    const sentences = [text.exporting.brokenHint, ...(found === null ? [] : [`${found}。`]), ...gaps];
    return { kind: 'broken', title: text.report.broken(broken), sentences };
  }
  if (found === null) return null;
  return { kind: 'findings', title: found, sentences: [words.beforeExportHint, ...gaps] };
}

/** Exports a report: saves what was typed, asks about wrong and missing figures and about findings, shows the progress, saves the file and says where it is. */
export function useExport(
  saving: Saving,
  onHandle?: (kind: HandledKind) => void,
  save?: () => Promise<boolean>,
): Exporter {
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

  const confirmToHandle = (report: ReportSummary, { kind, title, sentences }: ToHandle) => {
    const handle = () => {
      dialog.destroy();
      if (onHandle === undefined) go({ screen: 'report', id: report.id });
      else onHandle(kind);
    };
    const draft = new Choice();
    const dialog = modal.confirm({
      title,
      content: <DraftChoice onChoose={draft.choose} sentences={sentences} />,
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
    const found = await foundIn(report.id);
    const toHandle = whatToHandle(report, found);
    if (toHandle === null && report.missing === 0) return false;
    const { dialog, draft } = toHandle === null ? confirmGaps(report.missing) : confirmToHandle(report, toHandle);
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
    if (save !== undefined && !(await save())) return;
    const isDraft = await ask(report).catch((error: unknown) => {
      show('error', sentenceOf(error));
      return null;
    });
    if (isDraft === null) return;
    await render(`${report.id}.${format}`, text.exporting.file(format), () =>
      call('reports.export', { id: report.id, format, isDraft }),
    );
  };

  const exportPaper = ({ id }: ReportSummary, format: PaperFormat) =>
    render(`${id}.paper`, text.exporting.paper, () => call('reports.workingPaper', { id, format }));

  const exportFindings = ({ id }: ReportSummary) =>
    render(`${id}.findings`, text.proofreading.export, () => call('proofreading.export', { id }));

  return {
    busy,
    start: (report, format) => void exportReport(report, format),
    startPaper: (report, format) => void exportPaper(report, format),
    startFindings: (report) => void exportFindings(report),
  };
}
