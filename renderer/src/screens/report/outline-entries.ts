import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { runsOf } from '../../../../shared/report/run-text.ts';

/** A heading as the outline lists it, with the position of its block on the sheet. */
export interface OutlineEntry {
  readonly index: number;
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
  /** Whether a figure is missing in the chapter that it heads. */
  readonly hasGap: boolean;
}

function hasGap(block: PrintedBlock): boolean {
  if (block.kind === 'chart') {
    return block.chart.series.some((series) => series.points.some((point) => point.decimal === null));
  }
  return runsOf(block).some((run) => run.gap !== null);
}

/** The heading sentence: the lead of a run-in heading, else the whole paragraph; without its closing stop. */
function headingText(runs: readonly PrintedRun[]): string {
  const lead = runs.filter((run) => run.lead);
  const heading = lead.length > 0 ? lead : runs;
  return heading
    .map((run) => run.text)
    .join('')
    .replace(/。$/, '');
}

/** Whether a figure is missing under one of the headings that stand below this one. */
function hasGapBelow(entries: readonly OutlineEntry[], at: number): boolean {
  const level = entries[at]?.level ?? 0;
  const rest = entries.slice(at + 1);
  const end = rest.findIndex((entry) => entry.level <= level);
  return rest.slice(0, end === -1 ? rest.length : end).some((entry) => entry.hasGap);
}

/** The headings of a printed document in order. */
export function outlineOf(blocks: readonly PrintedBlock[]): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph' && block.level !== 0) {
      const title = `${block.number}${headingText(block.runs)}`;
      entries.push({ index, level: block.level, title, hasGap: hasGap(block) });
      continue;
    }
    const open = entries.at(-1);
    if (open && hasGap(block)) entries[entries.length - 1] = { ...open, hasGap: true };
  }
  return entries.map((entry, at) => ({ ...entry, hasGap: entry.hasGap || hasGapBelow(entries, at) }));
}
