import { Segmented } from 'antd';
import { useState } from 'react';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { ImportBar } from './import-bar.tsx';
import { ProposedRules } from './proposed-rules.tsx';
import { QuestionList } from './question-list.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { SheetSwitches } from './sheet-switches.tsx';
import { StagedList } from './staged-list.tsx';
import { importText as text } from './text.ts';
import { TotalsList } from './totals-list.tsx';
import type { ImportProcess, ImportState } from './use-import.ts';

interface Props {
  readonly id: string;
  /** While answers are worked in, what is shown is from before. */
  readonly state: ImportState;
  readonly review: ImportReview;
  readonly process: ImportProcess;
}

/** What was found in the file on the right, what only the person can say on the left. */
export function ImportReviewScreen({ id, state, review, process }: Props) {
  const [view, setView] = useState<'preview' | 'staged'>('preview');
  const [looked, setLooked] = useState<{ readonly question: string | null; readonly look: number }>({
    question: null,
    look: 0,
  });
  const isBusy = state.kind !== 'ready';
  const refusal = state.kind === 'ready' ? state.refusal : null;
  const open = review.questions.filter(({ answer }) => answer === null);
  const asked = review.questions.find(({ id: question }) => question === looked.question) ?? open[0];
  return (
    <div className="import-review" aria-busy={isBusy}>
      <ImportBar review={review} isBusy={isBusy} refusal={refusal} process={process} />
      <div className="import-columns">
        <aside className="import-side" aria-label={text.review.questions(open.length)}>
          <QuestionList
            review={review}
            isBusy={isBusy}
            onAnswer={(mapping) => {
              // The next open question comes into view.
              setLooked({ ...looked, question: null });
              process.answer(mapping);
            }}
            onLook={(question) => {
              setLooked({ question, look: looked.look + 1 });
              setView('preview');
            }}
          />
          <TotalsList totals={review.totals} />
          <Sentences title={text.review.assumptions} sentences={review.assumptions} />
          <Sentences title={text.review.notices} sentences={review.notices} />
          <ProposedRules review={review} isBusy={isBusy} onChoose={process.chooseRules} />
          <SheetSwitches review={review} isBusy={isBusy} onAnswer={process.answer} />
        </aside>
        <section className="import-main">
          <Segmented
            className="import-view"
            aria-label={text.review.preview}
            value={view}
            onChange={setView}
            options={[
              { value: 'preview', label: text.review.preview },
              { value: 'staged', label: text.review.staged },
            ]}
          />
          {view === 'preview' ? (
            <SheetPreview
              id={id}
              review={review}
              at={asked?.at ?? null}
              look={looked.look}
              isBusy={isBusy}
              onAnswer={process.answer}
            />
          ) : (
            <StagedList id={id} review={review} />
          )}
        </section>
      </div>
    </div>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="import-card">
      <h2>{title}</h2>
      <ul className="import-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
