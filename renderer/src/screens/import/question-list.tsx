import type { ImportAnswer, ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/importing.ts';
import { BulkAnswers } from './bulk-answers.tsx';
import { QuestionCard } from './question-card.tsx';
import { importText as text } from './text.ts';

interface Props {
  readonly review: ImportReview;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
}

/** What only the person can say of the file; answered questions stay, to be changed. */
export function QuestionList({ review, isBusy, onAnswer }: Props) {
  const { questions, mapping } = review;
  const open = questions.filter(({ answer }) => answer === null).length;
  const answer = (id: string, given: ImportAnswer | null) => {
    const { [id]: _, ...others } = mapping.answers;
    onAnswer({ ...mapping, answers: given === null ? others : { ...others, [id]: given } });
  };
  return (
    <section className="import-questions">
      <h2>{titleOf(questions.length, open)}</h2>
      {review.isRemembered && <p className="import-soft">{text.review.remembered}</p>}
      <BulkAnswers review={review} isBusy={isBusy} onAnswer={onAnswer} />
      <ul>
        {questions.map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            isBusy={isBusy}
            onAnswer={(given) => answer(question.id, given)}
          />
        ))}
      </ul>
    </section>
  );
}

function titleOf(questions: number, open: number): string {
  if (questions === 0) return text.review.noQuestions;
  return open === 0 ? text.review.allAnswered : text.review.questions(open);
}
