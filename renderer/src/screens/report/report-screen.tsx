import { useCallback, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { refresh, useQuery } from '../../app/query.ts';
import { go } from '../../app/route.ts';
import { ReportEditor } from '../../editor/report-editor.tsx';
import { TextBar } from '../../editor/text-bar.tsx';
import { useAutosave } from '../../editor/use-autosave.ts';
import { useLiveText } from '../../editor/use-live-text.ts';
import { type HandledKind, type Saving, useExport } from '../../exporting/use-export.tsx';
import { text } from '../../text.ts';
import { ErrorScreen } from '../../ui/error-screen.tsx';
import { brokenListId } from './broken-list.tsx';
import { blockId, elementIdOf } from './element-ids.ts';
import { FigurePanel } from './figure-panel.tsx';
import { Outline } from './outline.tsx';
import { outlineOf } from './outline-entries.ts';
import type { ReportFinding } from './proofreading/find-range.ts';
import { ProofreadingPanel } from './proofreading/proofreading-panel.tsx';
import { useHighlights } from './proofreading/use-highlights.ts';
import { useLiveFindings } from './proofreading/use-live-findings.ts';
import { useProofreading } from './proofreading/use-proofreading.tsx';
import { ReportBar } from './report-bar.tsx';
import { type PanelTab, ReportPanel } from './report-panel.tsx';
import { SignatureForm } from './signature-block.tsx';
import { TitleBreaks } from './title-breaks.tsx';

interface Props {
  readonly id: number;
  readonly saving: Saving;
}

function showElement(elementId: string): void {
  document.getElementById(elementId)?.scrollIntoView({ block: 'center' });
}

/** Whether both are of the same words, however often the text was read in between. */
function isSame(one: ReportFinding, other: ReportFinding): boolean {
  return one.rule === other.rule && one.passage === other.passage;
}

function showBroken(): void {
  const list = document.getElementById(brokenListId);
  list?.scrollIntoView({ block: 'start' });
  list?.focus({ preventScroll: true });
}

/** One report: its outline, the sheet, and what stands behind each figure. */
export function ReportScreen({ id, saving }: Props) {
  const input = useMemo(() => ({ id }), [id]);
  const query = useQuery('reports.open', input);
  if (query.status === 'waiting') return <div className="report" aria-busy="true" />;
  if (query.status === 'failed') {
    const leave = () => {
      go({ screen: 'home' });
      refresh();
    };
    return (
      <ErrorScreen
        title={text.report.cannotOpen}
        message={query.message}
        action={{ label: text.report.back, act: leave }}
      />
    );
  }
  return <OpenReport key={id} view={query.value} saving={saving} />;
}

interface OpenProps {
  readonly view: Output<'reports.open'>;
  readonly saving: Saving;
}

function OpenReport({ view, saving }: OpenProps) {
  const { summary, figures, findings: toCheck, missing, broken, titleBreaks, signatureForm } = view;
  const { id } = summary;
  const autosave = useAutosave(id);
  const { live, text: editor, ...sheet } = useLiveText(view, autosave);
  const proofreading = useProofreading(id, autosave.flush);
  const findings = useLiveFindings(live, proofreading.query);
  const [tab, setTab] = useState<PanelTab>('figures');
  const [selected, setSelected] = useState<string | null>(null);
  const [shown, setShown] = useState<ReportFinding | null>(null);
  const handle = (kind: HandledKind) => {
    setTab(kind === 'findings' ? 'proofreading' : 'figures');
    // Once the tab with the list is there.
    if (kind === 'broken') requestAnimationFrame(showBroken);
  };
  const exporter = useExport(saving, handle, autosave.flush);
  const desk = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const select = useCallback((figureId: string) => {
    setSelected(figureId);
    setTab('figures');
    // The details stand on top, wherever in the list below the choice was made.
    panel.current?.scrollTo({ top: 0 });
  }, []);
  // What was shown of a text that has changed since is shown no more.
  const current = shown === null ? null : (findings.find((each) => isSame(each, shown)) ?? null);
  useHighlights(findings, current);
  const brokenIds = useMemo(() => new Set(broken.flatMap(({ figureIds }) => figureIds)), [broken]);
  const outline = useMemo(
    () => outlineOf(live.blocks).map((entry) => ({ ...entry, index: live.origins[entry.index] ?? 0 })),
    [live],
  );
  const selectAndShow = (figureId: string) => {
    select(figureId);
    showElement(elementIdOf(figureId, live));
  };
  const showFinding = (finding: ReportFinding) => {
    setShown(finding);
    showElement(blockId(finding.block));
  };
  const serious = findings.filter(({ severity }) => severity !== 'I').length;
  return (
    <div className="report">
      <ReportBar summary={summary} saveState={autosave.state} exporter={exporter} onBroken={() => handle('broken')} />
      <TextBar text={editor} />
      <div className="report-body">
        <Outline entries={outline} desk={desk} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
        <section className="desk" ref={desk} tabIndex={0} aria-label={text.report.sheet}>
          <SignatureForm value={signatureForm}>
            <ReportEditor
              {...sheet}
              document={view.document}
              belowTitle={<TitleBreaks reportId={id} before={autosave.flush} {...titleBreaks} />}
              selected={selected}
              broken={brokenIds}
              onSelect={select}
            />
          </SignatureForm>
        </section>
        <ReportPanel body={panel} tab={tab} onTab={setTab} findings={serious}>
          {tab === 'figures' ? (
            <FigurePanel
              reportId={id}
              broken={broken}
              brokenFigures={summary.broken}
              findings={toCheck}
              gaps={missing}
              figures={figures}
              selected={selected}
              onSelect={selectAndShow}
              onClose={() => setSelected(null)}
            />
          ) : (
            <ProofreadingPanel
              proofreading={proofreading}
              findings={findings}
              current={current}
              onShow={showFinding}
              onExport={() => exporter.startFindings(summary)}
              isExporting={exporter.busy === `${id}.findings`}
            />
          )}
        </ReportPanel>
      </div>
      <footer className="report-foot">
        <span>{text.report.figures(summary.figures, summary.unfilled)}</span>
        <span>{text.report.standard}</span>
      </footer>
    </div>
  );
}
