import { breakTitle } from '../../../../shared/gongwen/title-lines.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';

/** The text of runs, one after the other. */
export function textOf(runs: readonly PrintedRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Run-in (接排): the heading's sentence is followed by body text in the same paragraph. */
export function isRunIn(runs: readonly PrintedRun[]): boolean {
  const printed = runs.filter((run) => run.text !== '');
  return printed.some((run) => run.lead) && printed.some((run) => !run.lead);
}

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
