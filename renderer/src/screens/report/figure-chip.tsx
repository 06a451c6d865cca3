import type { KeyboardEvent } from 'react';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { text } from '../../text.ts';
import { figureElementId } from './element-ids.ts';

interface Props {
  readonly run: PrintedRun;
  readonly figureId: string;
  readonly look: string;
  readonly isSelected: boolean;
  readonly isBroken: boolean;
  readonly onSelect: (figureId: string) => void;
}

/** Characters of a number with its unit, such as 1234567.89元/人次; what is longer is a phrase. */
const longestNumber = 14;

/** A figure in the text: blue underline where it is live, amber dashes where it is missing, red where its data are wrong. */
export function FigureChip({ run, figureId, look, isSelected, isBroken, onSelect }: Props) {
  const isNumber = run.gap === null && run.text.length <= longestNumber;
  const gap = run.gap === null ? '' : 'figure-gap';
  const state = ['figure', gap, isNumber ? 'figure-number' : '', isBroken ? 'figure-broken' : ''];
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
      className={[...state, look].filter(Boolean).join(' ')}
      aria-pressed={isSelected}
      title={isBroken ? text.report.brokenFigure : undefined}
      onClick={() => onSelect(figureId)}
      onKeyDown={press}
    >
      {run.text}
    </span>
  );
}
