import { breakTitle } from '../../../../shared/gongwen/title-lines.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { textOf } from '../../../../shared/report/run-text.ts';

/** The runs of a title with line breaks where its lines end; a person's own line breaks stay as they are. */
export function breakTitleRuns(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  const text = textOf(runs);
  if (/[\r\n]/.test(text)) return runs;
  const ends = new Set<number>();
  let end = 0;
  for (const line of breakTitle(text).slice(0, -1)) {
    end += line.length;
    ends.add(end);
  }
  let offset = 0;
  return runs.map((run) => {
    const broken = Array.from(run.text, (sign) => {
      const before = ends.has(offset) ? '\n' : '';
      offset += sign.length;
      return before + sign;
    });
    return { ...run, text: broken.join('') };
  });
}
