import { createContext, useContext } from 'react';
import { defaultLayout, type Layout } from '../../../../shared/gongwen/layout.ts';
import { placeSignature } from '../../../../shared/gongwen/signature.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import { type FigureSelection, Runs } from './runs.tsx';

interface Props extends FigureSelection {
  readonly organisation: readonly PrintedRun[];
  readonly date: readonly PrintedRun[];
}

/** 署名 as the bureau's 版式 has it. */
export const SignatureForm = createContext<Layout['signatureForm']>(defaultLayout.signatureForm);

function blankLines(count: number): string {
  return `calc(${count} * var(--pitch))`;
}

/** 署名与日期, set off from the right edge as the standard asks. */
export function SignatureBlock({ organisation, date, ...selection }: Props) {
  const lines = splitRunLines(organisation);
  const places = placeSignature(useContext(SignatureForm), lines.map(textOf), textOf(date));
  return (
    <div className="signature" style={{ marginTop: blankLines(places.blankLinesAbove) }}>
      {lines.map((runs, at) => (
        <p key={textOf(runs)} style={{ paddingRight: `${places.organisations[at] ?? 0}em` }}>
          <Runs runs={runs} {...selection} />
        </p>
      ))}
      <p style={{ paddingRight: `${places.date}em`, marginTop: blankLines(places.blankLinesBetween) }}>
        <Runs runs={date} {...selection} />
      </p>
    </div>
  );
}
