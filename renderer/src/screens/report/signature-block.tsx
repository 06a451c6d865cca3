import { unsealedOffsets } from '../../../../shared/gongwen/signature.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { type FigureSelection, Runs } from './runs.tsx';

interface Props extends FigureSelection {
  readonly organisation: readonly PrintedRun[];
  readonly date: readonly PrintedRun[];
}

function textOf(runs: readonly PrintedRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** 署名与日期, set off from the right edge as the standard asks. */
export function SignatureBlock({ organisation, date, ...selection }: Props) {
  const offsets = unsealedOffsets(textOf(organisation), textOf(date));
  return (
    <div className="signature">
      <p style={{ paddingRight: `${offsets.organisation}em` }}>
        <Runs runs={organisation} {...selection} />
      </p>
      <p style={{ paddingRight: `${offsets.date}em` }}>
        <Runs runs={date} {...selection} />
      </p>
    </div>
  );
}
