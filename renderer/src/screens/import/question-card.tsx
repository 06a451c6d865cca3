import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ImportAnswer } from '../../../../shared/api/import-mapping.ts';
import type { ImportQuestionView } from '../../../../shared/api/import-review.ts';
import { columnLetters } from './column-letters.ts';
import { NamePicker } from './name-picker.tsx';
import { NewIndicatorForm } from './new-indicator-form.tsx';
import { importText as text } from './text.ts';

interface Props {
  readonly question: ImportQuestionView;
  readonly isBusy: boolean;
  /** Null takes the answer back. */
  readonly onAnswer: (answer: ImportAnswer | null) => void;
  /** Shows in the file what is asked about. */
  readonly onLook: () => void;
}

/** One question with its answers as buttons, or the answer that was given. */
export function QuestionCard({ question, isBusy, onAnswer, onLook }: Props) {
  const { title, choices, answer } = question;
  return (
    <li className={answer === null ? 'import-question' : 'import-question answered'}>
      <h3>{title}</h3>
      {answer === null ? (
        <OpenQuestion question={question} isBusy={isBusy} onAnswer={onAnswer} onLook={onLook} />
      ) : (
        <p className="import-answer">
          {describeAnswer(answer, choices)}
          <Button type="link" size="small" disabled={isBusy} onClick={() => onAnswer(null)}>
            {text.review.change}
          </Button>
        </p>
      )}
    </li>
  );
}

function OpenQuestion({ question, isBusy, onAnswer, onLook }: Props) {
  const { detail, choices, proposal, names, cells, at, kind } = question;
  const [isAdding, setAdding] = useState(proposal !== null && proposal.unit === '');
  return (
    <>
      {detail !== null && <p>{detail}</p>}
      {(cells > 0 || at !== null) && (
        <p className="import-soft">
          {cells > 0 && text.review.cells(cells)}
          {at !== null && (
            <Button type="link" size="small" onClick={onLook}>
              {text.review.look(`${columnLetters(at.column)}${at.row + 1}`)}
            </Button>
          )}
        </p>
      )}
      <div className="import-choices">
        {choices.map((choice) => (
          <Button key={choice.label} size="small" disabled={isBusy} onClick={() => onAnswer(choice.answer)}>
            {choice.label}
          </Button>
        ))}
        {names !== null && <NamePicker names={names} isBusy={isBusy} onAnswer={onAnswer} />}
        {kind === 'formula' && <ValueField isBusy={isBusy} onAnswer={onAnswer} />}
        {proposal !== null && !isAdding && (
          <Button type="link" size="small" onClick={() => setAdding(true)}>
            {text.review.adjust}
          </Button>
        )}
      </div>
      {proposal !== null && isAdding && <NewIndicatorForm proposal={proposal} isBusy={isBusy} onAnswer={onAnswer} />}
    </>
  );
}

function describeAnswer(answer: ImportAnswer, choices: ImportQuestionView['choices']): string {
  const chosen = choices.find((choice) => JSON.stringify(choice.answer) === JSON.stringify(answer));
  if (chosen) return chosen.label;
  switch (answer.kind) {
    case 'use':
      return `${text.review.answered.use}“${answer.name}”`;
    case 'new-region':
      return `${text.review.answered.new}“${answer.name}”`;
    case 'new-indicator':
      return `${text.review.answered.newIndicator}“${answer.name}”（${answer.unit === '' ? text.unit.none : answer.unit}）`;
    case 'value':
      return `${text.review.answered.value} ${answer.text}`;
    case 'unit':
      return answer.unit;
    case 'total':
    case 'leave-out':
      return text.review.answered.out;
  }
}

function ValueField({ isBusy, onAnswer }: Pick<Props, 'isBusy' | 'onAnswer'>) {
  const [value, setValue] = useState('');
  const send = () => {
    if (value.trim() !== '') onAnswer({ kind: 'value', text: value.trim() });
  };
  return (
    <Input.Search
      className="import-value"
      size="small"
      disabled={isBusy}
      aria-label={text.review.value}
      placeholder={text.review.value}
      enterButton={text.review.confirm}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onSearch={send}
    />
  );
}
