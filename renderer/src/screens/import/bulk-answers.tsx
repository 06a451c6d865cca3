import { Button } from 'antd';
import { useState } from 'react';
import type { ImportAnswer, ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportQuestionView, ImportReview } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';
import { UnitField, unitOf } from './unit-field.tsx';

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
  const give = (answers: readonly Given[]) =>
    onAnswer({ ...mapping, answers: { ...mapping.answers, ...Object.fromEntries(answers) } });
  return (['region', 'indicator'] as const).map((kind) => {
    const open = questions.filter((question) => question.kind === kind && question.answer === null);
    if (open.length <= fewEnough) return null;
    return (
      <div key={kind} className="import-question import-bulk">
        <h3>{`${text.review.many[kind]} ${open.length}`}</h3>
        <div className="import-choices">
          <AddAll open={open} isBusy={isBusy} onGive={give} />
          <Button size="small" disabled={isBusy} onClick={() => give(open.map(leaveOut))}>
            {text.review.skipAll(open.length)}
          </Button>
        </div>
      </div>
    );
  });
}

type Given = readonly [string, ImportAnswer];

function leaveOut({ id }: ImportQuestionView): Given {
  return [id, { kind: 'leave-out' }];
}

interface AddProps {
  readonly open: readonly ImportQuestionView[];
  readonly isBusy: boolean;
  readonly onGive: (answers: readonly Given[]) => void;
}

/** Adds all that can be added; indicators whose unit nobody knows get one that the person names. */
function AddAll({ open, isBusy, onGive }: AddProps) {
  const [typed, setTyped] = useState('');
  const unit = unitOf(typed);
  const without = open.filter(({ proposal }) => proposal?.unit === '').length;
  const added = open.flatMap(({ id, choices, proposal }): Given[] => {
    const choice = choices.find(isNew);
    if (choice) return [[id, choice.answer]];
    return proposal ? [[id, { ...proposal, unit: unit ?? '' }]] : [];
  });
  if (added.length === 0) return null;
  return (
    <>
      {without > 0 && (
        <span className="import-bulk-unit">
          {text.review.unitOfAll(without)}
          <UnitField value={typed} isBusy={isBusy} onChange={setTyped} />
        </span>
      )}
      <Button size="small" disabled={isBusy || (without > 0 && unit === null)} onClick={() => onGive(added)}>
        {text.review.addAll(added.length)}
      </Button>
    </>
  );
}

function isNew({ answer }: ImportQuestionView['choices'][number]): boolean {
  return answer.kind === 'new-region' || answer.kind === 'new-indicator';
}
