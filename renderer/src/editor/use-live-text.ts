import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { Notes } from './computed-lines.ts';
import type { Atoms } from './figure-chips.ts';
import { groupPrinted, type LiveBlocks, liveBlocks, type PrintedGroups } from './live-blocks.ts';
import type { ReportText } from './report-text.ts';
import type { Autosave } from './use-autosave.ts';

type View = Output<'reports.open'>;

export interface LiveText {
  readonly live: LiveBlocks;
  readonly atoms: Atoms;
  readonly groups: PrintedGroups;
  readonly notes: Notes;
  readonly text: ReportText | null;
  readonly onReady: (text: ReportText | null) => void;
  readonly onChange: (document: ReportDocument) => void;
}

function notesOf({ document, blocks, origins }: View): Notes {
  const notes = new Map<number, string[]>();
  for (const [index, block] of blocks.entries()) {
    const at = origins[index] ?? 0;
    const isTyped = document.content[at]?.type === 'paragraph';
    if (block.kind === 'note' && isTyped) notes.set(at, [...(notes.get(at) ?? []), block.text]);
  }
  return notes;
}

/** The text in the editor beside the one that the backend last computed: each follows the other. */
export function useLiveText(view: View, autosave: Autosave): LiveText {
  const [text, setText] = useState<ReportText | null>(null);
  const [document, setDocument] = useState(view.document);
  const atoms = useMemo<Atoms>(
    () => ({
      figures: new Map(view.chips.map((chip) => [chip.id, chip])),
      references: new Map(view.references.map(({ label, text: printed }) => [label, printed])),
    }),
    [view],
  );
  const groups = useMemo(() => groupPrinted(view.document, view), [view]);
  const notes = useMemo(() => notesOf(view), [view]);
  const { loaded, isAhead, note } = autosave;
  const [seen, setSeen] = useState(view);
  // What is being typed goes before what is stored; it is stored soon.
  const isBehind = isAhead() || text?.isComposing === true;
  if (view !== seen && !isBehind) {
    setSeen(view);
    setDocument(view.document);
  }
  useEffect(() => {
    if (isAhead() || text?.isComposing === true) return;
    loaded(view.summary.updatedAt);
    text?.replace(view.document);
  }, [view, text, loaded, isAhead]);
  const onChange = useCallback(
    (changed: ReportDocument) => {
      setDocument(changed);
      note(changed);
    },
    [note],
  );
  const live = useMemo(() => liveBlocks(document, groups, atoms), [document, groups, atoms]);
  return { live, atoms, groups, notes, text, onReady: setText, onChange };
}
