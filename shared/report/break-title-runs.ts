import { proposeTitleLines } from '../gongwen/title-lines.ts';
import type { PrintedRun } from './printed.ts';
import { textOf } from './run-text.ts';

/**
 * The runs of a title with line breaks where its lines end; a person's own line breaks stay as they are. `breaking` is
 * the place of the proposal that was chosen among those for the title; the best where there is none such any more.
 */
export function breakTitleRuns(runs: readonly PrintedRun[], breaking = 0): readonly PrintedRun[] {
  const text = textOf(runs);
  if (/[\r\n]/.test(text)) return runs;
  const ends = new Set<number>();
  let end = 0;
  const proposals = proposeTitleLines(text);
  const lines = proposals[breaking] ?? proposals[0] ?? [text];
  for (const line of lines.slice(0, -1)) {
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
