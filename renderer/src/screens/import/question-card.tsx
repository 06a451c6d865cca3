import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ImportAnswer } from '../../../../shared/api/import-mapping.ts';
import type { ImportQuestionView } from '../../../../shared/api/importing.ts';
import { nothing, useQuery } from '../../app/query.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly question: ImportQuestionView;
  readonly isBusy: boolean;
  /** Null takes the answer back. */
  readonly onAnswer: (answer: ImportAnswer | null) => void;
}

/** One question with its answers as buttons, or the answer that was given. */
export function QuestionCard({ question, isBusy, onAnswer }: Props) {
  const { title, detail, choices, names, cells, answer, kind } = question;
  return (
    <li className={answer === null ? 'import-question' : 'import-question answered'}>
      <h3>{title}</h3>
      {answer === null ? (
        <>
          {detail !== null && <p>{detail}</p>}
          {cells > 0 && <p className="import-soft">{text.review.cells(cells)}</p>}
          <div className="import-choices">
            {choices.map((choice) => (
              <Button key={choice.label} size="small" disabled={isBusy} onClick={() => onAnswer(choice.answer)}>
                {choice.label}
              </Button>
            ))}
            {names !== null && <NamePicker names={names} isBusy={isBusy} onAnswer={onAnswer} />}
            {kind === 'formula' && <ValueField isBusy={isBusy} onAnswer={onAnswer} />}
          </div>
        </>
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

function describeAnswer(answer: ImportAnswer, choices: ImportQuestionView['choices']): string {
  const chosen = choices.find((choice) => JSON.stringify(choice.answer) === JSON.stringify(answer));
  if (chosen) return chosen.label;
  switch (answer.kind) {
    case 'use':
      return `${text.review.answered.use}“${answer.name}”`;
    case 'new-region':
    case 'new-indicator':
      return `${text.review.answered.new}“${answer.name}”`;
    case 'value':
      return `${text.review.answered.value} ${answer.text}`;
    case 'unit':
      return answer.unit;
    case 'total':
    case 'leave-out':
      return text.review.answered.out;
  }
}

interface PickerProps {
  readonly names: 'regions' | 'indicators' | 'periods';
  readonly isBusy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

const lists = { regions: 'regions.list', indicators: 'indicators.list', periods: 'periods.list' } as const;

/** Searches the catalogue by name, code or the initials of its 拼音. */
function NamePicker({ names, isBusy, onAnswer }: PickerProps) {
  const query = useQuery(lists[names], nothing);
  const entries = query.status === 'done' ? query.value : [];
  const options = entries.map((entry) => {
    const name = 'label' in entry ? entry.label : entry.name;
    const initials = 'initials' in entry ? entry.initials : '';
    return { value: name, label: name, search: `${name} ${initials}`.toLowerCase() };
  });
  return (
    <Select
      className="import-names"
      size="small"
      disabled={isBusy}
      loading={query.status === 'waiting'}
      showSearch={{ filterOption: (input, option) => option?.search.includes(input.toLowerCase()) ?? false }}
      aria-label={text.review.other[names]}
      placeholder={text.review.other[names]}
      value={null}
      options={options}
      onChange={(name: string | null) => {
        if (name !== null) onAnswer({ kind: 'use', name });
      }}
    />
  );
}

function ValueField({ isBusy, onAnswer }: Omit<PickerProps, 'names'>) {
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
