import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ImportAnswer } from '../../../../shared/api/import-mapping.ts';
import type { ImportQuestionView } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';
import { UnitField, unitOf } from './unit-field.tsx';

interface Props {
  readonly proposal: NonNullable<ImportQuestionView['proposal']>;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

/** Name and unit of the indicator that is to be added; the unit cannot be changed once there are figures. */
export function NewIndicatorForm({ proposal, isBusy, onAnswer }: Props) {
  const [name, setName] = useState(proposal.name);
  const [typed, setTyped] = useState(proposal.unit);
  const unit = unitOf(typed);
  const isComplete = name.trim() !== '' && unit !== null;
  return (
    <form
      className="import-new"
      aria-label={text.newIndicator.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onAnswer({ ...proposal, name: name.trim(), unit });
      }}
    >
      <Input
        size="small"
        className="import-new-name"
        disabled={isBusy}
        aria-label={text.newIndicator.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <UnitField value={typed} isBusy={isBusy} onChange={setTyped} />
      <Button size="small" htmlType="submit" disabled={isBusy || !isComplete}>
        {text.newIndicator.add}
      </Button>
    </form>
  );
}
