import { defaultLayout } from '../../../../shared/gongwen/layout.ts';
import { placeSignature } from '../../../../shared/gongwen/signature.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import { type FigureSelection, Runs } from './runs.tsx';

interface Props extends FigureSelection {
  readonly organisation: readonly PrintedRun[];
  readonly date: readonly PrintedRun[];
}

/** 署名与日期, set off from the right edge as the standard asks. */
export function SignatureBlock({ organisation, date, ...selection }: Props) {
  const lines = splitRunLines(organisation);
  const places = placeSignature(defaultLayout.signatureForm, lines.map(textOf), textOf(date));
  return (
    <div className="signature">
      {lines.map((runs, at) => (
        <p key={textOf(runs)} style={{ paddingRight: `${places.organisations[at] ?? 0}em` }}>
          <Runs runs={runs} {...selection} />
        </p>
      ))}
      <p style={{ paddingRight: `${places.date}em` }}>
        <Runs runs={date} {...selection} />
      </p>
    </div>
  );
}
