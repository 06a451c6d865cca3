import { useCallback, useMemo, useRef, useState } from 'react';
import { refresh, useQuery } from '../../app/query.ts';
import { go } from '../../app/route.ts';
import { type Saving, useExport } from '../../exporting/use-export.tsx';
import { text } from '../../text.ts';
import { ErrorScreen } from '../../ui/error-screen.tsx';
import { brokenListId } from './broken-list.tsx';
import { elementIdOf } from './element-ids.ts';
import { FigurePanel } from './figure-panel.tsx';
import { Outline } from './outline.tsx';
import { outlineOf } from './outline-entries.ts';
import { ReportBar } from './report-bar.tsx';
import { Sheet } from './sheet.tsx';
import { SignatureForm } from './signature-block.tsx';
import { TitleBreaks } from './title-breaks.tsx';

interface Props {
  readonly id: number;
  readonly saving: Saving;
}

function showBroken(): void {
  const list = document.getElementById(brokenListId);
  list?.scrollIntoView({ block: 'start' });
  list?.focus({ preventScroll: true });
}

/** One report: its outline, the sheet as it will print, and what stands behind each figure. */
export function ReportScreen({ id, saving }: Props) {
  const input = useMemo(() => ({ id }), [id]);
  const query = useQuery('reports.open', input);
  const exporter = useExport(saving, showBroken);
  const [selected, setSelected] = useState<string | null>(null);
  const desk = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const select = useCallback((figureId: string) => {
    setSelected(figureId);
    // The details stand on top, wherever in the list below the choice was made.
    panel.current?.scrollTo({ top: 0 });
  }, []);
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
  const { summary, blocks, figures, findings, missing, broken, titleBreaks, signatureForm } = query.value;
  const brokenIds = new Set(broken.flatMap(({ figureIds }) => figureIds));
  const selectAndShow = (figureId: string) => {
    select(figureId);
    document.getElementById(elementIdOf(figureId, blocks))?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="report">
      <ReportBar summary={summary} exporter={exporter} onBroken={showBroken} />
      <div className="report-body">
        <Outline entries={outlineOf(blocks)} desk={desk} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
        <section className="desk" ref={desk} tabIndex={0} aria-label={text.report.sheet}>
          <SignatureForm value={signatureForm}>
            <Sheet
              blocks={blocks}
              belowTitle={<TitleBreaks reportId={id} {...titleBreaks} />}
              selected={selected}
              broken={brokenIds}
              onSelect={select}
            />
          </SignatureForm>
        </section>
        <FigurePanel
          body={panel}
          reportId={id}
          broken={broken}
          brokenFigures={summary.broken}
          findings={findings}
          gaps={missing}
          figures={figures}
          selected={selected}
          onSelect={selectAndShow}
          onClose={() => setSelected(null)}
        />
      </div>
      <footer className="report-foot">
        <span>{text.report.figures(summary.figures, summary.unfilled)}</span>
        <span>{text.report.standard}</span>
      </footer>
    </div>
  );
}
