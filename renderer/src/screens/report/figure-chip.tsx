import type { KeyboardEvent } from 'react';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { figureElementId } from './element-ids.ts';

interface Props {
  readonly run: PrintedRun;
  readonly figureId: string;
  readonly look: string;
  readonly isSelected: boolean;
  readonly onSelect: (figureId: string) => void;
}

/** A figure in the text: blue underline where it is live, amber dashes where it is missing. */
export function FigureChip({ run, figureId, look, isSelected, onSelect }: Props) {
  const state = run.gap === null ? 'figure' : 'figure figure-gap';
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSelect(figureId);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> cannot break across lines, and 【待填：…】 must
    <span
      role="button"
      tabIndex={0}
      id={figureElementId(figureId)}
      className={`${state} ${look}`}
      aria-pressed={isSelected}
      onClick={() => onSelect(figureId)}
      onKeyDown={press}
    >
      {run.text}
    </span>
  );
}
