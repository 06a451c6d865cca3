import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { GridSession } from './grid-session.ts';
import { gridText } from './grid-text.ts';
import { type PasteQuestion, pasteByName } from './paste.ts';
import { PastePreview } from './paste-preview.tsx';
import type { PastePlan } from './plan-paste.ts';

interface PasteDialogProps {
  readonly session: GridSession;
  readonly question: PasteQuestion;
  readonly canAddRows: boolean;
  /** With the plan that was pasted by position, if one was. */
  readonly onClose: (pasted: PastePlan | null) => void;
  readonly onAskBeyond: (plan: PastePlan) => void;
}

/** Asks what a paste must not guess. Enter takes the first button, Esc leaves everything as it is. */
export function PasteDialog({ session, question, canAddRows, onClose, onAskBeyond }: PasteDialogProps) {
  const place = (plan: PastePlan) => {
    session.place(plan.texts, plan.range);
    onClose(plan);
  };
  if (question.kind === 'beyond') {
    const words = gridText.beyond;
    const { beyond } = question.plan;
    const lines = [
      ...(beyond !== null && beyond.rows.length > 0 ? [words.rows(beyond.rows.length)] : []),
      ...(beyond !== null && beyond.columns > 0 ? [words.columns(beyond.columns)] : []),
    ];
    return (
      <Question title={words.title} onCancel={() => onClose(null)}>
        <p>{lines.join('，')}。</p>
        <p>{canAddRows ? words.adviceOutside : words.advice}</p>
        <Buttons first={words.paste} onFirst={() => place(question.plan)} onCancel={() => onClose(null)} />
      </Question>
    );
  }
  const { matched, byPosition } = question;
  const words = gridText.preview;
  return (
    <Question title={words.title} onCancel={() => onClose(null)}>
      <PastePreview
        matched={matched}
        model={session.store.model}
        isOpen={(place) => session.whyReadOnly(place) === null}
      />
      <Buttons
        first={words.paste}
        onFirst={() => {
          pasteByName(matched, session);
          onClose(null);
        }}
        onCancel={() => onClose(null)}
      >
        <button
          type="button"
          onClick={() => (byPosition.beyond === null ? place(byPosition) : onAskBeyond(byPosition))}
        >
          {words.byPosition}
        </button>
      </Buttons>
    </Question>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onCancel: () => void;
}

function Question({ title, children, onCancel }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    dialog.current?.querySelector<HTMLElement>('.grid-first-button')?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="grid-dialog" aria-label={title} onCancel={onCancel}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

interface ButtonsProps {
  readonly first: string;
  readonly children?: ReactNode;
  readonly onFirst: () => void;
  readonly onCancel: () => void;
}

function Buttons({ first, children, onFirst, onCancel }: ButtonsProps) {
  return (
    <div className="grid-buttons">
      <button type="button" onClick={onCancel}>
        {gridText.beyond.cancel}
      </button>
      {children}
      <button type="button" className="grid-first-button" onClick={onFirst}>
        {first}
      </button>
    </div>
  );
}
