import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import type { ImportReview } from '../../../../shared/api/importing.ts';
import { QuestionList } from './question-list.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { SheetSwitches } from './sheet-switches.tsx';
import { StagedList } from './staged-list.tsx';
import { importText as text } from './text.ts';
import { TotalsList } from './totals-list.tsx';
import type { ImportProcess } from './use-import.ts';

interface Props {
  readonly id: string;
  readonly review: ImportReview;
  /** Answers are being worked in; what is shown is from before. */
  readonly isBusy: boolean;
  readonly process: ImportProcess;
}

/** Statuses whose cells are written. */
const written = ['new', 'changed', 'missing'] as const;

/** What was found in the file on the right, what only the person can say on the left. */
export function ImportReviewScreen({ id, review, isBusy, process }: Props) {
  const [view, setView] = useState<'preview' | 'staged'>('preview');
  const [rules, setRules] = useState<readonly string[]>([]);
  const cells = review.writes;
  const waiting = review.counts.asked ?? 0;
  return (
    <div className="import-review" aria-busy={isBusy}>
      <div className="import-bar">
        <strong className="import-file">{review.fileName}</strong>
        <span className="import-counts">
          {written.flatMap((status) => {
            const count = review.counts[status] ?? 0;
            return count > 0 ? [`${text.status[status]} ${count}`] : [];
          })}
        </span>
        {waiting > 0 && <span className="import-waiting">{text.review.waiting(waiting)}</span>}
        <Button onClick={process.cancel}>{text.review.cancel}</Button>
        <Button type="primary" disabled={isBusy || cells === 0} onClick={() => process.commit(rules)}>
          {cells === 0 ? text.review.nothing : text.review.submit(cells)}
        </Button>
      </div>
      <div className="import-columns">
        <aside className="import-side" aria-label={text.review.questions(openQuestions(review))}>
          <QuestionList review={review} isBusy={isBusy} onAnswer={process.answer} />
          <TotalsList totals={review.totals} />
          <Sentences title={text.review.assumptions} sentences={review.assumptions} />
          <Sentences title={text.review.notices} sentences={review.notices} />
          {review.proposedRules.length > 0 && (
            <section className="import-card">
              <h2>{text.review.rules}</h2>
              <p className="import-soft">{text.review.rulesHint}</p>
              <Checkbox.Group
                className="import-rules"
                options={review.proposedRules.map(({ formula }) => ({ label: formula, value: formula }))}
                value={[...rules]}
                onChange={(chosen) => setRules(chosen)}
              />
            </section>
          )}
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
            <SheetPreview id={id} review={review} isBusy={isBusy} onAnswer={process.answer} />
          ) : (
            <StagedList id={id} review={review} />
          )}
        </section>
      </div>
    </div>
  );
}

function openQuestions({ questions }: ImportReview): number {
  return questions.filter(({ answer }) => answer === null).length;
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
