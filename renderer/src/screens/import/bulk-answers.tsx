import { Button } from 'antd';
import type { ImportAnswer, ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportQuestionView, ImportReview } from '../../../../shared/api/importing.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly review: ImportReview;
  readonly isBusy: boolean;
  readonly onAnswer: (mapping: ImportMapping) => void;
}

/** So many unknown names are answered one by one; for more there is one button. */
const fewEnough = 3;

/** One answer for all unknown names of a kind, where there are many. */
export function BulkAnswers({ review, isBusy, onAnswer }: Props) {
  const { questions, mapping } = review;
  const give = (answers: readonly (readonly [string, ImportAnswer])[]) =>
    onAnswer({ ...mapping, answers: { ...mapping.answers, ...Object.fromEntries(answers) } });
  return (['region', 'indicator'] as const).map((kind) => {
    const open = questions.filter((question) => question.kind === kind && question.answer === null);
    if (open.length <= fewEnough) return null;
    const added = open.flatMap(({ id, choices }) => {
      const proposal = choices.find(isNew);
      return proposal ? [[id, proposal.answer] as const] : [];
    });
    const leftOut = open.map(({ id }) => [id, { kind: 'leave-out' }] as const);
    return (
      <div key={kind} className="import-question import-bulk">
        <h3>{`${text.review.many[kind]} ${open.length}`}</h3>
        <div className="import-choices">
          {added.length > 0 && (
            <Button size="small" disabled={isBusy} onClick={() => give(added)}>
              {text.review.addAll(added.length)}
            </Button>
          )}
          <Button size="small" disabled={isBusy} onClick={() => give(leftOut)}>
            {text.review.skipAll(open.length)}
          </Button>
        </div>
      </div>
    );
  });
}

function isNew({ answer }: ImportQuestionView['choices'][number]): boolean {
  return answer.kind === 'new-region' || answer.kind === 'new-indicator';
}
