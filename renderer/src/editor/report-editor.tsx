import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { PrintedBlockView } from '../screens/report/printed-block.tsx';
import type { FigureSelection } from '../screens/report/runs.tsx';
import { text } from '../text.ts';
import { inPlace } from '../ui/in-place.ts';
import './editor.css';
import type { Notes } from './computed-lines.ts';
import { type Atoms, FigureChips } from './figure-chips.ts';
import type { PrintedGroups } from './live-blocks.ts';
import { type PrintedPlace, PrintedViews } from './printed-views.ts';
import { ReportText } from './report-text.ts';

interface Props extends FigureSelection {
  /** The text to begin with; later ones are taken over by `ReportText.replace`. */
  readonly document: ReportDocument;
  readonly atoms: Atoms;
  readonly groups: PrintedGroups;
  readonly notes: Notes;
  readonly onChange: (document: ReportDocument) => void;
  readonly onReady: (text: ReportText | null) => void;
  /** Stands in the margin beside the title. */
  readonly belowTitle: ReactNode;
}

/** The A4 sheet, to be typed in. */
export function ReportEditor(props: Props) {
  const { document, atoms, groups, notes, onChange, onReady, belowTitle, ...selection } = props;
  const host = useRef<HTMLDivElement>(null);
  const [report, setReport] = useState<{ readonly text: ReportText; readonly chips: FigureChips } | null>(null);
  const [places, setPlaces] = useState<readonly PrintedPlace[]>([]);
  const states = { ...atoms, ...selection, brokenHint: text.report.brokenFigure };
  // What the editor calls later must be what the page has by then.
  const latest = useRef({ onChange, onSelect: selection.onSelect, document, states });
  useLayoutEffect(() => {
    latest.current = { onChange, onSelect: selection.onSelect, document, states };
  });

  useEffect(() => {
    if (host.current === null) return;
    let isLive = true;
    const update = () => isLive && setPlaces(views.places);
    // The positions of blocks are known once the editor stands.
    const views = new PrintedViews(() => queueMicrotask(update));
    const chips = new FigureChips(latest.current.states);
    const made = new ReportText({
      element: host.current,
      document: latest.current.document,
      label: text.report.sheet,
      chips,
      views,
      onChange: (changed) => {
        update();
        latest.current.onChange(changed);
      },
      onFigure: (figureId) => latest.current.onSelect(figureId),
    });
    setReport({ text: made, chips });
    onReady(made);
    return () => {
      isLive = false;
      onReady(null);
      made.destroy();
    };
  }, [onReady]);

  // Never while an input method composes: it would lose what it holds.
  useEffect(() => {
    if (report === null || report.text.isComposing) return;
    report.chips.show({ ...atoms, ...selection, brokenHint: text.report.brokenFigure });
  });
  useEffect(() => {
    if (report !== null && !report.text.isComposing) report.text.setComputedLines({ notes, atoms });
  }, [report, notes, atoms]);

  return (
    <article className="sheet" lang="zh-CN">
      {belowTitle}
      <div ref={host} />
      {places.map(({ element, type, ordinal }) =>
        createPortal(
          inPlace(groups.get(type)?.[ordinal] ?? []).map(({ item, key }) => (
            <PrintedBlockView key={key} block={item} {...selection} />
          )),
          element,
          `${type} ${ordinal}`,
        ),
      )}
    </article>
  );
}
