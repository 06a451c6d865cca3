import { Button } from 'antd';
import { useState } from 'react';
import type { ImportAnswer, ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { BulkAnswers } from './bulk-answers.tsx';
import { QuestionCard } from './question-card.tsx';
import { importText as text } from './text.ts';

interface Props {
  readonly review: ImportReview;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
  /** Shows in the file what the question with this id is about. */
  readonly onLook: (id: string) => void;
}

/** Cards shown at first, and more each time: a list of names that nobody knows may be as long as the file. */
const step = 50;

/** What only the person can say of the file; answered questions stay, to be changed. */
export function QuestionList({ review, isBusy, onAnswer, onLook }: Props) {
  const { questions, mapping } = review;
  const [count, setCount] = useState(step);
  const answer = (id: string, given: ImportAnswer | null) => {
    const { [id]: _, ...others } = mapping.answers;
    onAnswer({ ...mapping, answers: given === null ? others : { ...others, [id]: given } });
  };
  return (
    <section className="import-questions">
      <h2>{titleOf(review)}</h2>
      {review.tables.length === 0 && <p className="import-soft">{text.review.noTablesHint}</p>}
      {review.isRemembered && (
        <p className="import-soft">
          {text.review.remembered}
          <Button
            type="link"
            size="small"
            disabled={isBusy}
            onClick={() => onAnswer({ answers: {}, headers: {}, sheets: {} })}
          >
            {text.review.forget}
          </Button>
        </p>
      )}
      <BulkAnswers review={review} isBusy={isBusy} onAnswer={onAnswer} />
      <ul>
        {questions.slice(0, count).map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            isBusy={isBusy}
            onAnswer={(given) => answer(question.id, given)}
            onLook={() => onLook(question.id)}
          />
        ))}
      </ul>
      {questions.length > count && (
        <Button type="link" onClick={() => setCount(count + step)}>
          {text.review.moreQuestions(questions.length - count)}
        </Button>
      )}
    </section>
  );
}

/** Said of tables that were found only: where there is none, nothing is settled. */
function titleOf({ tables, questions }: ImportReview): string {
  if (tables.length === 0) return text.review.noTables;
  const open = questions.filter(({ answer }) => answer === null).length;
  if (open > 0) return text.review.questions(open);
  return questions.length === 0 ? text.review.noQuestions : text.review.allAnswered;
}
